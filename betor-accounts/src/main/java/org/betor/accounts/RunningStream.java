package org.betor.accounts;

import java.time.Instant;
import java.util.UUID;
import org.betor.api.model.TitleId;

/**
 * That somebody watches something.
 *
 * @param id names the stream in every instance, and the event that told of it
 * @param lastSeen when it began, or its last heartbeat
 */
public record RunningStream(UUID id, TitleId title, Instant started, Instant lastSeen) {}
