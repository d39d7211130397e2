package org.betor.site;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.betor.api.model.MediaType;
import org.betor.api.spi.Query;

/**
 * A query in the words that Brazilian blogs know: they have seasons, not episodes, and no years.
 */
final class SearchWords {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** {@code S01E02}, {@code T1E2}, {@code 1x02}, and what release names have behind it. */
  private static final Pattern EPISODE_CODE =
      Pattern.compile(
          "\\b(?:s(\\d{1,2})[ ._]?(?:e\\d{1,3})?|t(\\d{1,2})[ ._]?e\\d{1,3}|(\\d{1,2})x\\d{2,3})\\b.*$",
          FLAGS);

  /** {@code 1ª temporada}, {@code 2nd season}, {@code season 2}. */
  private static final Pattern SEASON =
      Pattern.compile(
          "(?<=\\S\\s)(?:(\\d{1,2})\\s?(?:[ªºa°]|st|nd|rd|th)?\\s(?:temporada|season)|season\\s(\\d{1,2}))(?!\\S|\\s\\d)",
          FLAGS);

  private static final Pattern EPISODE =
      Pattern.compile(
          "(?<=temporada \\d{1,2})\\s(?:(?:epis[oó]dio|cap[ií]tulo|ep\\.?)\\s?\\d{1,3}\\b|episode\\s\\d{1,3}\\b)",
          FLAGS);
  private static final Pattern LEADING_ZERO = Pattern.compile("(?<=temporada )0+(?=\\d)", FLAGS);
  private static final Pattern YEAR_AT_END =
      Pattern.compile("(?<=\\S)\\s+\\(?(?:19|20)\\d\\d\\)?$");
  private static final Pattern AND =
      Pattern.compile("(?<=\\S\\s)(?:and|&|y|et|es)(?=\\s\\S)", FLAGS);

  private static final Pattern SEASON_AT_END = Pattern.compile("\\stemporada \\d{1,2}$", FLAGS);
  private static final int MIN_WORDS = 2;
  private static final int MAX_RETRIES = 3;

  /** Words that titles are not told apart by. */
  private static final Set<String> STOP_WORDS =
      Set.of(
          "a", "o", "as", "os", "um", "uma", "de", "do", "da", "dos", "das", "e", "em", "no", "na",
          "nos", "nas", "com", "para", "por", "the", "of", "an", "in", "on", "at", "to");

  private SearchWords() {}

  static String of(Query query) {
    String words = query.text().replaceAll("(?<=\\w)\\.(?=\\w)", " ");
    if (query.mediaType() != MediaType.FILM) {
      words = EPISODE_CODE.matcher(words).replaceFirst("temporada $1$2$3");
      words = SEASON.matcher(words).replaceFirst("temporada $1$2");
      words = LEADING_ZERO.matcher(words).replaceAll("");
      words = EPISODE.matcher(words).replaceAll("");
    }
    words = YEAR_AT_END.matcher(words).replaceFirst("");
    words = AND.matcher(words).replaceAll("e");
    boolean addsSeason =
        query.season().isPresent() && !words.toLowerCase(Locale.ROOT).contains("temporada");
    return addsSeason ? words + " temporada " + query.season().getAsInt() : words;
  }

  /**
   * What to try one after the other where a site has nothing for words: without stop words, without
   * the season, and then the first words only. Two of them and half of them stay at least, since
   * fewer would find everything.
   */
  static List<String> shorter(String words) {
    String title = SEASON_AT_END.matcher(words).replaceFirst("");
    List<String> telling =
        Stream.of(title.split("\\s+", -1))
            .filter(word -> !STOP_WORDS.contains(Folded.of(word)))
            .toList();
    int fewest = Math.max(MIN_WORDS, (telling.size() + 1) / 2);
    if (telling.size() < fewest || title.chars().noneMatch(Character::isLetter)) {
      return List.of();
    }
    Stream<String> whole = Stream.of(String.join(" ", telling) + words.substring(title.length()));
    Stream<String> starts =
        IntStream.iterate(telling.size(), count -> count >= fewest, count -> count - 1)
            .mapToObj(count -> String.join(" ", telling.subList(0, count)));
    return Stream.concat(whole, starts)
        .filter(retry -> !retry.equals(words))
        .distinct()
        .limit(MAX_RETRIES)
        .toList();
  }
}
