package org.betor.examples.cli;

import java.time.Duration;
import java.util.Locale;

/** Numbers for people, short. */
final class Amount {
  private static final String UNITS = "kMGTPE";

  private Amount() {}

  /** Such as {@code 702 B}, {@code 1.4 MB}, {@code 12 GB}; a thousand of each make the next. */
  static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double amount = bytes / 1000.0;
    int unit = 0;
    while (amount >= 999.5) {
      amount /= 1000;
      unit++;
    }
    return String.format(
        Locale.ROOT, amount < 9.95 ? "%.1f %sB" : "%.0f %sB", amount, UNITS.charAt(unit));
  }

  /** Such as {@code 45 s}, {@code 12 min 03 s}, {@code 3 h 40 min}, {@code 2 d 05 h}. */
  static String time(Duration time) {
    if (time.toHours() >= 24) {
      return "%d d %02d h".formatted(time.toDays(), time.toHoursPart());
    }
    if (time.toMinutes() >= 60) {
      return "%d h %02d min".formatted(time.toHours(), time.toMinutesPart());
    }
    return time.toSeconds() >= 60
        ? "%d min %02d s".formatted(time.toMinutes(), time.toSecondsPart())
        : time.toSeconds() + " s";
  }
}
