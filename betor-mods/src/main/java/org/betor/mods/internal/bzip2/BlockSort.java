package org.betor.mods.internal.bzip2;

import static org.betor.mods.internal.bzip2.Format.FULL_BLOCK;

import java.util.Arrays;

/**
 * The Burrows-Wheeler transform of a block: the byte before each rotation, in the order of the
 * rotations.
 *
 * <p>The block is turned until it is the least of its rotations. Then its suffixes have the order
 * of its rotations, and of suffixes only those have to be sorted that come before the next one,
 * which does not come before its next: the stars. All others follow from them in two passes.
 *
 * @see <a href="https://doi.org/10.1109/SPIRE.1999.796581">H. Itoh, H. Tanaka, An efficient method
 *     for in memory construction of suffix arrays, 1999</a>
 */
final class BlockSort {
  private static final int BYTES = 256;

  /** Up to here, looking through all pairs of bytes would take the most time. */
  private static final int SMALL = 6_000;

  /** The transform of the last block. */
  final byte[] transformed = new byte[FULL_BLOCK];

  private final byte[] text = new byte[FULL_BLOCK + StarSort.OVERLAP];
  private final int[] order = new int[FULL_BLOCK];
  private final long[] starPlaces = new long[FULL_BLOCK / 2 + 1];
  private final StarSort stars = new StarSort(text, starPlaces);
  private final int[] falling = new int[BYTES];
  private final int[] rising = new int[BYTES * BYTES]; // by the second byte, then the first
  private final int[] starEnds = new int[BYTES * BYTES];
  private final int[] firstOf = new int[BYTES + 1];
  private final int[] firstRising = new int[BYTES];
  private int size;
  private int starCount;

  /** Transforms a block; returns which of its rotations is the block itself. */
  int transform(byte[] block, int blockSize) {
    size = blockSize;
    int turned = LeastRotation.of(block, size);
    turn(block, turned);
    int whole = (size - turned) % size;
    if (size <= SMALL) {
      return sortAll(whole);
    }
    count();
    if (!sortStars()) {
      return sortAll(whole);
    }
    layOut();
    induceRising();
    return induceFalling(whole);
  }

  private void turn(byte[] block, int by) {
    System.arraycopy(block, by, text, 0, size - by);
    System.arraycopy(block, 0, text, size - by, by);
    for (int i = 0; i < StarSort.OVERLAP; i++) {
      text[size + i] = text[i];
    }
  }

  private void count() {
    Arrays.fill(falling, 0);
    Arrays.fill(rising, 0);
    Arrays.fill(starEnds, 0);
    starCount = 0;
    int next = text[size - 1] & 0xFF;
    falling[next]++;
    boolean rises = false;
    for (int i = size - 2; i >= 0; i--) {
      int here = text[i] & 0xFF;
      if (here < next || (here == next && rises)) {
        int pair = next << 8 | here;
        rising[pair]++;
        if (!rises) {
          starEnds[pair]++;
          order[starCount++] = i;
        }
        rises = true;
      } else {
        falling[here]++;
        rises = false;
      }
      next = here;
    }
  }

  private boolean sortStars() {
    int[] begins = starEnds; // each end moves to its beginning
    for (int pair = 1; pair < begins.length; pair++) {
      begins[pair] += begins[pair - 1];
    }
    for (int i = 0; i < starCount; i++) {
      int place = order[i];
      int pair = (text[place + 1] & 0xFF) << 8 | (text[place] & 0xFF);
      starPlaces[--begins[pair]] = place;
    }
    stars.begin(size);
    for (int pair = 0; pair < begins.length; pair++) {
      int end = pair + 1 < begins.length ? begins[pair + 1] : starCount;
      if (!stars.sort(begins[pair], end, 2)) {
        return false;
      }
    }
    return true;
  }

  /** Where each bucket is; those of rising suffixes begin with their stars. */
  private void layOut() {
    int at = 0;
    for (int first = 0; first < BYTES; first++) {
      firstOf[first] = at;
      at += falling[first];
      firstRising[first] = at;
      for (int second = first; second < BYTES; second++) {
        int pair = second << 8 | first;
        int from = starEnds[pair];
        int to = pair + 1 < starEnds.length ? starEnds[pair + 1] : starCount;
        for (int i = from; i < to; i++) {
          order[at + i - from] = stars.place(i);
        }
        at += rising[pair];
        rising[pair] = at;
      }
    }
    firstOf[BYTES] = at;
  }

  private void induceRising() {
    for (int first = BYTES - 1; first >= 0; first--) {
      int row = first << 8;
      for (int i = firstOf[first + 1] - 1; i >= firstRising[first]; i--) {
        int place = order[i] - 1;
        if (place >= 0) {
          int before = text[place] & 0xFF;
          if (before <= first) {
            order[--rising[row | before]] = place;
          }
        }
      }
    }
  }

  private int induceFalling(int whole) {
    System.arraycopy(firstOf, 0, falling, 0, BYTES);
    order[falling[text[size - 1] & 0xFF]++] = size - 1;
    int found = 0;
    for (int first = 0; first < BYTES; first++) {
      int end = firstOf[first + 1];
      for (int i = firstOf[first]; i < end; i++) {
        int place = order[i];
        if (place == whole) {
          found = i;
        }
        int before = text[place == 0 ? size - 1 : place - 1] & 0xFF;
        transformed[i] = (byte) before;
        boolean falls = before > first || (before == first && i < firstRising[first]);
        if (falls && place > 0) {
          order[falling[before]++] = place - 1;
        }
      }
    }
    return found;
  }

  private int sortAll(int whole) {
    int[] letters = new int[size];
    for (int i = 0; i < size; i++) {
      letters[i] = text[i] & 0xFF;
    }
    int[] sorted = InducedSort.sort(letters, BYTES);
    int found = 0;
    for (int i = 0; i < size; i++) {
      int place = sorted[i];
      if (place == whole) {
        found = i;
      }
      transformed[i] = text[place == 0 ? size - 1 : place - 1];
    }
    return found;
  }
}
