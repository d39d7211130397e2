package org.betor.mods.internal.bzip2;

import static org.betor.mods.internal.bzip2.Format.GROUP;
import static org.betor.mods.internal.bzip2.Format.MAX_BLOCK;
import static org.betor.mods.internal.bzip2.Format.MAX_SYMBOLS;
import static org.betor.mods.internal.bzip2.Format.MAX_TABLES;

import java.util.Arrays;

/**
 * The code tables of a block, and which of them each group of fifty symbols uses. They start from a
 * guess, and a few times groups choose the best table and tables follow their groups.
 */
final class CodeTables {
  private static final int ROUNDS = 4;
  private static final int[] SYMBOLS_FOR_ONE_MORE = {200, 600, 1200, 2400};
  private static final byte UNLIKELY = 15;

  /** Bits for the cost of a group in one table: 50 codes of up to 20 bits. All fit a long. */
  private static final int COST_BITS = 10;

  private static final int COST = (1 << COST_BITS) - 1;

  /** The length of each symbol's code in each table. */
  final byte[][] lengths = new byte[MAX_TABLES][MAX_SYMBOLS];

  /** The table of each group. */
  final byte[] selectors = new byte[MAX_BLOCK / GROUP + 1];

  /** How many tables there are. */
  int tables;

  /** How many groups there are. */
  int groups;

  private final int[][] frequencies = new int[MAX_TABLES][MAX_SYMBOLS];
  private final long[] costs = new long[MAX_SYMBOLS]; // of a symbol in each table

  void fit(MoveToFront block) {
    tables = 2;
    for (int limit : SYMBOLS_FOR_ONE_MORE) {
      tables += block.size < limit ? 0 : 1;
    }
    guess(block);
    for (int round = 0; round < ROUNDS; round++) {
      sumCosts(block.alphabet);
      select(block);
      for (int table = 0; table < tables; table++) {
        CodeLengths.find(frequencies[table], block.alphabet, lengths[table]);
      }
    }
  }

  /** Each table is for as many symbols of the block, from the most recent bytes on. */
  private void guess(MoveToFront block) {
    int symbolsLeft = block.size;
    int from = 0;
    for (int table = 0; table < tables; table++) {
      int share = symbolsLeft / (tables - table);
      int to = from;
      int taken = 0;
      while (to < block.alphabet && (taken < share || to == from)) {
        taken += block.frequencies[to++];
      }
      Arrays.fill(lengths[table], UNLIKELY);
      Arrays.fill(lengths[table], from, to, (byte) 0);
      symbolsLeft -= taken;
      from = to;
    }
  }

  private void sumCosts(int alphabet) {
    for (int symbol = 0; symbol < alphabet; symbol++) {
      long all = 0;
      for (int table = tables - 1; table >= 0; table--) {
        all = all << COST_BITS | lengths[table][symbol];
      }
      costs[symbol] = all;
    }
  }

  private void select(MoveToFront block) {
    for (int[] table : frequencies) {
      Arrays.fill(table, 0);
    }
    groups = 0;
    for (int from = 0; from < block.size; from += GROUP) {
      int to = Math.min(block.size, from + GROUP);
      long cost = 0;
      for (int i = from; i < to; i++) {
        cost += costs[block.symbols[i]];
      }
      int table = cheapest(cost);
      selectors[groups++] = (byte) table;
      int[] chosen = frequencies[table];
      for (int i = from; i < to; i++) {
        chosen[block.symbols[i]]++;
      }
    }
  }

  private int cheapest(long cost) {
    int best = 0;
    long rest = cost;
    long least = COST;
    for (int table = 0; table < tables; table++) {
      if ((rest & COST) < least) {
        least = rest & COST;
        best = table;
      }
      rest >>>= COST_BITS;
    }
    return best;
  }
}
