package org.betor.mods;

import java.time.Instant;
import org.betor.api.mod.ModKey;

/**
 * A mod in a line, with the columns of the {@link ClassicView}.
 *
 * @param game the id of its game at the source; empty if not known
 * @param sizeBytes of its files, as the source said; 0 if it did not
 * @param dataEvent when it was wished for
 */
public record ModRow(ModKey mod, String game, String name, long sizeBytes, Instant dataEvent) {}
