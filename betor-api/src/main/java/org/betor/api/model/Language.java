package org.betor.api.model;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;

/**
 * A language as BCP 47 writes it, such as {@code pt-BR}.
 *
 * @param tag the tag in its canonical case; {@code und} for a language that is not known
 * @see <a href="https://www.rfc-editor.org/info/bcp47">BCP 47, tags for identifying languages</a>
 */
public record Language(String tag) {
  /** Tags that are canonical as they are, and need no look at each of a million releases. */
  private static final Set<String> FREQUENT = Set.of("pt-BR", "pt", "en", "es", "ja", "und");

  /** Portuguese as spoken in Brazil. */
  public static final Language BRAZILIAN_PORTUGUESE = new Language("pt-BR");

  /** English of any country. */
  public static final Language ENGLISH = new Language("en");

  /** There is one, and nobody says which. */
  public static final Language UNKNOWN = new Language("und");

  /**
   * Checks and normalises.
   *
   * @throws IllegalArgumentException if the tag is not well-formed
   */
  public Language {
    if (tag.isEmpty()) {
      throw new IllegalArgumentException("a language is a BCP 47 tag such as pt-BR, got none");
    }
    tag = FREQUENT.contains(tag) ? tag : canonical(tag);
  }

  /** Whether this and the other are the same language, whatever the country. */
  public boolean sameLanguage(Language other) {
    return primary().equals(other.primary());
  }

  private static String canonical(String tag) {
    try {
      return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
    } catch (IllformedLocaleException reason) {
      throw new IllegalArgumentException(
          "a language is a BCP 47 tag such as pt-BR, got \"" + tag + "\"", reason);
    }
  }

  /** The part of the tag that names the language, such as {@code pt}. */
  private String primary() {
    int hyphen = tag.indexOf('-');
    return hyphen < 0 ? tag : tag.substring(0, hyphen);
  }

  @Override
  public String toString() {
    return tag;
  }
}
