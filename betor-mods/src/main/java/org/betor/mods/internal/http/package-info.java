/** HTTP without threads of its own: bounded, paced, tried again, and cut off by an interrupt. */
package org.betor.mods.internal.http;
