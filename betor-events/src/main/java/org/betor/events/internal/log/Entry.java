package org.betor.events.internal.log;

import org.betor.api.spi.Event;

/**
 * An event in a log.
 *
 * @param number counts all entries of a log, from 0; some are left out
 */
public record Entry(long number, Event event) {}
