package org.betor.core.internal.title;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
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

  /** Each line: what is written for the first word. */
  private static final Map<String, String> ALIKE =
      alike(
          """
          & and e y et und
          1 one
          2 ii two dois duas
          3 iii three tres
          4 iv four quatro
          5 v five cinco
          6 vi six seis
          7 vii seven sete
          8 viii eight oito
          9 ix nine nove
          10 x ten dez
          11 xi eleven onze
          12 xii twelve doze
          13 xiii thirteen treze
          14 xiv
          15 xv
          dr doctor doutor
          mr mister
          """);

  private static final Set<String> ARTICLES =
      new HashSet<>( // which answers in half the time of a Set.of
          List.of(
              "the a an o os as um uma el la los las le les l un une il lo i gli der die das"
                  .split(" ")));

  private static final String[] LATIN = latin();

  private NameWords() {}

  private static Map<String, String> alike(String table) {
    Map<String, String> alike = new HashMap<>();
    table
        .lines()
        .map(line -> List.of(line.split(" ", -1)))
        .forEach(words -> words.forEach(word -> alike.put(word, words.get(0))));
    return alike;
  }

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
    return switch (text.charAt(at)) {
      case '\'', '\u2019', '\u00b4', '`' -> isBetweenLetters(text, at);
      case '.' -> isBetweenLetters(text, at) && !isLetter(text, at - 2) && !isLetter(text, at + 2);
      default -> false;
    };
  }

  private static boolean isBetweenLetters(String text, int at) {
    return isLetter(text, at - 1) && isLetter(text, at + 1);
  }

  private static boolean isLetter(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
  }

  private static String folded(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    int known = 0;
    boolean ascii = true;
    while (known < lower.length() && lower.charAt(known) < LATIN.length) {
      ascii &= lower.charAt(known++) < 128;
    }
    if (known < lower.length()) {
      return slowlyFolded(lower);
    }
    return ascii ? lower : latinFolded(lower);
  }

  private static String latinFolded(String lower) {
    StringBuilder plain = new StringBuilder(lower.length() + 2);
    for (int i = 0; i < lower.length(); i++) {
      plain.append(LATIN[lower.charAt(i)]);
    }
    return plain.toString();
  }

  private static String slowlyFolded(String lower) {
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

  /** The letters of western and central Europe, which are most of those with accents, folded. */
  private static String[] latin() {
    String[] folded = new String[0x180];
    Arrays.setAll(folded, letter -> slowlyFolded(String.valueOf((char) letter)));
    return folded;
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
