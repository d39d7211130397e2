package org.betor.examples.snippets;

import java.nio.file.Path;
import java.time.Duration;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModKey;
import org.betor.mods.ArchiveLoan;
import org.betor.mods.Local;
import org.betor.mods.ModLibrary;
import org.betor.mods.ModPlan;
import org.betor.mods.ThunderstoreSource;
import org.betor.mods.steam.SteamSource;

/** Keeps a mod, and all that it needs, in a library. */
public final class KeepMods {
  private KeepMods() {}

  /** Prints where the archives are. */
  public static void main(String[] args) throws Exception {
    try (ModLibrary library =
        ModLibrary.open(
            Path.of("mods"), SteamSource.builder().build(), ThunderstoreSource.open())) {
      ModKey mod = library.parse(args[0]).orElseThrow();
      ModPlan plan = library.plan(mod);
      library.request(plan);
      for (ModDetails planned : plan.fetched()) {
        if (library.await(planned.key(), Duration.ofHours(1)) instanceof Local.Ready ready) {
          try (ArchiveLoan archive = ready.archive()) {
            System.out.println(planned.name() + ": " + archive.path());
          }
        }
      }
    }
  }
}
