package org.betor.mods.steam;

import java.net.URI;
import java.util.List;
import org.betor.api.spi.Host;
import org.betor.api.spi.Setting;
import org.betor.api.spi.Settings;

/** What an application can set, and the source that it then gets. */
final class SteamSettings {
  private static final Setting API = address("api", SteamSource.Builder.API);
  private static final Setting STORE = address("store", SteamSource.Builder.STORE);
  private static final Setting COMMUNITY = address("community", SteamSource.Builder.COMMUNITY);
  private static final Setting KEY =
      new Setting("key", "", true, "your key of the Web API, if you have one");
  private static final Setting STEAMCMD =
      new Setting("steamcmd", "", false, "SteamCMD's path; arguments on lines of their own");
  private static final Setting HURRIED =
      new Setting("hurried", "false", false, "without rate limits, at this machine's addresses");

  static final List<Setting> ALL = List.of(API, STORE, COMMUNITY, KEY, STEAMCMD, HURRIED);

  private SteamSettings() {}

  static SteamSource source(Host host) {
    Settings settings = host.settings();
    SteamSource.Builder source =
        SteamSource.builder()
            .api(address(settings, API))
            .store(address(settings, STORE))
            .community(address(settings, COMMUNITY))
            .clock(host.clock())
            .pause(host.pause());
    if (!settings.get(KEY).isBlank()) {
      source.key(settings.get(KEY).strip());
    }
    if (Boolean.parseBoolean(settings.get(HURRIED))) {
      source.hurried();
    }
    List<String> launcher = settings.get(STEAMCMD).lines().toList();
    if (!launcher.isEmpty()) {
      source.content(SteamCmd.launchedBy(launcher).clock(host.clock()).pause(host.pause()).build());
    }
    return source.build();
  }

  private static URI address(Settings settings, Setting setting) {
    try {
      return URI.create(settings.get(setting).strip());
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(
          "the setting %s is no address".formatted(setting.name()), malformed);
    }
  }

  private static Setting address(String name, URI fallback) {
    return new Setting(name, fallback.toString(), false, "the address of the service");
  }
}
