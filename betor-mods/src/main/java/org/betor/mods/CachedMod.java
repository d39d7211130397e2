package org.betor.mods;

import java.util.List;
import java.util.Optional;
import org.betor.api.mod.ModKey;

/**
 * All that is known of a mod that is here.
 *
 * @param description what it says of itself, perhaps with markup
 * @param tags in the words of its source
 * @param needs the mods that it needs, here or not; empty if its source did not say
 */
public record CachedMod(
    ModEntry entry, String description, List<String> tags, Optional<List<ModKey>> needs) {
  /** Copies. */
  public CachedMod {
    tags = List.copyOf(tags);
    needs = needs.map(List::copyOf);
  }
}
