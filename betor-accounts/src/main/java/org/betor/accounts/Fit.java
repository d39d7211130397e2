package org.betor.accounts;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.betor.api.model.Release;

/**
 * How well a release fits a {@link Preference}, and why.
 *
 * @param points one for each aspect
 */
public record Fit(Release release, List<Point> points) {
  /** Copies the points. */
  public Fit {
    points = List.copyOf(points);
  }

  /** All points together: the release with the most is played. */
  public int total() {
    return points.stream().mapToInt(Point::points).sum();
  }

  /**
   * For people, such as {@code Sintel: 1450 points (language +1000: pt-BR is spoken; ...)}. How
   * points are given may change.
   */
  @Override
  public String toString() {
    String why = points.stream().map(Point::toString).collect(joining("; "));
    return "%s: %d points (%s)".formatted(release.title(), total(), why);
  }

  /**
   * What one aspect counts.
   *
   * @param aspect what was looked at, such as {@code language}
   * @param points may be negative
   * @param because what was seen, for people
   */
  public record Point(String aspect, int points, String because) {
    @Override
    public String toString() {
      return "%s %+d: %s".formatted(aspect, points, because);
    }
  }
}
