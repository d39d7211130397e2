package org.betor.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds out which of many operations a failure needs. */
final class Shrinking {
  private Shrinking() {}

  /** What is left when it passes if anything more is left out. */
  static List<Operation> smallest(List<Operation> failing, Predicate<List<Operation>> fails) {
    List<Operation> single = Operation.oneByOne(failing);
    List<Operation> left = fails.test(single) ? single : failing;
    for (int piece = left.size() / 2; piece > 0; piece = Math.min(piece / 2, left.size())) {
      left = without(left, piece, fails);
    }
    return left;
  }

  private static List<Operation> without(
      List<Operation> failing, int piece, Predicate<List<Operation>> fails) {
    List<Operation> left = failing;
    int from = 0;
    while (from < left.size()) {
      List<Operation> fewer = new ArrayList<>(left);
      fewer.subList(from, Math.min(from + piece, fewer.size())).clear();
      if (fails.test(fewer)) {
        left = fewer;
      } else {
        from += piece;
      }
    }
    return left;
  }
}
