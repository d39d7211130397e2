package org.betor.mods;

import java.time.Instant;
import java.util.Optional;
import org.betor.api.mod.ModKey;

/**
 * A mod that is here, as lists show it.
 *
 * @param game the id of its game at the source; empty if not known
 * @param sizeBytes of its files, as the source said; 0 if it did not
 * @param created when it was first published
 * @param updated when its content changed
 * @param dataEvent when the content that is here was wished for
 * @param requested when it was last handed out
 * @param downloads how often it was
 * @param pinned whether it stays whatever the limits
 */
public record ModEntry(
    ModKey mod,
    String game,
    String name,
    long sizeBytes,
    Optional<Instant> created,
    Instant updated,
    Instant dataEvent,
    Instant requested,
    long downloads,
    boolean pinned) {}
