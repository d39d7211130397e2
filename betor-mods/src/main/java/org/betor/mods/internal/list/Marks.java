package org.betor.mods.internal.list;

import java.util.Collection;

/**
 * Sixty-four marks that a text leaves. What has not all the marks of another cannot have the other
 * in it, and need not be read to know that; what has them may.
 */
public final class Marks {
  private static final int SPREAD = 31;

  private Marks() {}

  /** A mark for each two neighbouring letters. */
  public static long ofLetters(String text) {
    long marks = 0;
    for (int i = 1; i < text.length(); i++) {
      marks |= 1L << (text.charAt(i - 1) * SPREAD + text.charAt(i)); // the last six bits count
    }
    return marks;
  }

  /** A mark for each text as a whole. */
  public static long ofTexts(Collection<String> texts) {
    long marks = 0;
    for (String text : texts) {
      int hash = text.hashCode();
      marks |= 1L << (hash ^ hash >>> 16);
    }
    return marks;
  }

  /** Whether the marks of one are among those of the other. */
  public static boolean mayHave(long whole, long part) {
    return (whole & part) == part;
  }
}
