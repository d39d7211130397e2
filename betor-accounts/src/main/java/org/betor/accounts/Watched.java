package org.betor.accounts;

import java.time.Instant;
import java.util.UUID;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.TitleId;

/**
 * That somebody began to watch something.
 *
 * @param id that of the event
 */
public record Watched(UUID id, TitleId title, ReleaseKey release, Instant time) {}
