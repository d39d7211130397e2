package org.betor.benchmarks;

import java.util.Collection;
import java.util.List;

/** What is printed of many measurements. */
public final class Figures {
  private Figures() {}

  /** The middle one; the upper one of two. */
  public static double median(Collection<Double> figures) {
    return percentile(figures, 50);
  }

  /** The figure that so many percent do not exceed. */
  public static double percentile(Collection<Double> figures, int percent) {
    List<Double> sorted = figures.stream().sorted().toList();
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }
}
