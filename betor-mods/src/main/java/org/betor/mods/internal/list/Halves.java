package org.betor.mods.internal.list;

import java.util.function.IntPredicate;

/** Finds places by halves. */
final class Halves {
  private Halves() {}

  /** The first place that is reached, as all after it are; the size if none is. */
  static int first(int size, IntPredicate isReached) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isReached.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
