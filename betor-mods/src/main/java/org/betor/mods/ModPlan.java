package org.betor.mods;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModKey;

/**
 * What a wish for mods comes to, with all that they need and all that collections among them
 * collect. Nothing is fetched before {@link ModLibrary#request(ModPlan)}.
 *
 * @param fetched what would be fetched; what others need stands before them, if there is no cycle
 * @param here what is here already, as new as its source has it
 * @param missing what is not to be had, with the reason
 * @param foreign what was left out, being of a source that the library does not have, or of another
 *     game than what needs it
 * @param cycles mods and collections that need or collect each other in a ring, as many as were met
 * @param unknownNeeds mods of which the source did not say what they need
 * @param isCut whether it goes on deeper, or further, than plans go
 */
public record ModPlan(
    List<ModDetails> fetched,
    Set<ModKey> here,
    Map<ModKey, String> missing,
    Set<ModKey> foreign,
    List<List<ModKey>> cycles,
    Set<ModKey> unknownNeeds,
    boolean isCut) {
  /** Copies. */
  public ModPlan {
    fetched = List.copyOf(fetched);
    here = Set.copyOf(here);
    missing = Map.copyOf(missing);
    foreign = Set.copyOf(foreign);
    cycles = cycles.stream().map(List::copyOf).toList();
    unknownNeeds = Set.copyOf(unknownNeeds);
  }

  /** How much would come, as the sources say; empty if one of them did not say. */
  public OptionalLong sizeBytes() {
    boolean allSay = fetched.stream().allMatch(mod -> mod.sizeBytes().isPresent());
    return allSay
        ? OptionalLong.of(fetched.stream().mapToLong(mod -> mod.sizeBytes().orElse(0)).sum())
        : OptionalLong.empty();
  }
}
