package org.betor.core.internal.title;

import static java.util.Map.entry;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The words of a film's or series' name as names are compared: in lower case and without accents,
 * numerals as digits, and one sign for every word that means "and".
 */
public final class NameWords {
  /** What stands for {@code and}, {@code e}, {@code &} and their like. */
  static final String AND = "&";

  private static final Map<String, String> ALIKE =
      Map.ofEntries(
          entry("and", AND),
          entry("e", AND),
          entry("y", AND),
          entry("et", AND),
          entry("und", AND),
          entry("ii", "2"),
          entry("iii", "3"),
          entry("iv", "4"),
          entry("v", "5"),
          entry("vi", "6"),
          entry("vii", "7"),
          entry("viii", "8"),
          entry("ix", "9"),
          entry("x", "10"),
          entry("xi", "11"),
          entry("xii", "12"),
          entry("xiii", "13"),
          entry("xiv", "14"),
          entry("xv", "15"),
          entry("one", "1"),
          entry("two", "2"),
          entry("dois", "2"),
          entry("duas", "2"),
          entry("three", "3"),
          entry("tres", "3"),
          entry("four", "4"),
          entry("quatro", "4"),
          entry("five", "5"),
          entry("cinco", "5"),
          entry("six", "6"),
          entry("seis", "6"),
          entry("seven", "7"),
          entry("sete", "7"),
          entry("eight", "8"),
          entry("oito", "8"),
          entry("nine", "9"),
          entry("nove", "9"),
          entry("ten", "10"),
          entry("dez", "10"),
          entry("eleven", "11"),
          entry("onze", "11"),
          entry("twelve", "12"),
          entry("doze", "12"),
          entry("thirteen", "13"),
          entry("treze", "13"),
          entry("doctor", "dr"),
          entry("doutor", "dr"),
          entry("mister", "mr"));

  private static final Set<String> ARTICLES =
      Set.of(
          "the", "a", "an", "o", "os", "as", "um", "uma", "el", "la", "los", "las", "le", "les",
          "l", "un", "une", "il", "lo", "i", "gli", "der", "die", "das");

  private NameWords() {}

  /** The words in their order; none if the text has neither letters nor digits. */
  public static List<String> of(String name) {
    String folded = folded(name);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < folded.length(); i++) {
      char letter = folded.charAt(i);
      if (Character.isLetterOrDigit(letter) || Character.isSurrogate(letter)) {
        word.append(letter);
      } else if (letter == '&') {
        end(word, words);
        words.add(AND);
      } else if (!isWithinWord(folded, i)) {
        end(word, words);
      }
    }
    end(word, words);
    return words;
  }

  /** Whether a word of {@link #of} is an article, which names have or lack as people please. */
  public static boolean isArticle(String word) {
    return ARTICLES.contains(word);
  }

  private static void end(StringBuilder word, List<String> words) {
    if (word.length() > 0) {
      String text = word.toString();
      words.add(ALIKE.getOrDefault(text, text));
      word.setLength(0);
    }
  }

  /** An apostrophe between letters, or a dot between the single letters of an acronym. */
  private static boolean isWithinWord(String text, int at) {
    if (!isLetter(text, at - 1) || !isLetter(text, at + 1)) {
      return false;
    }
    return switch (text.charAt(at)) {
      case '\'', '\u2019', '\u00b4', '`' -> true;
      case '.' -> !isLetter(text, at - 2) && !isLetter(text, at + 2);
      default -> false;
    };
  }

  private static boolean isLetter(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
  }

  private static String folded(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.chars().allMatch(letter -> letter < 128)) {
      return lower;
    }
    String apart = Normalizer.normalize(lower, Normalizer.Form.NFKD);
    StringBuilder plain = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      char letter = apart.charAt(i);
      if (Character.getType(letter) != Character.NON_SPACING_MARK) {
        plain.append(plain(letter));
      }
    }
    return plain.toString();
  }

  /** Letters that no accent was put on, but a stroke, or that are two. */
  private static String plain(char letter) {
    return switch (letter) {
      case 'ł' -> "l";
      case 'ø' -> "o";
      case 'đ' -> "d";
      case 'ß' -> "ss";
      case 'æ' -> "ae";
      case 'œ' -> "oe";
      case 'ı' -> "i";
      case '\u00aa', '\u00ba' -> " ";
      default -> String.valueOf(letter);
    };
  }
}
