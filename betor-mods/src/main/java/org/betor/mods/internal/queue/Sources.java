package org.betor.mods.internal.queue;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModLookup;
import org.betor.api.mod.ModSource;

/** The sources of a library, by their ids. */
public final class Sources {
  private final Map<String, ModSource> byId = new TreeMap<>();

  /**
   * These.
   *
   * @throws IllegalArgumentException if two have the same id
   */
  public Sources(Collection<ModSource> sources) {
    for (ModSource source : sources) {
      if (byId.put(source.id(), source) != null) {
        throw new IllegalArgumentException(
            "two sources are named \"%s\": give the library one of them".formatted(source.id()));
      }
    }
  }

  /** All of them. */
  public Collection<ModSource> all() {
    return byId.values();
  }

  /** Whether a mod is of one of them. */
  public boolean know(ModKey mod) {
    return byId.containsKey(mod.source());
  }

  /**
   * The source of a mod.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public ModSource of(ModKey mod) {
    return Optional.ofNullable(byId.get(mod.source()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s is of none of the library's sources, which are %s"
                        .formatted(mod, byId.keySet())));
  }

  /**
   * What its source says of a mod; empty if it says nothing, or speaks of another.
   *
   * @throws ModException if the source is not to be had
   */
  public Optional<ModLookup> lookup(ModKey mod) throws InterruptedException {
    ModLookup told = of(mod).details(Set.of(mod)).get(mod);
    return Optional.ofNullable(told).filter(lookup -> isOf(mod, lookup));
  }

  private static boolean isOf(ModKey mod, ModLookup lookup) {
    return !(lookup instanceof ModLookup.Found found) || found.details().key().equals(mod);
  }

  /**
   * The newest details of a mod.
   *
   * @throws ModException if there are none now
   */
  ModDetails details(ModKey mod) throws InterruptedException {
    if (!know(mod)) {
      throw new ModException(
          Reason.UNREACHABLE, mod + ": open the library with its source, and try again");
    }
    ModLookup told = lookup(mod).orElseThrow(() -> saidNothing(mod));
    if (told instanceof ModLookup.Absent absent) {
      throw new ModException(Reason.ABSENT, mod + " is not to be had: " + absent.why());
    }
    return ((ModLookup.Found) told).details();
  }

  /**
   * The same mod with all that its source has to say.
   *
   * @throws ModException if the source is not to be had
   */
  public ModDetails complete(ModDetails mod) throws InterruptedException {
    ModDetails whole = of(mod.key()).complete(mod);
    return whole.key().equals(mod.key()) ? whole : mod;
  }

  /** What is the matter if a source left a mod out. */
  public static ModException saidNothing(ModKey mod) {
    return new ModException(Reason.UNREACHABLE, "the source said nothing of " + mod);
  }
}
