package org.betor.samples;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The parameters of a request.
 *
 * @param values by their names in any case
 */
record TorznabQuery(Map<String, String> values) {
  private static final int FAMILY = 1_000;
  private static final int MOST = 100;

  static TorznabQuery of(String rawQuery) {
    Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String pair : rawQuery.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
        values.put(pair.substring(0, equals), value);
      }
    }
    return new TorznabQuery(values);
  }

  /** A value; empty if it is missing or empty. */
  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  String function() {
    return value("t").orElse("");
  }

  int offset() {
    return number("offset").orElse(0);
  }

  int limit() {
    return Math.min(MOST, number("limit").orElse(MOST));
  }

  /** The digits of an IMDb id, with or without letters before them; empty if it is malformed. */
  Optional<String> imdb() {
    return value("imdbid")
        .map(id -> id.replaceFirst("^t+", ""))
        .filter(digits -> digits.matches("0*[1-9]\\d{0,8}"));
  }

  boolean hasBadImdb() {
    return value("imdbid").isPresent() && imdb().isEmpty();
  }

  /** What answers, in the given order. */
  List<TorznabRelease> answers(List<TorznabRelease> all) {
    return Stream.<Predicate<TorznabRelease>>of(
            this::isInCategories, this::isInWords, this::isWork, this::isPart)
        .reduce(Predicate::and)
        .map(fits -> all.stream().filter(fits).toList())
        .orElse(all);
  }

  private boolean isInCategories(TorznabRelease release) {
    return value("cat")
        .map(
            list ->
                Stream.of(list.split(",", -1))
                    .filter(number -> number.matches("\\d{1,9}"))
                    .map(Integer::valueOf)
                    .anyMatch(number -> isIn(number, release)))
        .orElse(true);
  }

  private static boolean isIn(int wanted, TorznabRelease release) {
    return release.categories().stream()
        .anyMatch(
            number ->
                number == wanted || (wanted % FAMILY == 0 && number / FAMILY == wanted / FAMILY));
  }

  private boolean isInWords(TorznabRelease release) {
    String year = value("year").map(number -> " " + number).orElse("");
    return release.matches(value("q").orElse("") + year);
  }

  private boolean isWork(TorznabRelease release) {
    return imdb()
        .map(
            digits ->
                release
                    .post()
                    .imdbId()
                    .map(id -> id.substring(2))
                    .filter(digits::equals)
                    .isPresent())
        .orElse(true);
  }

  private boolean isPart(TorznabRelease release) {
    return number("season").map(release::isOf).orElse(true)
        && number("ep").map(release::has).orElse(true);
  }

  private Optional<Integer> number(String name) {
    return value(name).filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf);
  }
}
