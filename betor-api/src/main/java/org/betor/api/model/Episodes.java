package org.betor.api.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which part of a series a torrent holds.
 *
 * @param seasons season numbers, 0 for specials; empty if nobody says
 * @param numbers episode numbers within the season; empty means the whole of the seasons
 */
public record Episodes(SortedSet<Integer> seasons, SortedSet<Integer> numbers) {
  /** Nothing is said of seasons or episodes. */
  public static final Episodes NONE = new Episodes(List.of(), List.of());

  private static final int MAX_NUMBER = 99_999;

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException if a number is negative or over 99,999
   */
  public Episodes {
    seasons = Collections.unmodifiableSortedSet(new TreeSet<>(seasons));
    numbers = Collections.unmodifiableSortedSet(new TreeSet<>(numbers));
    checkRange(seasons);
    checkRange(numbers);
  }

  private Episodes(Collection<Integer> seasons, Collection<Integer> numbers) {
    this(new TreeSet<>(seasons), new TreeSet<>(numbers));
  }

  /** Whole seasons. */
  public static Episodes seasons(Collection<Integer> seasons) {
    return new Episodes(seasons, List.of());
  }

  /** Some episodes of a season; or of none in particular, where nobody names one. */
  public static Episodes of(Collection<Integer> seasons, Collection<Integer> numbers) {
    return new Episodes(seasons, numbers);
  }

  /**
   * As users of the field write it, such as {@code S01E01-E03,E05}; empty if nothing is known.
   * Different parts have different texts.
   */
  @Override
  public String toString() {
    return ranges("S", seasons) + ranges("E", numbers);
  }

  private static String ranges(String letter, SortedSet<Integer> numbers) {
    StringBuilder text = new StringBuilder();
    for (int number : numbers) {
      if (!numbers.contains(number - 1)) {
        text.append(text.isEmpty() ? "" : ",").append(numbered(letter, number));
      } else if (!numbers.contains(number + 1)) {
        text.append('-').append(numbered(letter, number));
      }
    }
    return text.toString();
  }

  private static String numbered(String letter, int number) {
    return letter + "%02d".formatted(number);
  }

  private static void checkRange(SortedSet<Integer> numbers) {
    if (!numbers.isEmpty() && (numbers.first() < 0 || numbers.last() > MAX_NUMBER)) {
      throw new IllegalArgumentException(
          "seasons and episodes are numbers from 0 to " + MAX_NUMBER + ", got " + numbers);
    }
  }
}
