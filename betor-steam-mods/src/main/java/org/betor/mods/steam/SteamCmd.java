package org.betor.mods.steam;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.api.mod.ModVersion;
import org.betor.api.spi.Pause;
import org.betor.mods.steam.internal.steamcmd.Driver;
import org.betor.mods.steam.internal.steamcmd.Installations;
import org.betor.mods.steam.internal.steamcmd.Program;
import org.betor.mods.steam.internal.steamcmd.Watch;
import org.betor.mods.steam.internal.web.SteamKey;

/**
 * Fetches items with SteamCMD, a program of Valve's that its users install themselves. One run at a
 * time, each with an installation folder and a home of its own: those who come while it lasts share
 * the next one and its login, up to ten items of one game, except what is larger than 1 GiB or was
 * begun before. Never by a shell; always anonymously, so that no password and no session is ever
 * known here. What Steam gives to nobody but the owners of a game needs another {@link
 * ContentFetcher}.
 *
 * <pre>{@code
 * SteamCmd.launchedBy(List.of("/opt/steamcmd/steamcmd.sh")).build()
 * }</pre>
 *
 * <p>Safe for use by several threads. At first it lets SteamCMD renew itself. Others that renew the
 * same installation at that time would break it.
 */
public final class SteamCmd implements ContentFetcher {
  private static final Pattern GAME = Pattern.compile("[1-9]\\d{0,9}");

  private final Driver driver;

  private SteamCmd(Builder settings) {
    this.driver =
        new Driver(
            new Program(
                settings.launcher,
                settings.variables,
                new Watch.Limits(settings.quiet, settings.longest),
                settings.clock,
                settings.pause));
  }

  /**
   * Begins with how SteamCMD is started.
   *
   * @param launcher the program, and arguments that come before its commands; not empty
   */
  public static Builder launchedBy(List<String> launcher) {
    return new Builder(launcher);
  }

  /**
   * Begins with the SteamCMD of this machine, at the places where it usually is.
   *
   * @throws ModException with the reason {@link Reason#NOT_INSTALLED} and those places, if it is at
   *     none of them
   */
  public static Builder installed() {
    return launchedBy(Installations.usual().launcher());
  }

  @Override
  public ModVersion fetch(ModDetails mod, Path folder, LongConsumer bytes)
      throws IOException, InterruptedException {
    if (!SteamKey.isOne(mod.key()) || !GAME.matcher(mod.game().orElse("")).matches()) {
      throw new ModException(
          Reason.ABSENT, "%s is no item of a game that Steam could have".formatted(mod));
    }
    return driver.fetch(mod, folder, bytes);
  }

  /** The system whose content is fetched, where a mod has several. */
  public enum Platform {
    /** Windows. */
    WINDOWS("windows"),
    /** Linux. */
    LINUX("linux"),
    /** MacOS. */
    MACOS("macos");

    private final String word;

    Platform(String word) {
      this.word = word;
    }
  }

  /** Says how SteamCMD is to be used. */
  public static final class Builder {
    private final List<String> launcher;
    private final List<String> variables = new ArrayList<>();
    private Duration quiet = Duration.ofMinutes(10);
    private Duration longest = Duration.ofHours(2);
    private InstantSource clock = InstantSource.system();
    private Pause pause = Pause.SLEEPING;

    private Builder(List<String> launcher) {
      if (launcher.isEmpty()) {
        throw new IllegalArgumentException("a launcher has at least the name of a program");
      }
      this.launcher = List.copyOf(launcher);
    }

    /** The system whose content is fetched; that of this machine unless set. */
    public Builder platform(Platform platform) {
      variables.clear();
      variables.addAll(List.of("+@sSteamCmdForcePlatformType", platform.word));
      return this;
    }

    /**
     * After how long without a word, and without growth on disk, a run is ended; ten minutes unless
     * set. Positive.
     */
    public Builder quiet(Duration quiet) {
      this.quiet = positive(quiet);
      return this;
    }

    /**
     * After how long a run is ended whatever it does, for each of its items; two hours unless set.
     * Positive.
     */
    public Builder longest(Duration longest) {
      this.longest = positive(longest);
      return this;
    }

    /** Tells the time; the system's unless set. */
    public Builder clock(InstantSource clock) {
      this.clock = clock;
      return this;
    }

    /** How it waits between looks at the program; really, unless set. */
    public Builder pause(Pause pause) {
      this.pause = pause;
      return this;
    }

    /** SteamCMD, which is not started before it is needed. */
    public SteamCmd build() {
      return new SteamCmd(this);
    }

    private static Duration positive(Duration time) {
      if (time.isNegative() || time.isZero()) {
        throw new IllegalArgumentException("a time limit is positive, got " + time);
      }
      return time;
    }
  }
}
