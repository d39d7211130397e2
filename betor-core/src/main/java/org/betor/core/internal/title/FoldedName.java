package org.betor.core.internal.title;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A name in the form in which it is compared with others.
 *
 * @param words its words without articles; all of them if it has no others
 */
record FoldedName(List<String> words) {
  /** Names whose numbers differ are those of two works, not two spellings of one. */
  private static final double OTHER_NUMBER = 0.4;

  /** A long name may do without its number. */
  private static final double WITHOUT_NUMBER = 0.85;

  /** One that goes on where the other ends has a subtitle besides. */
  private static final double WITHOUT_SUBTITLE = 0.85;

  private static final double NUMBERED_WITHOUT_SUBTITLE = 0.92;
  private static final int LONG = 3;

  private static final double WRITTEN_TOGETHER = 0.98;
  private static final double MISSPELT = 0.85;
  private static final int SHORTEST_TO_MISSPELL = 5;

  /** How much a word counts that says little of which work it is. */
  private static final double LITTLE = 0.25;

  private static final Set<String> SAYING_LITTLE =
      Set.of(
          ("& of in on at to for with from de do da dos das em no na nos nas por para com del du des"
                  + " von part parte chapter capitulo volume vol episode episodio")
              .split(" "));

  static FoldedName of(String name) {
    List<String> words = NameWords.of(name);
    List<String> telling = words.stream().filter(word -> !NameWords.isArticle(word)).toList();
    return new FoldedName(telling.isEmpty() ? words : telling);
  }

  /** How many letters and digits there are: the longer a name, the fewer works have it. */
  int letters() {
    return words.stream().mapToInt(String::length).sum();
  }

  /** How alike two names are: 1 if they are the same, 0 if they have nothing in common. */
  double likeness(FoldedName other) {
    if (words.isEmpty() || other.words.isEmpty()) {
      return 0;
    }
    if (words.equals(other.words)) {
      return 1;
    }
    if (String.join("", words).equals(String.join("", other.words))) {
      return WRITTEN_TOGETHER;
    }
    double common = (other.shareOf(this) + shareOf(other)) / 2;
    if (!numbers().equals(other.numbers())) {
      return Math.min(common, mostWithOtherNumbers(other));
    }
    return beginsLike(other) ? Math.max(common, withoutSubtitle()) : common;
  }

  private double mostWithOtherNumbers(FoldedName other) {
    boolean oneHasNone = numbers().isEmpty() || other.numbers().isEmpty();
    return oneHasNone && Math.min(tellingWords(), other.tellingWords()) >= LONG
        ? WITHOUT_NUMBER
        : OTHER_NUMBER;
  }

  private double withoutSubtitle() {
    return numbers().isEmpty() ? WITHOUT_SUBTITLE : NUMBERED_WITHOUT_SUBTITLE;
  }

  /** Whether one name is the beginning of the other, and more than a single word. */
  private boolean beginsLike(FoldedName other) {
    int shorter = Math.min(words.size(), other.words.size());
    return Math.min(tellingWords(), other.tellingWords()) > 1
        && words.subList(0, shorter).equals(other.words.subList(0, shorter));
  }

  private long tellingWords() {
    return words.stream().filter(word -> weight(word) == 1 && !isNumber(word)).count();
  }

  /** The share of the other's words that this has, by how much they say. */
  private double shareOf(FoldedName other) {
    double all = other.words.stream().mapToDouble(FoldedName::weight).sum();
    double here = other.words.stream().mapToDouble(word -> weight(word) * likeness(word)).sum();
    return here / all;
  }

  private double likeness(String word) {
    return words.contains(word) ? 1 : words.stream().anyMatch(isSpeltLike(word)) ? MISSPELT : 0;
  }

  private Set<String> numbers() {
    return words.stream().filter(FoldedName::isNumber).collect(toSet());
  }

  private static boolean isNumber(String word) {
    return word.chars().allMatch(Character::isDigit);
  }

  private static double weight(String word) {
    return SAYING_LITTLE.contains(word) ? LITTLE : 1;
  }

  /** One letter more, one less or another one, in a word that is long enough. */
  private static Predicate<String> isSpeltLike(String word) {
    return other -> {
      int longest = Math.max(word.length(), other.length());
      int shortest = Math.min(word.length(), other.length());
      if (longest < SHORTEST_TO_MISSPELL || longest - shortest > 1) {
        return false;
      }
      int start = common(word, other, 0);
      int end = common(reversed(word), reversed(other), 0);
      return start + end >= longest - 1;
    };
  }

  private static int common(String one, String other, int from) {
    return IntStream.range(from, Math.min(one.length(), other.length()))
        .filter(i -> one.charAt(i) != other.charAt(i))
        .findFirst()
        .orElse(Math.min(one.length(), other.length()));
  }

  private static String reversed(String word) {
    return new StringBuilder(word).reverse().toString();
  }
}
