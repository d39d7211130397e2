package org.betor.events.internal.lane;

import java.time.InstantSource;
import org.betor.api.spi.Pause;

/** How events are handed over again, and what time and waiting are. */
public record Manner(Retries retries, InstantSource clock, Pause pause) {}
