package org.betor.accounts.internal.people;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Texts by which names are compared: without case or blanks around them, which some databases do
 * not compare, and with one form of what looks the same.
 */
public final class Folded {
  private Folded() {}

  /** What equal names have in common. */
  public static String of(String text) {
    String upper = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    return Blanks.stripped(
        Normalizer.normalize(upper.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC));
  }
}
