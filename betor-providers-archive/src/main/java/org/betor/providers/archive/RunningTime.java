package org.betor.providers.archive;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a film runs, in any of the spellings that the archive's users have. */
final class RunningTime {
  /** Hours, minutes and seconds, or the last two of them, as the archive asks for. */
  private static final Pattern CLOCK =
      Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,3}):([0-5]?\\d)(?:[.,]\\d+)?");

  private static final Pattern WORDS =
      Pattern.compile(
          "(?i)(?:(\\d{1,3})\\s*h(?:ours?|rs?)?\\.?)?[\\s,]*(?:(\\d{1,4})\\s*m(?:in(?:ute)?s?)?\\.?)?"
              + "[\\s,]*(?:(\\d{1,5})\\s*s(?:ec(?:ond)?s?)?\\.?)?");

  private RunningTime() {}

  /** Such as {@code 1:15:32}, {@code 14:48}, {@code 75 min} or {@code 1 hr 15 min}; positive. */
  static Optional<Duration> parse(String text) {
    return Optional.of(CLOCK.matcher(text))
        .filter(Matcher::matches)
        .or(() -> Optional.of(WORDS.matcher(text)).filter(Matcher::matches))
        .map(
            parts ->
                Duration.ofHours(number(parts, 1))
                    .plusMinutes(number(parts, 2))
                    .plusSeconds(number(parts, 3)))
        .filter(time -> !time.isZero());
  }

  private static long number(Matcher parts, int group) {
    return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
  }
}
