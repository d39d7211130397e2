package org.betor.samples;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * A program that takes the commands of SteamCMD and answers in its words, with all its faults,
 * about {@link SteamItems invented items} on this machine. Has nothing to do with its makers.
 *
 * <pre>{@code
 * FakeSteamCmd steamCmd = FakeSteamCmd.in(folder, SteamItems.all());
 * steamCmd.next(SteamItems.LANTERN, SteamCmdDeed.TIMEOUT); // the next run does not finish it
 * // ... let a source of mods start steamCmd.launcher(), and afterwards
 * steamCmd.runs();
 * }</pre>
 */
public final class FakeSteamCmd {
  private final SteamCmdState state;

  private FakeSteamCmd(SteamCmdState state) {
    this.state = state;
  }

  /** A program that keeps what it knows in that folder. */
  public static FakeSteamCmd in(Path folder, Collection<SteamItem> items) {
    FakeSteamCmd program = new FakeSteamCmd(new SteamCmdState(folder.toAbsolutePath()));
    items.stream().filter(item -> item.result() == 1).forEach(program::put);
    return program;
  }

  /** How it is started; its commands come after these. */
  public List<String> launcher() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xshare:auto",
        "-cp",
        home(),
        FakeSteamCmd.class.getName(),
        state.folder().toString());
  }

  /** Puts an item there, in place of an earlier one of its id. */
  public void put(SteamItem item) {
    try {
      Files.createDirectories(state.folder());
      state.put(item);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What its next runs do with an item, one each; after that, all goes well. */
  public void next(long item, SteamCmdDeed... deeds) {
    plan(Long.toString(item), deeds);
  }

  /** What its next runs do at their login, one each; after that, all goes well. */
  public void nextLogin(SteamCmdDeed... deeds) {
    plan("login", deeds);
  }

  /** What its next runs do at their start, one each; after that, all goes well. */
  public void nextStart(SteamCmdDeed... deeds) {
    plan("start", deeds);
  }

  /** The commands of each run, in its order. */
  public List<List<String>> runs() {
    return state.notes("run");
  }

  /** The value of {@code HOME} in each run. */
  public List<String> homes() {
    return state.notes("home").stream().map(lines -> lines.get(0)).toList();
  }

  /** How many files of an item each run found that an earlier one had left. */
  public List<Integer> kept(long item) {
    return state.notes("kept-" + item).stream()
        .map(lines -> Integer.parseInt(lines.get(0)))
        .toList();
  }

  /** The numbers of the processes that it started and did not end. */
  public List<Long> children() {
    return state.notes("child").stream().map(lines -> Long.parseLong(lines.get(0))).toList();
  }

  private void plan(String what, SteamCmdDeed... deeds) {
    try {
      state.plan(what, List.of(deeds));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String home() {
    try {
      return Path.of(FakeSteamCmd.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs the program: a folder, and then commands, each of which begins with a plus sign. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    SteamCmdState state = new SteamCmdState(Path.of(arguments[0]));
    List<String> commands = List.of(arguments).subList(1, arguments.length);
    int exit = new SteamCmdSession(state, out).run(commands);
    out.flush();
    Runtime.getRuntime().halt(exit);
  }
}
