package org.betor.mods;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Starts programs that have all that these tests have. */
final class OtherProgram {
  private OtherProgram() {}

  /** How a program with a {@code main} is started; its arguments come after these. */
  static List<String> command(Class<?> program) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        classPath(),
        program.getName());
  }

  /** Class path and module path alike, since the tests may run on either. */
  private static String classPath() {
    return Stream.of("java.class.path", "jdk.module.path", "surefire.test.class.path")
        .map(name -> System.getProperty(name, ""))
        .filter(path -> !path.isEmpty())
        .reduce((one, other) -> one + File.pathSeparator + other)
        .orElseThrow();
  }
}
