package org.betor.core.internal.online;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The fields of a JSON object. One of another kind than the one asked for counts as not there. */
record Fields(Map<String, Object> values) {
  static final Fields NONE = new Fields(Map.of());

  private static final int MOST_ITEMS = 1_000;
  private static final int FIRST_YEAR = 1_870;
  private static final int LAST_YEAR = 2_200;
  private static final Duration LONGEST = Duration.ofDays(10);
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})(\\.0*)?");
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,20})?");
  private static final Pattern YEAR = Pattern.compile("(\\d{4})(-.*)?");

  /** The first text that there is under one of these names; empty if there is none. */
  String text(String... names) {
    return Stream.of(names)
        .map(this::value)
        .filter(text -> text.chars().anyMatch(Fields::isShown))
        .findFirst()
        .orElse("");
  }

  /** A number from zero. */
  OptionalInt number(String name) {
    return numberIn(value(name));
  }

  /** A number from zero, with a fraction. */
  OptionalDouble decimal(String name) {
    String text = value(name);
    return DECIMAL.matcher(text).matches()
        ? OptionalDouble.of(Double.parseDouble(text))
        : OptionalDouble.empty();
  }

  /** The year, or the year of the date, under the first of these names that has any text. */
  OptionalInt year(String... names) {
    return yearIn(text(names));
  }

  /** So many of these units; empty if none, or more than ten days. */
  Optional<Duration> duration(String name, Duration unit) {
    return durationOf(value(name), unit);
  }

  /** The first of a list of durations. */
  Optional<Duration> firstDuration(String name, Duration unit) {
    return texts(name).stream().findFirst().flatMap(first -> durationOf(first, unit));
  }

  /** The year that a text starts with, if films were made then. */
  static OptionalInt yearIn(String text) {
    Matcher date = YEAR.matcher(text);
    OptionalInt year = date.matches() ? numberIn(date.group(1)) : OptionalInt.empty();
    boolean fits = year.orElse(0) >= FIRST_YEAR && year.orElse(0) <= LAST_YEAR;
    return fits ? year : OptionalInt.empty();
  }

  /** The object of that name; one without fields if there is none. */
  Fields fields(String name) {
    return Optional.ofNullable(values.get(name)).flatMap(Fields::object).orElse(NONE);
  }

  /** The objects in the list of that name, of 1,000 items the first. */
  List<Fields> list(String name) {
    return items(name).flatMap(item -> object(item).stream()).toList();
  }

  /** The texts in the list of that name, of 1,000 items the first. */
  List<String> texts(String name) {
    return items(name).filter(String.class::isInstance).map(String.class::cast).toList();
  }

  private String value(String name) {
    return values.get(name) instanceof String text ? text : "";
  }

  private static OptionalInt numberIn(String text) {
    Matcher number = NUMBER.matcher(text);
    return number.matches()
        ? OptionalInt.of(Integer.parseInt(number.group(1)))
        : OptionalInt.empty();
  }

  private static Optional<Duration> durationOf(String text, Duration unit) {
    return numberIn(text).stream()
        .mapToObj(unit::multipliedBy)
        .filter(time -> !time.isZero() && time.compareTo(LONGEST) <= 0)
        .findFirst();
  }

  /** Whether a letter is still there when a title has made one line of its text. */
  private static boolean isShown(int letter) {
    return !Character.isWhitespace(letter)
        && !Character.isISOControl(letter)
        && letter != '\u00a0'
        && !Character.isHighSurrogate((char) letter);
  }

  private Stream<?> items(String name) {
    return values.get(name) instanceof List<?> items
        ? items.stream().limit(MOST_ITEMS)
        : Stream.of();
  }

  /** Only {@link Json} makes maps, with names as keys. */
  @SuppressWarnings("unchecked")
  private static Optional<Fields> object(Object value) {
    return value instanceof Map<?, ?> map
        ? Optional.of(new Fields((Map<String, Object>) map))
        : Optional.empty();
  }
}
