package org.betor.samples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One run of the program: its start, its commands, its end. */
final class SteamCmdSession {
  private static final String FOR_EVER = "+wait_for_ever";
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");
  private static final int AGAIN = 42;
  private static final int FRESH = 7;
  private static final int BROKEN = 1;
  private static final int OFFLINE = 3;
  private static final int NOT_LET_IN = 5;

  private final SteamCmdState state;
  private final PrintStream out;
  private Path installation;
  private boolean isLoggedOn;
  private boolean hasTriedToLogOn;

  SteamCmdSession(SteamCmdState state, PrintStream out) {
    this.state = state;
    this.out = out;
    this.installation = state.folder().resolve("own-installation");
  }

  /** The exit code. */
  int run(List<String> arguments) throws IOException, InterruptedException {
    if (arguments.contains(FOR_EVER)) {
      Thread.sleep(Long.MAX_VALUE);
    }
    state.note("run", arguments);
    state.note("home", List.of(String.valueOf(System.getenv("HOME"))));
    out.println("Redirecting stderr to '" + state.folder().resolve("logs/stderr.txt") + "'");
    out.println("[  0%] Checking for available updates...");
    SteamCmdDeed start = state.next("start");
    if (start == SteamCmdDeed.OFFLINE) {
      return offline();
    }
    if (start != SteamCmdDeed.OK) {
      return update(start);
    }
    out.println("[----] Verifying installation...");
    out.println("Steam Console Client (c) Nobody in particular - version 1743712175");
    out.println("-- type 'quit' to exit --");
    out.println("Loading Steam API...OK\n");
    for (List<String> command : commands(arguments)) {
      int exit = run(command.get(0), command.subList(1, command.size()));
      if (exit >= 0) {
        return exit;
      }
    }
    return quit();
  }

  private int offline() {
    out.println("[----] Verifying installation...");
    out.println("[  0%] Downloading Update...");
    out.println(
        "[----] !!! Fatal Error: Steamcmd needs to be online to update.  "
            + "Please confirm your network connection and try again.");
    return BROKEN;
  }

  private int update(SteamCmdDeed deed) {
    out.print("[----] Downloading update (0 of 7,013 KB)...\r");
    out.println("[ 18%] Downloading update (3,412 of 7,013 KB)...");
    out.println("[100%] Download Complete.");
    out.println("[----] Installing update...\n[----] Extracting package...");
    out.println("[----] Update complete, launching...");
    return deed == SteamCmdDeed.UPDATE_42 ? AGAIN : FRESH;
  }

  /** The exit code, or less than zero if the run goes on. */
  private int run(String command, List<String> values) throws IOException, InterruptedException {
    switch (command) {
      case "force_install_dir" -> install(values.get(0));
      case "login" -> {
        return logOn(state.next("login"));
      }
      case "workshop_download_item" -> {
        return download(values.get(0), values.get(1));
      }
      case "quit" -> {
        return quit();
      }
      default -> out.printf("\"%s\" = \"%s\"%n", command, String.join(" ", values));
    }
    return -1;
  }

  private void install(String folder) {
    if (hasTriedToLogOn) {
      out.println("Please use force_install_dir before logon!");
    } else {
      installation = state.folder().resolve(folder);
    }
  }

  private int logOn(SteamCmdDeed deed) throws IOException {
    hasTriedToLogOn = true;
    out.print("Connecting anonymously to Steam Public...");
    switch (deed) {
      case LOGIN_LIMITED -> {
        out.println("FAILED (Rate Limit Exceeded)");
        return NOT_LET_IN;
      }
      case LOGIN_OFFLINE -> {
        out.println("FAILED (No Connection)");
        return OFFLINE;
      }
      case LOGIN_FAILS -> out.println("Retrying...\nERROR (Timeout)");
      case PROMPT -> {
        out.print("\npassword: ");
        out.flush();
        return System.in.read() < 0 ? refused() : logOn(SteamCmdDeed.OK);
      }
      default -> {
        isLoggedOn = true;
        out.println("OK\nWaiting for client config...OK\nWaiting for user info...OK");
      }
    }
    return -1;
  }

  private int refused() {
    out.println("FAILED (Invalid Password)");
    return NOT_LET_IN;
  }

  private int download(String game, String id) throws IOException, InterruptedException {
    if (!isLoggedOn) {
      out.println("ERROR! Not logged on.");
      return -1;
    }
    return new SteamCmdDownload(state, out, installation, game, id).run();
  }

  private int quit() {
    out.println("Unloading Steam API...OK");
    return 0;
  }

  private static List<List<String>> commands(List<String> arguments) throws IOException {
    List<List<String>> commands = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.startsWith("+")) {
        commands.add(new ArrayList<>(List.of(argument.substring(1))));
      } else {
        commands.get(commands.size() - 1).add(argument);
      }
    }
    for (List<String> command : commands) {
      if (command.get(0).equals("runscript")) {
        return script(Path.of(command.get(1)));
      }
    }
    return commands;
  }

  private static List<List<String>> script(Path file) throws IOException {
    List<List<String>> commands = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      List<String> words = new ArrayList<>();
      Matcher word = WORD.matcher(line);
      while (word.find()) {
        words.add(word.group(1) == null ? word.group() : word.group(1));
      }
      commands.add(words);
    }
    return commands;
  }

  /** A process that only another one can end. */
  static long startChild() throws IOException {
    List<String> command = new ArrayList<>(FakeSteamCmd.in(Path.of(""), List.of()).launcher());
    command.add(FOR_EVER);
    return new ProcessBuilder(command).inheritIO().start().pid();
  }
}
