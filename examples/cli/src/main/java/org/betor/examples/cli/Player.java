package org.betor.examples.cli;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program that plays an address.
 *
 * @param command what starts it, before the address
 * @param playsItself whether it runs as long as it plays; or else it only tells another to play
 */
record Player(List<String> command, boolean playsItself) {
  private static final List<String> USUAL = List.of("mpv", "vlc");

  /** The command, its words split at spaces. */
  static Player of(String command) {
    return new Player(List.of(command.strip().split("\\s+")), true);
  }

  /** The usual one of those that are installed, or else whatever the desktop opens films with. */
  static Player installed() {
    return installed(
        Optional.ofNullable(System.getenv("PATH")).orElse(""),
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT));
  }

  static Player installed(String path, String system) {
    return USUAL.stream()
        .flatMap(name -> executable(name, path))
        .findFirst()
        .map(program -> new Player(List.of(program), true))
        .orElseGet(() -> new Player(opener(system), false));
  }

  private static Stream<String> executable(String name, String path) {
    return Arrays.stream(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> Stream.of(name, name + ".exe").map(Path.of(folder)::resolve))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .map(Path::toString);
  }

  private static List<String> opener(String system) {
    if (system.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler");
    }
    return system.startsWith("mac") ? List.of("open") : List.of("xdg-open");
  }

  /**
   * Starts it; what it prints is not shown.
   *
   * @throws IOException if there is no such program; the message says what to do
   */
  Process play(URI address) throws IOException {
    List<String> words = new ArrayList<>(command);
    words.add(address.toString());
    try {
      return new ProcessBuilder(words)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new IOException(
          "%s cannot be started: name a player with --player, or give it %s yourself"
              .formatted(command.get(0), address),
          e);
    }
  }
}
