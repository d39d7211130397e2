package org.betor.mods.steam.internal.steamcmd;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.api.mod.ModVersion;
import org.betor.api.spi.Pause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts SteamCMD as often as one item needs, and makes sense of what became of it. */
public final class Driver {
  private static final Logger LOG = LoggerFactory.getLogger(Driver.class);
  private static final int MOST_STARTS = 4;
  private static final int MOST_TRIES = 2;

  private final List<String> launcher;
  private final List<String> variables;
  private final Watch.Limits limits;
  private final InstantSource clock;
  private final Pause pause;
  private final Strangers strangers = new Strangers();
  private final ReentrantLock renewal = new ReentrantLock();
  private volatile boolean isRenewed;

  /**
   * A driver.
   *
   * @param launcher the program and the arguments before its commands
   * @param variables commands that are given before the login
   */
  public Driver(
      List<String> launcher,
      List<String> variables,
      Watch.Limits limits,
      InstantSource clock,
      Pause pause) {
    this.launcher = List.copyOf(launcher);
    this.variables = List.copyOf(variables);
    this.limits = limits;
    this.clock = clock;
    this.pause = pause;
  }

  /** Fetches an item of a game, of both of which the ids are digits. */
  public ModVersion fetch(ModDetails mod, Path folder, LongConsumer bytes)
      throws IOException, InterruptedException {
    renew(Workplace.in(folder), bytes);
    for (int tries = 1; tries <= MOST_TRIES; tries++) {
      Workplace place = Workplace.in(folder);
      Optional<ModVersion> version = fetchOnce(mod, place, folder, bytes);
      place.delete();
      if (version.isPresent()) {
        return version.get();
      }
      LOG.info("SteamCMD says that {} is here, but nothing is; it begins anew", mod.key());
    }
    throw new ModException(
        Reason.DAMAGED, "SteamCMD says that %s is here, but nothing is".formatted(mod));
  }

  /** Empty if it claims to have put down what is not there. */
  private Optional<ModVersion> fetchOnce(
      ModDetails mod, Workplace place, Path folder, LongConsumer bytes)
      throws IOException, InterruptedException {
    String id = mod.key().id();
    String game = mod.game().orElseThrow();
    Ending ending = run(commands(place, game, id), place, id, bytes);
    Optional<String> success = ending.transcript().success(id);
    if (success.isEmpty()) {
      throw failure(mod, ending, DiskSize.of(place.staging(mod)) > 0);
    }
    strangers.succeeded(game);
    return new Delivery(mod, place).move(success.get(), folder)
        ? Optional.of(InstalledVersions.find(place.workshop(), game, id).orElse(mod.version()))
        : Optional.empty();
  }

  /** What has come is kept for the next try, where the network was in the way. */
  private ModException failure(ModDetails mod, Ending ending, boolean isBegun) {
    String words = ending.transcript().failure(mod.key().id()).orElse("");
    String game = mod.game().orElseThrow();
    return strangers.areTurnedAway(game, mod.key().id(), words)
        ? new ModException(
            Reason.NEEDS_ACCOUNT,
            "Steam gives no mod of the game %s to anonymous visitors (%s), nor %s; it takes another"
                    .formatted(game, words, mod)
                + " ContentFetcher, with an account that owns the game")
        : ending.failure(mod, isBegun);
  }

  /** Once, and alone: two that renew the same installation at once would break it. */
  private void renew(Workplace place, LongConsumer bytes) throws IOException, InterruptedException {
    if (isRenewed) {
      return;
    }
    renewal.lockInterruptibly();
    try {
      if (!isRenewed) {
        run(List.of("+quit"), place, "", bytes);
        isRenewed = true;
      }
    } finally {
      renewal.unlock();
    }
  }

  private Ending run(List<String> commands, Workplace place, String id, LongConsumer bytes)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(launcher);
    command.addAll(commands);
    for (int starts = 1; ; starts++) {
      Run run = new Run(new Watch(place.workshop(), clock, limits, bytes), pause);
      Ending ending = new Ending(run.toItsEnd(command, place.home()), run.transcript());
      ending.checkInstalled();
      boolean isOver = ending.transcript().speaksOf(id) || !ending.wantsRestart();
      if (isOver || starts == MOST_STARTS) {
        return ending;
      }
    }
  }

  private List<String> commands(Workplace place, String game, String id) {
    List<String> commands = new ArrayList<>();
    commands.addAll(List.of("+@ShutdownOnFailedCommand", "0", "+@NoPromptForPassword", "1"));
    commands.addAll(variables);
    commands.addAll(List.of("+force_install_dir", place.installation().toString()));
    commands.addAll(List.of("+login", "anonymous"));
    commands.addAll(List.of("+workshop_download_item", game, id, "+quit"));
    return commands;
  }
}
