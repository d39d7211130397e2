package org.betor.mods.internal.bzip2;

import java.util.Arrays;

/**
 * Sorts the suffixes of a text in linear time, whatever it repeats.
 *
 * @see <a href="https://doi.org/10.1109/TC.2010.188">G. Nong, S. Zhang, W. H. Chan, Two Efficient
 *     Algorithms for Linear Time Suffix Array Construction, 2011</a>
 */
final class InducedSort {
  private static final int NONE = -1;

  private final int[] text;
  private final int[] sorted;
  private final int[] starts; // of each letter's bucket, and after the last
  private final boolean[] rising; // whether a suffix comes before the one that begins after it

  private InducedSort(int[] text, int letters) {
    this.text = text;
    sorted = new int[text.length];
    starts = new int[letters + 1];
    rising = new boolean[text.length];
    for (int letter : text) {
      starts[letter + 1]++;
    }
    for (int letter = 0; letter < letters; letter++) {
      starts[letter + 1] += starts[letter];
    }
    for (int i = text.length - 2; i >= 0; i--) {
      rising[i] = text[i] < text[i + 1] || (text[i] == text[i + 1] && rising[i + 1]);
    }
  }

  /**
   * The places where suffixes begin, in the order of the suffixes.
   *
   * @param text letters from 0
   * @param letters more than the greatest of them
   */
  static int[] sort(int[] text, int letters) {
    InducedSort sort = new InducedSort(text, letters);
    int[] valleys = sort.valleys();
    sort.induce(valleys);
    if (valleys.length > 1) {
      sort.induce(sort.ordered(valleys));
    }
    return sort.sorted;
  }

  private boolean isValley(int place) {
    return place > 0 && rising[place] && !rising[place - 1];
  }

  private int[] valleys() {
    int[] valleys = new int[text.length / 2 + 1];
    int count = 0;
    for (int i = 1; i < text.length; i++) {
      if (isValley(i)) {
        valleys[count++] = i;
      }
    }
    return Arrays.copyOf(valleys, count);
  }

  /** Sorts all by these, and these by no more than the stretches between them if unsorted. */
  private void induce(int[] valleys) {
    Arrays.fill(sorted, NONE);
    int[] ends = Arrays.copyOfRange(starts, 1, starts.length);
    for (int i = valleys.length - 1; i >= 0; i--) {
      sorted[--ends[text[valleys[i]]]] = valleys[i];
    }
    induceFalling();
    induceRising();
  }

  private void induceFalling() {
    int[] next = starts.clone();
    int last = text.length - 1;
    sorted[next[text[last]]++] = last;
    for (int i = 0; i < sorted.length; i++) {
      int place = sorted[i] - 1;
      if (place >= 0 && !rising[place]) {
        sorted[next[text[place]]++] = place;
      }
    }
  }

  private void induceRising() {
    int[] ends = Arrays.copyOfRange(starts, 1, starts.length);
    for (int i = sorted.length - 1; i >= 0; i--) {
      int place = sorted[i] - 1;
      if (place >= 0 && rising[place]) {
        sorted[--ends[text[place]]] = place;
      }
    }
  }

  /** The valleys in the order of their suffixes: that of a text whose letters are the stretches. */
  private int[] ordered(int[] valleys) {
    int[] names = new int[text.length];
    int letters = name(names);
    int[] shorter = new int[valleys.length];
    for (int i = 0; i < valleys.length; i++) {
      shorter[i] = names[valleys[i]];
    }
    int[] order = sort(shorter, letters);
    for (int i = 0; i < order.length; i++) {
      order[i] = valleys[order[i]];
    }
    return order;
  }

  /** Numbers the stretches in their order, equal ones alike; returns how many there are. */
  private int name(int[] names) {
    int letters = 0;
    int before = NONE;
    for (int place : sorted) {
      if (isValley(place)) {
        if (before == NONE || !isSameStretch(before, place)) {
          letters++;
        }
        names[place] = letters - 1;
        before = place;
      }
    }
    return letters;
  }

  private boolean isSameStretch(int one, int other) {
    int i = 0;
    while (one + i < text.length && other + i < text.length) {
      boolean end = i > 0 && isValley(one + i);
      if (text[one + i] != text[other + i] || end != (i > 0 && isValley(other + i))) {
        return false;
      }
      if (end) {
        return true;
      }
      i++;
    }
    return false;
  }
}
