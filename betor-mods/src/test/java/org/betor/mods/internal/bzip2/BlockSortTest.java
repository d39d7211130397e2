package org.betor.mods.internal.bzip2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockSortTest {
  @Test
  void bothWaysOfSortingAgreeWithTheDefinition() {
    SplittableRandom random = new SplittableRandom(4);
    BlockSort sort = new BlockSort();
    for (int round = 0; round < 60; round++) {
      int size = round < 50 ? random.nextInt(1, 60) : random.nextInt(6_001, 9_000);
      byte[] block = Bzip2Test.noise(size, random.nextInt(1, 5));

      int origin = sort.transform(block, size);

      assertThat(Arrays.copyOf(sort.transformed, size)).isEqualTo(transform(block));
      assertThat(rotation(block, rotations(block)[origin])).isEqualTo(block);
    }
  }

  private static byte[] transform(byte[] block) {
    int[] rotations = rotations(block);
    byte[] transformed = new byte[block.length];
    for (int i = 0; i < block.length; i++) {
      transformed[i] = block[(rotations[i] + block.length - 1) % block.length];
    }
    return transformed;
  }

  private static int[] rotations(byte[] block) {
    Comparator<Integer> byBytes =
        (one, other) -> {
          for (int i = 0; i < block.length; i++) {
            int difference =
                (block[(one + i) % block.length] & 0xFF)
                    - (block[(other + i) % block.length] & 0xFF);
            if (difference != 0) {
              return difference;
            }
          }
          return 0;
        };
    return IntStream.range(0, block.length)
        .boxed()
        .sorted(byBytes)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static byte[] rotation(byte[] block, int by) {
    byte[] turned = new byte[block.length];
    for (int i = 0; i < block.length; i++) {
      turned[i] = block[(by + i) % block.length];
    }
    return turned;
  }
}
