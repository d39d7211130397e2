package org.betor.examples.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.betor.api.mod.ModSource;
import org.betor.mods.ThunderstoreSource;
import org.betor.mods.steam.SteamCmd;
import org.betor.mods.steam.SteamSource;
import org.betor.samples.FakeSteamCmd;
import org.betor.samples.FakeSteamWeb;
import org.betor.samples.FakeThunderstore;
import org.betor.samples.SteamItems;

/** Services on this machine that have invented mods. */
final class SampleMods implements AutoCloseable {
  private final FakeSteamWeb steam = FakeSteamWeb.builder().start();
  private final FakeThunderstore thunderstore = FakeThunderstore.start();
  private final FakeSteamCmd steamCmd;

  private SampleMods(Path folder) {
    this.steamCmd = FakeSteamCmd.in(folder, SteamItems.all());
  }

  /** Starts them; a program of theirs keeps what it has in that folder. */
  static SampleMods start(Path folder) {
    return new SampleMods(folder);
  }

  List<ModSource> sources() {
    URI home = steam.home();
    return List.of(
        SteamSource.builder()
            .api(home)
            .store(home)
            .community(home)
            .hurried()
            .content(SteamCmd.launchedBy(steamCmd.launcher()).build())
            .build(),
        ThunderstoreSource.builder().home(thunderstore.home()).build());
  }

  @Override
  public void close() {
    steam.close();
    thunderstore.close();
  }
}
