package org.betor.core.internal.search;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of a text as they are compared: lower case, without accents, each once. */
final class Words {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int SHORTEST_PART = 3;

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
              + "|\\b(\\d{1,2}a? )?(temporada|season)( \\d{1,2})?\\b"
              + "|\\b(episodio|episode|ep) \\d{1,3}\\b"
              + "|\\b(\\d{3,4}p|4k|uhd|hdtv|web ?dl|webrip|bluray|blu ray|brrip|dvdrip)\\b"
              + "|\\b(dublad[oa]|legendad[oa]|dual audio|completa|torrent|download|baixar)\\b"
              + "|(?<=\\S) (19|20)\\d\\d$");

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

  /** The share of these words, small ones aside, that the others hold; from 0 to 1. */
  double shareIn(Words others) {
    Set<String> telling =
        words.stream().filter(word -> !SMALL.contains(word)).collect(Collectors.toSet());
    Set<String> counted = telling.isEmpty() ? words : telling;
    long found = counted.stream().filter(others::hold).count();
    return counted.isEmpty() ? 0 : (double) found / counted.size();
  }

  /** A word may be the part of another: people stop in midword, and sites write words together. */
  private boolean hold(String word) {
    return words.contains(word) || (word.length() >= SHORTEST_PART && joined.contains(word));
  }

  private static String folded(String text) {
    String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    return BETWEEN_WORDS.matcher(MARKS.matcher(plain).replaceAll("")).replaceAll(" ").strip();
  }
}
