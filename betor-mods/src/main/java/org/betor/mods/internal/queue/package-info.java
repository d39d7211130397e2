/** Fetches mods: who is next, again after a failure, never the same one twice at a time. */
package org.betor.mods.internal.queue;
