package org.betor.p2p;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file system of 3 MB in memory at a folder's {@code films/}, which Linux lets a program mount
 * that runs in a namespace of its own.
 */
final class OwnDisk {
  private static final String IN_OWN_NAMESPACE = "unshare -rm ";

  private OwnDisk() {}

  /** Skips the tests of machines that do not allow it. */
  static void isNeeded() throws Exception {
    assumeTrue(
        run(IN_OWN_NAMESPACE + "mount -t tmpfs tmpfs /tmp").exitValue() == 0,
        "skipped: this machine lets nobody mount a file system of their own");
  }

  /** Runs a program, whose argument is the folder; what it said, once it ended well. */
  static String run(Class<?> program, Path folder) throws Exception {
    Path films = Files.createDirectories(films(folder));
    String command =
        String.join(
            " ",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            TestClassPath.get(),
            "'" + program.getName() + "'",
            folder.toString());

    Process done =
        run(
            IN_OWN_NAMESPACE + "sh -c",
            "mount -t tmpfs -o size=3m tmpfs %s && exec %s".formatted(films, command));

    String said = new String(done.getInputStream().readAllBytes(), UTF_8);
    assertThat(done.exitValue()).as(said).isZero();
    return said;
  }

  /** Within the program: where the file system is. */
  static Path films(Path folder) {
    return folder.resolve("films");
  }

  /** Within the program: mounts it with other options. */
  static void remount(Path folder, String options) throws Exception {
    String command = "mount -o remount,%s %s".formatted(options, films(folder));
    if (run(command).exitValue() != 0) {
      throw new IllegalStateException("it was not done: " + command);
    }
  }

  private static Process run(String words, String... more) throws Exception {
    List<String> command = new ArrayList<>(List.of(words.split(" ")));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.waitFor();
    return process;
  }
}
