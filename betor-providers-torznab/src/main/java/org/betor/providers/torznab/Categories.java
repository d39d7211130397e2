package org.betor.providers.torznab;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.betor.api.model.MediaType;

/**
 * The numbers of Newznab's categories. Thousands are parents and include what is between them and
 * the next one; from 100,000 on they are a site's own.
 */
final class Categories {
  private static final int FAMILY = 1_000;
  private static final int FILMS = 2;
  private static final int SERIES = 5;
  private static final int OWN = 100_000;

  private Categories() {}

  /** Film or series, if the categories say one of them and not the other. */
  static MediaType mediaType(Collection<Integer> categories) {
    boolean film = categories.stream().anyMatch(number -> number / FAMILY == FILMS);
    boolean series = categories.stream().anyMatch(number -> number / FAMILY == SERIES);
    return film == series ? MediaType.UNKNOWN : film ? MediaType.FILM : MediaType.SERIES;
  }

  /**
   * The wanted categories that an endpoint has; all of them if it does not say what it has. Where
   * it lacks a wanted parent, its children stand for it.
   */
  static List<Integer> offered(List<Integer> wanted, Collection<Integer> has) {
    return has.isEmpty()
        ? wanted
        : wanted.stream().flatMapToInt(number -> offered(number, has)).distinct().boxed().toList();
  }

  /** Those that may hold works of a kind; all of them if none may. */
  static List<Integer> of(MediaType type, List<Integer> categories) {
    int family = type == MediaType.FILM ? FILMS : SERIES;
    List<Integer> fit =
        categories.stream().filter(number -> number >= OWN || number / FAMILY == family).toList();
    return type == MediaType.UNKNOWN || fit.isEmpty() ? categories : fit;
  }

  static String list(Collection<Integer> categories) {
    return categories.stream().map(String::valueOf).collect(joining(","));
  }

  private static IntStream offered(int number, Collection<Integer> has) {
    int parent = number - number % FAMILY;
    IntPredicate isChild = other -> other > parent && other < parent + FAMILY;
    boolean hasChildren = has.stream().anyMatch(isChild::test);
    if (has.contains(number) || (has.contains(parent) && number < OWN && !hasChildren)) {
      return IntStream.of(number);
    }
    return number == parent && number < OWN
        ? has.stream().mapToInt(Integer::intValue).filter(isChild)
        : IntStream.empty();
  }
}
