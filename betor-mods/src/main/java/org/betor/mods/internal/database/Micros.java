package org.betor.mods.internal.database;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Instants as microseconds since 1970, the same in every database and time zone. */
public final class Micros {
  /** Stands for a time that nobody told. */
  public static final long UNKNOWN = 0;

  private Micros() {}

  /** The microsecond of an instant. */
  public static long of(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /** The instant at which a microsecond begins. */
  public static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** The same, empty if {@link #UNKNOWN}. */
  public static Optional<Instant> known(long micros) {
    return micros == UNKNOWN ? Optional.empty() : Optional.of(instant(micros));
  }
}
