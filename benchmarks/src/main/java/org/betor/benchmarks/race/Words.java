package org.betor.benchmarks.race;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Words of a language that nobody speaks, as frequent as those of one: the second half as often.
 */
final class Words {
  private static final int COUNT = 30_000;
  private static final String[] ENGLISH_STARTS =
      "b br c ch cl d dr f fl g gr h j k l m n p pr qu r s sh sl st str t th tr v w wh".split(" ");
  private static final String[] ENGLISH_MIDDLES =
      "a e i o u ea oo ai ee ou ar er or in en an al".split(" ");
  private static final String[] ENGLISH_ENDS =
      "d t n r s l ck ng nd st ll ght p m sh rk ve ke le".split(" ");
  private static final String[] PORTUGUESE_STARTS =
      "b br c cl d f fl g gr j l lh m n nh p pr qu r s t tr v".split(" ");
  private static final String[] PORTUGUESE_MIDDLES =
      "a e i o u a e o a o é á í ã ç ei ou ar er or an en in".split(" ");
  private static final String[] PORTUGUESE_ENDS =
      "o a o a e os as ão ção dade mente r l s á ê ia eira inho".split(" ");

  private final List<String> words;
  private final double[] upTo;

  private Words(List<String> words) {
    this.words = words;
    this.upTo = new double[words.size()];
    double sum = 0;
    for (int rank = 0; rank < upTo.length; rank++) {
      sum += 1.0 / (rank + 3);
      upTo[rank] = sum;
    }
  }

  /** Without accents. */
  static Words english(long seed) {
    String head = "the of and a in to love night man last day dark house world girl war city life";
    return new Words(made(head, ENGLISH_STARTS, ENGLISH_MIDDLES, ENGLISH_ENDS, new Random(seed)));
  }

  /** With accents. */
  static Words portuguese(long seed) {
    String head = "o a de do da e os em um amor noite vida coração último casa mundo não é irmãos";
    return new Words(
        made(head, PORTUGUESE_STARTS, PORTUGUESE_MIDDLES, PORTUGUESE_ENDS, new Random(seed)));
  }

  /** One of them, the frequent ones more often. */
  String next(Random random) {
    double wanted = random.nextDouble() * upTo[upTo.length - 1];
    int low = 0;
    int high = upTo.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (upTo[middle] < wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return words.get(low);
  }

  private static List<String> made(
      String head, String[] starts, String[] middles, String[] ends, Random random) {
    Set<String> made = new LinkedHashSet<>(List.of(head.split(" ")));
    while (made.size() < COUNT) {
      StringBuilder word = new StringBuilder();
      int syllables = 1 + random.nextInt(made.size() < 300 ? 2 : 3);
      for (int syllable = 0; syllable < syllables; syllable++) {
        word.append(starts[random.nextInt(starts.length)])
            .append(middles[random.nextInt(middles.length)]);
      }
      made.add(word.append(ends[random.nextInt(ends.length)]).toString());
    }
    return new ArrayList<>(made);
  }
}
