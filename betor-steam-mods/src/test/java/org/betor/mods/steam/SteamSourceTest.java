package org.betor.mods.steam;

import java.nio.file.Path;
import java.util.Map;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModSource;
import org.betor.samples.FakeSteamCmd;
import org.betor.samples.SteamCmdDeed;
import org.betor.samples.SteamItem;
import org.betor.samples.SteamItems;
import org.betor.samples.Trouble;
import org.betor.testkit.ModSourceContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SteamSourceTest implements ModSourceContract {
  private final Workshop workshop = new Workshop();
  @TempDir private Path programs;
  private FakeSteamCmd program;
  private ModSource source;

  @BeforeEach
  void open() {
    program = FakeSteamCmd.in(programs, SteamItems.all());
    SteamCmd steamCmd = SteamCmd.launchedBy(program.launcher()).build();
    source = workshop.source().content(steamCmd).build();
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  @Override
  public ModSource source() {
    return source;
  }

  @Override
  public Map<String, ModKey> texts() {
    ModKey lantern = Workshop.key(SteamItems.LANTERN);
    String page = "sharedfiles/filedetails/?id=" + SteamItems.LANTERN;
    return Map.of(
        "https://steamcommunity.com/" + page,
        lantern,
        workshop.web.home() + page,
        lantern,
        "steam://url/CommunityFilePage/" + SteamItems.LANTERN,
        lantern);
  }

  @Override
  public Map<ModKey, Map<String, byte[]>> mods() {
    SteamItem map = SteamItems.item(SteamItems.OLD_MAP);
    return Map.of(
        Workshop.key(SteamItems.OLD_MAP),
        Map.of("old_map.vpk", map.files().values().iterator().next()),
        Workshop.key(SteamItems.WEATHER),
        SteamItems.item(SteamItems.WEATHER).files());
  }

  @Override
  public ModKey absent() {
    return Workshop.key(SteamItems.GONE);
  }

  @Override
  public ModDetails hostile() throws InterruptedException {
    return workshop.details(SteamItems.OLD_MAP).with().fileName("../../up.txt").build();
  }

  @Override
  public void leaveOut(ModKey mod) {
    workshop.web.leaveOut(Long.parseLong(mod.id()));
  }

  @Override
  public void breakDown() {
    workshop.web.trouble("", Trouble.SERVER_ERROR);
    program.next(SteamItems.WEATHER, SteamCmdDeed.NO_CONNECTION);
  }

  @Override
  public void recover() {
    workshop.web.heal();
  }
}
