package org.betor.mods.internal.list;

import java.util.Optional;

/**
 * What became of a place in a list of all mods.
 *
 * @param before the mod that was there; empty if the list ended before it
 * @param now the mod that is there; empty if the list ends before it
 */
record Change(int place, Optional<IndexedMod> before, Optional<IndexedMod> now) {}
