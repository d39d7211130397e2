package org.betor.testkit;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.reverseOrder;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.api.spi.CatalogQuery.Sort;

/**
 * The place of a release in an order: the largest value first, no value last; then by key, so that
 * no two have the same place.
 *
 * @param value what the order goes by
 * @param key the release
 */
record Order(Optional<BigDecimal> value, ReleaseKey key) implements Comparable<Order> {
  private static final Comparator<Order> FIRST_TO_LAST =
      comparing((Order place) -> place.value.isEmpty())
          .thenComparing(place -> place.value.orElse(BigDecimal.ZERO), reverseOrder())
          .thenComparing(place -> place.key.value(), naturalOrder());

  /** The place of a release. */
  static Order of(Release release, Sort sort) {
    return new Order(value(release, sort), release.key());
  }

  /** What an order goes by; the best match is as good as the newest, here. */
  static Optional<BigDecimal> value(Release release, Sort sort) {
    return switch (sort) {
      case RELEVANCE, NEWEST ->
          release.sections().stream().map(Section::seen).max(naturalOrder()).map(Order::decimal);
      case SEEDERS -> decimal(release.seeders());
      case SIZE -> release.sizeBytes().stream().mapToObj(BigDecimal::valueOf).findFirst();
      case YEAR -> decimal(release.year());
    };
  }

  /**
   * Reads a cursor.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Order parse(String cursor) {
    try {
      String[] parts = cursor.split(" ", 2);
      Optional<BigDecimal> value =
          parts[0].equals("-") ? Optional.empty() : Optional.of(new BigDecimal(parts[0]));
      return new Order(value, new ReleaseKey(parts[1]));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException reason) {
      throw new IllegalArgumentException("no cursor of this catalogue: \"" + cursor + "\"", reason);
    }
  }

  /** As a cursor. */
  @Override
  public String toString() {
    return value.map(BigDecimal::toPlainString).orElse("-") + " " + key;
  }

  @Override
  public int compareTo(Order other) {
    return FIRST_TO_LAST.compare(this, other);
  }

  private static BigDecimal decimal(Instant time) {
    return BigDecimal.valueOf(time.getEpochSecond()).add(BigDecimal.valueOf(time.getNano(), 9));
  }

  private static Optional<BigDecimal> decimal(OptionalInt number) {
    return number.stream().mapToObj(each -> BigDecimal.valueOf(each)).findFirst();
  }
}
