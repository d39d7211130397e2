/** Events on their way to a handler: those of a subject in one lane. */
package org.betor.events.internal.lane;
