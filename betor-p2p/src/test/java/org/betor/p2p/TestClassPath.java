package org.betor.p2p;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a program needs that is started with the classes of these tests. */
final class TestClassPath {
  private TestClassPath() {}

  /** Everything that these tests run on, be it on the module path or the class path. */
  static String get() throws URISyntaxException {
    Path tests = Path.of(Film.class.getResource("/org/betor/p2p/Film.class").toURI());
    return Stream.concat(
            Stream.of(tests.resolve("../../../..").normalize().toString()),
            Stream.of("jdk.module.path", "java.class.path", "surefire.real.class.path")
                .map(System::getProperty)
                .filter(Objects::nonNull))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
