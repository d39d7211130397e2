package org.betor.testkit.server;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a test cannot do without: it is skipped, or fails where all of it has to be there. */
final class Installed {
  private Installed() {}

  /** These programs of a Debian package. */
  static void need(String debianPackage, Path... programs) {
    List<Path> missing =
        Stream.of(programs).filter(program -> !Files.isExecutable(program)).toList();
    if (missing.isEmpty()) {
      return;
    }
    String what = "%s are not here; apt-get install %s".formatted(missing, debianPackage);
    if (Boolean.getBoolean("interop.required")) {
      fail(what);
    }
    assumeTrue(false, "SKIPPED: " + what);
  }
}
