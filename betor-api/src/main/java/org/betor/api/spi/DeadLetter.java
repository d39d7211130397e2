package org.betor.api.spi;

import java.time.Instant;
import org.betor.api.Experimental;

/**
 * An event that a group's handler has thrown at too often.
 *
 * @param event what it was given
 * @param attempts how often it threw; 0 if the event never came so far
 * @param reason what it threw the last time, for people
 * @param time when it was given up
 */
@Experimental
public record DeadLetter(Event event, int attempts, String reason, Instant time) {}
