package org.betor.core.internal.search;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The words of a text as they are compared: lower case, without accents, each once. */
final class Words {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})['\u2019](?=\\p{L})");
  private static final Pattern DOT_IN_ACRONYM =
      Pattern.compile("(?<=(?<!\\p{L})\\p{L})\\.(?=\\p{L}(?!\\p{L}))");
  private static final int SHORTEST_PART = 3;
  private static final int SHORTEST_TO_MISSPELL = 5;

  /** Portuguese, English, Spanish and French words that say nothing of which work it is. */
  private static final Set<String> SMALL =
      Set.of(
          ("a o as os um uma e de da do das dos em no na nos nas the an and of in on to y el la los"
                  + " las un del et le les une du des")
              .split(" "));

  /** What people add to a title: which part of it, and in which form. Folded. */
  private static final Pattern NOT_THE_TITLE =
      Pattern.compile(
          "\\bs\\d{1,2} ?(e\\d{1,3})?\\b|\\b\\d{1,2}x\\d{1,3}\\b"
              + "|\\b(temporada|season) \\d{1,2}\\b|\\b(\\d{1,2}a? )?(temporada|season)\\b(?! \\d)"
              + "|\\b(episodio|episode|ep) \\d{1,3}\\b"
              + "|\\b(\\d{3,4}p|4k|uhd|hdtv|web ?dl|webrip|bluray|blu ray|brrip|dvdrip)\\b"
              + "|\\b(dublad[oa]|legendad[oa]|dual audio|completa|torrent|download|baixar)\\b");

  private static final Pattern YEAR_AT_END = Pattern.compile("(?<=\\S) (19|20)\\d\\d$");

  /** Letters that no accent was put on, but a stroke, or that are two. */
  private static final Map<String, String> LETTERS =
      Map.of("ł", "l", "ø", "o", "đ", "d", "ß", "ss", "æ", "ae", "œ", "oe", "½", " 1 2");

  private static final Map<String, String> ROMAN =
      Map.of(
          "ii", "2", "iii", "3", "iv", "4", "v", "5", "vi", "6", "vii", "7", "viii", "8", "ix", "9",
          "x", "10");

  private final Set<String> words;
  private final String joined;

  private Words(String folded) {
    this.words =
        Stream.of(folded.split(" "))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    this.joined = folded.replace(" ", "");
  }

  static Words of(String text) {
    return new Words(folded(text));
  }

  /** Those words of a question that name the work; all of them if none do. */
  static Words ofTitleIn(String question) {
    String folded = folded(question);
    String title = NOT_THE_TITLE.matcher(folded).replaceAll(" ").replaceAll(" +", " ").strip();
    return new Words(title.isEmpty() ? folded : title);
  }

  /** These words without the year at their end, which may be one of the title or beside it. */
  Words withoutYear() {
    return new Words(YEAR_AT_END.matcher(String.join(" ", words)).replaceFirst(""));
  }

  /** The share of these words, small ones aside, that the others have; from 0 to 1. */
  double shareIn(Words others) {
    return share(others::has);
  }

  /** The share that the others have in this spelling or a similar one; from 0 to 1. */
  double looseShareIn(Words others) {
    return share(others::hasSimilar);
  }

  private double share(Predicate<String> found) {
    Set<String> telling =
        words.stream().filter(word -> !SMALL.contains(word)).collect(Collectors.toSet());
    Set<String> counted = telling.isEmpty() ? words : telling;
    return counted.isEmpty() ? 0 : (double) counted.stream().filter(found).count() / counted.size();
  }

  /** A word may be the part of another: people stop in midword, and sites write words together. */
  private boolean has(String word) {
    boolean mayBePart =
        word.length() >= SHORTEST_PART || word.codePoints().anyMatch(Character::isIdeographic);
    return words.contains(word) || (mayBePart && joined.contains(word));
  }

  private boolean hasSimilar(String word) {
    return has(word) || words.stream().anyMatch(own -> isOneLetterOff(own, word));
  }

  private static boolean isOneLetterOff(String one, String other) {
    if (one.length() != other.length() || one.length() < SHORTEST_TO_MISSPELL) {
      return false;
    }
    long same =
        IntStream.range(0, one.length()).filter(i -> one.charAt(i) == other.charAt(i)).count();
    return same == one.length() - 1;
  }

  private static String folded(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
      plain = plain.replace(letter.getKey(), letter.getValue());
    }
    plain = APOSTROPHE.matcher(plain).replaceAll("");
    plain = DOT_IN_ACRONYM.matcher(plain).replaceAll("");
    plain = MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD)).replaceAll("");
    return Stream.of(BETWEEN_WORDS.matcher(plain).replaceAll(" ").strip().split(" "))
        .map(word -> ROMAN.getOrDefault(word, word))
        .collect(Collectors.joining(" "));
  }
}
