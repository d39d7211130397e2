package org.betor.providers.torznab;

import static java.util.Map.entry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When an item was published: a date of RFC 1123 as servers write it, or one of ISO 8601. The day's
 * name is not believed; a zone that is missing or not known is UTC.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc822#section-5">RFC 822, date and time</a>
 */
final class PublishedDate {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:[a-z]+\\.?,?\\s*)?(\\d{1,2})[\\s-]+([a-z]{3})[a-z]*[\\s-]+(\\d{4})"
              + "\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\.\\d+)?\\s*(.*)");
  private static final Pattern NUMERIC_ZONE =
      Pattern.compile("(?:gmt|utc)?([+-]\\d{2}):?(\\d{2}).*");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Map<String, Integer> ZONE_HOURS =
      Map.ofEntries(
          entry("est", -5),
          entry("edt", -4),
          entry("cst", -6),
          entry("cdt", -5),
          entry("mst", -7),
          entry("mdt", -6),
          entry("pst", -8),
          entry("pdt", -7));
  private static final int MAX_CHARS = 100;

  private PublishedDate() {}

  /** The moment, if the text names one. */
  static Optional<Instant> read(String text) {
    String date = text.strip().toLowerCase(Locale.ROOT);
    Matcher form = FORM.matcher(date);
    try {
      if (date.length() > MAX_CHARS) {
        return Optional.empty();
      }
      return Optional.of(
          form.matches() ? moment(form) : OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  private static Instant moment(Matcher form) {
    return OffsetDateTime.of(
            Integer.parseInt(form.group(3)),
            MONTHS.indexOf(form.group(2)) + 1,
            Integer.parseInt(form.group(1)),
            Integer.parseInt(form.group(4)),
            Integer.parseInt(form.group(5)),
            form.group(6) == null ? 0 : Integer.parseInt(form.group(6)),
            0,
            zone(form.group(7)))
        .toInstant();
  }

  private static ZoneOffset zone(String text) {
    Matcher numeric = NUMERIC_ZONE.matcher(text);
    return numeric.matches()
        ? ZoneOffset.of(numeric.group(1) + ":" + numeric.group(2))
        : ZoneOffset.ofHours(ZONE_HOURS.getOrDefault(text, 0));
  }
}
