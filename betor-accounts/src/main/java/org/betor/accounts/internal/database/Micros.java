package org.betor.accounts.internal.database;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as microseconds since 1970, the same in every database and time zone. */
public final class Micros {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
  private static final long SECOND = 1_000_000;
  private static final int NANOS = 1000;

  private Micros() {}

  /** The microsecond of an instant, or of the end of the years 1 to 9999 that is nearest to it. */
  public static long of(Instant instant) {
    Instant within = instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
    return within.getEpochSecond() * SECOND + within.getNano() / NANOS;
  }

  /** The instant at which a microsecond begins. */
  public static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
