package org.betor.site;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which part of a series words speak of.
 *
 * @param seasons the seasons; empty if none is named
 * @param numbers the episodes; empty if none is named
 * @param whole whether the words say that it is complete
 */
record EpisodeWords(Set<Integer> seasons, Set<Integer> numbers, boolean whole) {
  private static final EpisodeWords NONE = new EpisodeWords(Set.of(), Set.of(), false);

  /** Without one of these and without a code a text speaks of no part of a series. */
  private static final List<String> SIGNS =
      List.of("temporada", "season", "ep", "cap", "complet", "tod", "pac");

  private static final String JOINED = "(?: ?[,/&] ?| e | ?- ?| (?:a|ao|ate) )(?:ep?)?";

  /** Counts neither bytes nor lines nor minutes, and is not how many episodes there are. */
  private static final String NUMBER_OF_ONE =
      "\\d{1,3}(?!\\d|[.,]\\d| ?(?:[tgmk]b|p|k|bits?|min)(?![a-z])"
          + "| ?(?:episodios|eps|capitulos)(?![ .:]*\\d))[ao]?";

  private static final String NUMBERED = "[ .:-]*(?:n[o.] ?)?";
  private static final String MORE = "(?:" + JOINED + NUMBER_OF_ONE + ")";
  private static final String ORDINALS = "(\\d{1,3}[ao](?:(?:" + JOINED + "| )\\d{1,3}[ao])*+)";

  /** {@code 1 a 3ª}; no hyphen between blanks, which is the end of a title that has a number. */
  private static final String BEFORE_LAST = "\\d{1,3}(?:, ?| e |-| (?:a|ao|ate) )";

  private static final List<Form> EPISODES_OF_SEASON =
      List.of(
          Form.code("s(\\d{1,2})[ ._]?ep?[ ._]?(\\d{1,3}(?:[ ._]?-?[ ._]?ep?\\d{1,3}|-\\d{1,3})*)"),
          Form.code("(\\d{1,2})x(\\d{2,3}(?:-\\d{2,3})?)"));
  private static final List<Form> SEASONS =
      List.of(
          Form.of("temporada", "(?<![.,])" + ORDINALS + " ?temporadas?"),
          Form.of("temporada", "(?<![.,])((?:" + BEFORE_LAST + ")++\\d{1,3}[ao]?) ?temporadas?"),
          Form.of("temporada", "(?<![.,])(\\d{1,3}) ?temporada(?! ?\\d)"),
          Form.of(
              "temporada", "(?<!\\d[ao])(?<!\\d[ao] )temporada ?(" + NUMBER_OF_ONE + MORE + "*)"),
          Form.of("temporadas", "temporadas ?(" + NUMBER_OF_ONE + MORE + "+)"),
          Form.of("season", "season ?(" + NUMBER_OF_ONE + MORE + "*)"),
          Form.code("s(\\d{1,2}(?: ?- ?s?\\d{1,2})?)"));
  private static final List<Form> EPISODES =
      List.of(
          Form.of("ep", "ep(?:isodio)?" + NUMBERED + "(" + NUMBER_OF_ONE + MORE + "*)"),
          Form.of("cap", "cap(?:itulo)?" + NUMBERED + "(" + NUMBER_OF_ONE + MORE + "*)"),
          Form.of("ep", "ep(?:isodio)?s" + NUMBERED + "(" + NUMBER_OF_ONE + MORE + "+)"),
          Form.of("cap", "capitulos" + NUMBERED + "(" + NUMBER_OF_ONE + MORE + "+)"),
          Form.of("episodio", ORDINALS + " ?episodios?"),
          Form.of("capitulo", ORDINALS + " ?capitulos?"),
          Form.code("e(\\d{2,3}(?: ?- ?e?\\d{2,3})?)"));
  private static final List<Form> WHOLE =
      List.of(
          Form.of(
              "complet",
              "(?:temporadas?(?: \\d{1,2})?(?: ?[–-])?|(?:minis|mini[ -])?series?) completas?"),
          Form.of("complet", "(?<!.)complet[ao]"),
          Form.of("tod", "todas as temporadas|todos os episodios"),
          Form.of("pac", "pack|pacote"));

  private static final Pattern RANGE =
      Pattern.compile("(\\d+)[ao]?(?: ?- ?| (?:a|ao|ate) )(?:s|ep?)?(\\d+)");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final int WIDEST_RANGE = 500;

  /** Longer text is cut: each number of a list costs the pattern a part of the stack. */
  private static final int MAX_CHARS = 500;

  /** What a text says. */
  static EpisodeWords of(String text) {
    String folded = Folded.of(text.substring(0, Math.min(text.length(), MAX_CHARS)));
    if (SIGNS.stream().noneMatch(folded::contains) && !Form.CODE.matcher(folded).find()) {
      return NONE;
    }
    Set<Integer> seasons = new TreeSet<>();
    Set<Integer> numbers = new TreeSet<>();
    for (Form form : EPISODES_OF_SEASON) {
      form.in(folded)
          .forEach(
              part -> {
                seasons.add(Integer.parseInt(part.group(1)));
                numbers.addAll(numbers(part.group(2)));
              });
    }
    if (seasons.isEmpty()) {
      SEASONS.forEach(form -> addAll(form, folded, seasons));
    }
    if (numbers.isEmpty()) {
      EPISODES.forEach(form -> addAll(form, folded, numbers));
    }
    boolean whole = WHOLE.stream().anyMatch(form -> form.in(folded).findAny().isPresent());
    return new EpisodeWords(seasons, numbers, whole);
  }

  /** Whether nothing is said of seasons and episodes. */
  boolean isEmpty() {
    return seasons.isEmpty() && numbers.isEmpty() && !whole;
  }

  private static void addAll(Form form, String text, Set<Integer> found) {
    form.in(text).map(part -> numbers(part.group(1))).forEach(found::addAll);
  }

  private static Set<Integer> numbers(String text) {
    Set<Integer> numbers = new TreeSet<>();
    Matcher range = RANGE.matcher(text);
    while (range.find()) {
      int first = Integer.parseInt(range.group(1));
      int last = Integer.parseInt(range.group(2));
      IntStream.rangeClosed(first, Math.min(last, first + WIDEST_RANGE)).forEach(numbers::add);
    }
    NUMBER
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(Integer::valueOf)
        .forEach(numbers::add);
    return numbers;
  }

  /**
   * A way to write seasons or episodes.
   *
   * @param sign stands in every text that has it; empty for a code such as {@code S01E02}
   * @param pattern finds it
   */
  private record Form(String sign, Pattern pattern) {
    private static final Pattern CODE = Pattern.compile("[sexp]\\d");

    static Form of(String sign, String words) {
      return new Form(sign, Pattern.compile("(?<![a-z0-9])(?:" + words + ")(?![a-z0-9])"));
    }

    static Form code(String letters) {
      return of("", letters);
    }

    Stream<MatchResult> in(String text) {
      boolean possible = sign.isEmpty() ? CODE.matcher(text).find() : text.contains(sign);
      return possible ? pattern.matcher(text).results() : Stream.empty();
    }
  }
}
