package org.betor.mods;

import java.time.Instant;
import org.betor.api.mod.ModVersion;

/**
 * A content of a mod that is here.
 *
 * @param bytes the size of its archive
 * @param sha256 of its archive, as 64 hexadecimal digits in lower case
 * @param contentSha256 of its files, however they are compressed: equal for a content that came
 *     again under another name
 * @param stored since when it is here
 * @param isCurrent whether it is the one that is handed out unless another is asked for
 */
public record StoredVersion(
    ModVersion version,
    long bytes,
    String sha256,
    String contentSha256,
    Instant stored,
    boolean isCurrent) {}
