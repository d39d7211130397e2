package org.betor.mods.internal.shelf;

import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModVersion;
import org.betor.mods.internal.archive.Packed;

/**
 * A mod that was fetched, packed, and put into its place.
 *
 * @param version what came, which may be newer than what {@code details} told of
 */
public record Arrival(JobRow job, ModDetails details, ModVersion version, Packed packed) {}
