package org.betor.mods.internal.bzip2;

/** Finds where to begin a ring of bytes so that it is the least in lexicographical order. */
final class LeastRotation {
  private LeastRotation() {}

  /** Where it begins; the first such place if there are several. In linear time. */
  static int of(byte[] ring, int size) {
    int one = 0;
    int other = 1;
    int equal = 0;
    while (one < size && other < size && equal < size) {
      int difference = at(ring, size, one + equal) - at(ring, size, other + equal);
      if (difference == 0) {
        equal++;
        continue;
      }
      if (difference > 0) {
        one += equal + 1;
      } else {
        other += equal + 1;
      }
      if (one == other) {
        other++;
      }
      equal = 0;
    }
    return Math.min(one, other);
  }

  private static int at(byte[] ring, int size, int index) {
    return ring[index < size ? index : index - size] & 0xFF;
  }
}
