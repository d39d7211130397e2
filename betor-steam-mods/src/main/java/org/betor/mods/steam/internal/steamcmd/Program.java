package org.betor.mods.steam.internal.steamcmd;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.betor.api.spi.Pause;

/** SteamCMD on this machine, started as often as a run takes. For one thread at a time. */
public final class Program {
  private static final int MOST_STARTS = 4;

  private final List<String> launcher;
  private final List<String> variables;
  private final Watch.Limits limits;
  private final InstantSource clock;
  private final Pause pause;
  private boolean isRenewed;

  /**
   * A program.
   *
   * @param launcher the program and the arguments before its commands
   * @param variables commands that are given before the login
   */
  public Program(
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

  /** Lets it renew itself, once; again the next time if there was no network. */
  void renew(Workplace place, Watch.Growth growth) throws IOException, InterruptedException {
    if (!isRenewed) {
      Transcript said = new Transcript();
      start(List.of("+quit"), place, said, List.of(), growth);
      isRenewed = said.loginFailure().isEmpty();
    }
  }

  /**
   * Lets it download items of one game.
   *
   * @param said what it says is added to this, also if it does not get to an end
   * @throws org.betor.api.mod.ModException if it cannot be started, or does not get on
   */
  Ending download(
      String game, List<String> items, Workplace place, Transcript said, Watch.Growth growth)
      throws IOException, InterruptedException {
    return start(commands(game, items, place), place, said, items, growth);
  }

  private Ending start(
      List<String> commands,
      Workplace place,
      Transcript said,
      List<String> items,
      Watch.Growth growth)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(launcher);
    command.addAll(commands);
    Watch.Limits all = limits.of(Math.max(1, items.size()));
    for (int starts = 1; ; starts++) {
      Run run = new Run(said, new Watch(place.workshop(), clock, all, growth), pause);
      Ending ending = new Ending(run.toItsEnd(command, place.home()), said);
      ending.checkInstalled();
      boolean isOver = items.stream().anyMatch(said::speaksOf) || !ending.wantsRestart();
      if (isOver || starts == MOST_STARTS) {
        return ending;
      }
    }
  }

  private List<String> commands(String game, List<String> items, Workplace place) {
    List<String> commands = new ArrayList<>();
    commands.addAll(List.of("+@ShutdownOnFailedCommand", "0", "+@NoPromptForPassword", "1"));
    commands.addAll(variables);
    commands.addAll(List.of("+force_install_dir", place.installation().toString()));
    commands.addAll(List.of("+login", "anonymous"));
    for (String item : items) {
      commands.addAll(List.of("+workshop_download_item", game, item));
    }
    commands.add("+quit");
    return commands;
  }
}
