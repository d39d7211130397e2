package org.betor.mods.internal.archive;

import java.util.stream.Collectors;

/** Makes hostile names fit for a message. */
public final class Printable {
  private static final int LONGEST = 200;

  private Printable() {}

  /** Without control characters, and not too long. */
  public static String of(String name) {
    String plain =
        name.codePoints()
            .limit(LONGEST)
            .mapToObj(c -> Character.isISOControl(c) ? "?" : Character.toString(c))
            .collect(Collectors.joining());
    return name.codePointCount(0, name.length()) > LONGEST ? plain + "..." : plain;
  }
}
