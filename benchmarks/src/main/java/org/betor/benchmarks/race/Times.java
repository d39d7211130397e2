package org.betor.benchmarks.race;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.betor.benchmarks.Figures;

/** Microseconds of one kind of question: of the pass at hand, and percentiles of those before. */
final class Times {
  private final List<List<Double>> now = new ArrayList<>();
  private final List<List<Double>> medians = new ArrayList<>();
  private final List<List<Double>> worst = new ArrayList<>();
  private final double[] spent;
  private final double[] alike;
  private int compared;

  Times(int contestants) {
    spent = new double[contestants];
    alike = new double[contestants];
    for (int i = 0; i < contestants; i++) {
      now.add(new ArrayList<>());
      medians.add(new ArrayList<>());
      worst.add(new ArrayList<>());
    }
  }

  /** The median of all passes' percentile. */
  double p50(int contestant) {
    return Figures.percentile(medians.get(contestant), 50);
  }

  /** The median of all passes' percentile. */
  double p99(int contestant) {
    return Figures.percentile(worst.get(contestant), 50);
  }

  /**
   * In which part of the questions, from 0 to 1, a contestant found what was meant; of suggestions,
   * which part of the first one's titles it has as well.
   */
  double share(int contestant) {
    return alike[contestant] * alike.length / compared;
  }

  void addShare(int contestant, double share) {
    alike[contestant] += share;
    compared++;
  }

  void add(int contestant, double micros) {
    now.get(contestant).add(micros);
    spent[contestant] += micros / 1e6;
  }

  double spent(int contestant) {
    return spent[contestant];
  }

  void forget() {
    now.forEach(List::clear);
    Arrays.fill(spent, 0);
  }

  void keep() {
    for (int i = 0; i < now.size(); i++) {
      medians.get(i).add(Figures.percentile(now.get(i), 50));
      worst.get(i).add(Figures.percentile(now.get(i), 99));
    }
  }
}
