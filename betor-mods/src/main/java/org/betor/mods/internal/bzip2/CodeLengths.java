package org.betor.mods.internal.bzip2;

import java.util.Arrays;

/** Finds how many bits each symbol gets, by Huffman's algorithm. */
final class CodeLengths {
  /** Decoders take 20, but what comes close to it is rare and saves nothing. */
  private static final int LONGEST = 17;

  private static final int SYMBOL_BITS = 9;

  private CodeLengths() {}

  /** Fills in the lengths; symbols that never come get one too. */
  static void find(int[] frequencies, int symbols, byte[] lengths) {
    int[] weights = new int[symbols];
    for (int i = 0; i < symbols; i++) {
      weights[i] = Math.max(1, frequencies[i]);
    }
    while (longest(weights, lengths) > LONGEST) {
      for (int i = 0; i < symbols; i++) {
        weights[i] = weights[i] / 2 + 1;
      }
    }
  }

  private static int longest(int[] weights, byte[] lengths) {
    int leaves = weights.length;
    long[] sorted = new long[leaves];
    for (int i = 0; i < leaves; i++) {
      sorted[i] = (long) weights[i] << SYMBOL_BITS | i;
    }
    Arrays.sort(sorted);
    int[] parents = parents(sorted);
    int[] depths = new int[parents.length];
    for (int node = parents.length - 2; node >= 0; node--) {
      depths[node] = depths[parents[node]] + 1;
    }
    int longest = 0;
    for (int leaf = 0; leaf < leaves; leaf++) {
      int symbol = (int) sorted[leaf] & (1 << SYMBOL_BITS) - 1;
      lengths[symbol] = (byte) depths[leaf];
      longest = Math.max(longest, depths[leaf]);
    }
    return longest;
  }

  /** Leaves come first, inner nodes as they are made, which is by weight too. */
  private static int[] parents(long[] sorted) {
    int leaves = sorted.length;
    int nodes = 2 * leaves - 1;
    long[] weights = new long[nodes];
    int[] parents = new int[nodes];
    for (int i = 0; i < leaves; i++) {
      weights[i] = sorted[i] >>> SYMBOL_BITS;
    }
    int leaf = 0;
    int inner = leaves;
    for (int made = leaves; made < nodes; made++) {
      for (int child = 0; child < 2; child++) {
        boolean takesLeaf = leaf < leaves && (inner == made || weights[leaf] <= weights[inner]);
        int taken = takesLeaf ? leaf++ : inner++;
        weights[made] += weights[taken];
        parents[taken] = made;
      }
    }
    return parents;
  }
}
