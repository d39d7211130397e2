package org.betor.api.spi;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long a server asks us to wait: a number of seconds, or until a moment.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-retry-after">RFC 9110, Retry-After</a>
 */
final class RetryAfter {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private RetryAfter() {}

  static Optional<Duration> of(Page page, Instant now) {
    return seconds(page).or(() -> moment(page, "Retry-After").map(until -> from(now, until)));
  }

  /** Counts from when the answer says that it was sent. */
  static Optional<Duration> of(Page page) {
    return seconds(page)
        .or(
            () ->
                moment(page, "Date")
                    .flatMap(sent -> moment(page, "Retry-After").map(until -> from(sent, until))));
  }

  private static Optional<Duration> seconds(Page page) {
    return page.header("Retry-After")
        .map(String::strip)
        .filter(value -> SECONDS.matcher(value).matches())
        .map(value -> Duration.ofSeconds(Long.parseLong(value)));
  }

  private static Optional<Instant> moment(Page page, String header) {
    try {
      return page.header(header)
          .map(value -> ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME))
          .map(ZonedDateTime::toInstant);
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Duration from(Instant start, Instant end) {
    return end.isBefore(start) ? Duration.ZERO : Duration.between(start, end);
  }
}
