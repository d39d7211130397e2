package org.betor.mods.internal.http;

import java.time.Duration;

/**
 * How long an exchange may take, in real time.
 *
 * @param connect until a connection stands
 * @param silence between two bytes of the answer
 * @param total until the answer's last byte
 */
public record Patience(Duration connect, Duration silence, Duration total) {
  /** For a page. */
  public static final Patience PAGE =
      new Patience(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2));

  /** For a large file. */
  public static final Patience FILE =
      new Patience(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofHours(12));

  int connectMillis() {
    return Math.toIntExact(connect.toMillis());
  }

  int silenceMillis() {
    return Math.toIntExact(silence.toMillis());
  }
}
