package org.betor.core;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a program is started that a test kills, or that has a disk of its own. */
public final class TestProgram {
  private TestProgram() {}

  /** The words of a command that runs a class of these tests in another JVM. */
  public static List<String> command(Class<?> main, String... arguments) throws URISyntaxException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")); // for a short life
    words.addAll(List.of("-cp", classPath(), main.getName()));
    words.addAll(List.of(arguments));
    return words;
  }

  /** Everything that these tests run on, be it on the module path or the class path. */
  private static String classPath() throws URISyntaxException {
    Path tests = Path.of(Films.class.getResource("/org/betor/core/Films.class").toURI());
    return Stream.concat(
            Stream.of(tests.resolve("../../../..").normalize().toString()),
            Stream.of("jdk.module.path", "java.class.path", "surefire.real.class.path")
                .map(System::getProperty)
                .filter(Objects::nonNull))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
