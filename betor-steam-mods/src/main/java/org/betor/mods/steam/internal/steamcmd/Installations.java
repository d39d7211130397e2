package org.betor.mods.steam.internal.steamcmd;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;

/**
 * Where SteamCMD may be.
 *
 * @param places its program, in the order in which they are looked at
 */
public record Installations(List<Path> places) {

  /** Where packages of Linux, and guides for all systems, put it. */
  public static Installations usual() {
    Path home = Path.of(System.getProperty("user.home", ""));
    return new Installations(
        Stream.of(
                Path.of("/usr/games/steamcmd"),
                Path.of("/usr/bin/steamcmd"),
                Path.of("/opt/steamcmd/steamcmd.sh"),
                home.resolve("steamcmd/steamcmd.sh"),
                home.resolve("Steam/steamcmd.sh"),
                home.resolve("steamcmd/steamcmd.exe"),
                Path.of("/steamcmd/steamcmd.exe").toAbsolutePath())
            .toList());
  }

  /**
   * How the first one is started.
   *
   * @throws ModException if there is none
   */
  public List<String> launcher() {
    return places.stream()
        .filter(place -> Files.isRegularFile(place) && Files.isExecutable(place))
        .findFirst()
        .map(place -> List.of(place.toString()))
        .orElseThrow(
            () ->
                new ModException(
                    Reason.NOT_INSTALLED,
                    "there is no SteamCMD at any of %s: install it, or say where it is"
                        .formatted(places)));
  }
}
