package org.betor.mods;

import java.time.Instant;
import org.betor.api.mod.ModDetails.Picture;

/**
 * A picture of a mod.
 *
 * @param seen when its source told of it
 */
public record ResourceEntry(Picture picture, Instant seen) {}
