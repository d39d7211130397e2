package org.betor.mods.interop;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;

/** What a test cannot do without: it is skipped, or fails where all of it has to be there. */
final class Needed {
  private Needed() {}

  /** A program of a Debian package, shown to be there by a command that ends well. */
  static void program(String debianPackage, String... command) {
    if (!endsWell(List.of(command))) {
      missing("%s is not here; apt-get install %s".formatted(command[0], debianPackage));
    }
  }

  /** File names in any script. */
  static void unicodeFileNames() {
    Charset names = Charset.forName(System.getProperty("sun.jnu.encoding"));
    if (!names.newEncoder().canEncode("ção日")) {
      missing("file names are in " + names + "; set LC_ALL=C.UTF-8");
    }
  }

  private static void missing(String what) {
    if (Boolean.getBoolean("interop.required")) {
      fail(what);
    }
    assumeTrue(false, "SKIPPED: " + what);
  }

  private static boolean endsWell(List<String> command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
