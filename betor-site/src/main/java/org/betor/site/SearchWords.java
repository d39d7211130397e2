package org.betor.site;

import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
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

  /** Not those of {@code S.W.A.T.} and {@code 2.0}; those of {@code .e.a.} in a release's name. */
  private static final Pattern DOT_FOR_BLANK =
      Pattern.compile(
          "(?<=[\\p{L}\\d]{2})\\.(?=[\\p{L}\\d])|(?<=[\\p{L}\\d])\\.(?=[\\p{L}\\d]{2})"
              + "|(?<=[\\p{L}\\d]{2}\\.[aeo])\\.(?=[aeo]\\.)",
          FLAGS);

  /** What stands behind a season in the names of releases, and in no title. */
  private static final String NOISE =
      "(?:\\(?(?:19|20)\\d\\d\\)?|\\d{3,4}[pi]|4k|uhd|hdr\\d*|web(?:-?dl|-?rip)?|blu-?ray|b[dr]rip|hdtv"
          + "|dvd(?:rip)?|remux|amzn|nf|dsnp|hmax|[xh]\\.?26[45]|hevc|proper|repack|multi|dual|dublad[oa]"
          + "|legendad[oa]|nacional|complet[ae]?|torrent|download)";

  /**
   * {@code S01E02}, {@code T1E2}, {@code 1x02}, {@code S01}, and what releases have behind it. A
   * title may have an {@code s4} or a {@code 4x100} in its midst, but no {@code S01E02}.
   */
  private static final Pattern EPISODE_CODE =
      Pattern.compile(
          "(?<=\\S\\s)(?:s(\\d{1,2})[ ._]?ep?\\d{1,3}(?:-?e?\\d{1,3})*+(?!\\S)"
              + "|(?:s(\\d{1,2})|t(\\d{1,2})[ ._]?e\\d{1,3}|(\\d{1,2})x\\d{2,3})(?=$|\\s"
              + NOISE
              + "(?!\\p{L}))).*$",
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
      Pattern.compile(
          "(?<=\\S)\\s+(?:((?:19|20)\\d\\d)|\\((?:19|20)\\d\\d\\))(?=$|\\stemporada \\d)");
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

  /**
   * The words of a query.
   *
   * @param thisYear of the visit; a number at the end that is greater than the next one is no year
   */
  static String of(Query query, Year thisYear) {
    String words = DOT_FOR_BLANK.matcher(query.text()).replaceAll(" ");
    if (query.mediaType() != MediaType.FILM) {
      words = EPISODE_CODE.matcher(words).replaceFirst("temporada $1$2$3$4");
      words = SEASON.matcher(words).replaceFirst("temporada $1$2");
      words = LEADING_ZERO.matcher(words).replaceAll("");
      words = EPISODE.matcher(words).replaceAll("");
    }
    words = endsInYear(words, query, thisYear) ? withoutYear(words) : words;
    words = AND.matcher(words).replaceAll("e");
    boolean addsSeason =
        query.season().isPresent() && !words.toLowerCase(Locale.ROOT).contains("temporada");
    return addsSeason ? words + " temporada " + query.season().getAsInt() : words;
  }

  /**
   * Whether a number at the end is a year for sure. {@code Class of 1984} may be a title as well as
   * one with its year, and {@code Class of} would find everything.
   */
  private static boolean endsInYear(String words, Query query, Year thisYear) {
    Matcher ending = YEAR_AT_END.matcher(words);
    if (!ending.find()) {
      return false;
    }
    if (ending.group(1) == null) {
      return true;
    }
    int year = Integer.parseInt(ending.group(1));
    return query.year().isPresent()
        ? query.year().getAsInt() == year
        : year <= thisYear.getValue() + 1
            && telling(words.substring(0, ending.start())).size() >= MIN_WORDS;
  }

  private static String withoutYear(String words) {
    return YEAR_AT_END.matcher(words).replaceFirst("");
  }

  /**
   * What to try one after the other where a site has nothing for words: without a number at the end
   * that may be a year, without stop words, without the season, and then the first words only. Two
   * of them and half of them stay at least, since fewer would find everything.
   */
  static List<String> shorter(String words) {
    String undated = withoutYear(words);
    String title = SEASON_AT_END.matcher(undated).replaceFirst("");
    if (title.chars().noneMatch(Character::isLetter)) {
      return List.of();
    }
    List<String> telling = telling(title);
    int fewest = Math.max(MIN_WORDS, (telling.size() + 1) / 2);
    Stream<String> whole =
        telling.size() < fewest
            ? Stream.empty()
            : Stream.of(String.join(" ", telling) + undated.substring(title.length()));
    Stream<String> starts =
        IntStream.iterate(telling.size(), count -> count >= fewest, count -> count - 1)
            .mapToObj(count -> String.join(" ", telling.subList(0, count)));
    return Stream.of(Stream.of(undated), whole, starts)
        .flatMap(retries -> retries)
        .filter(retry -> !retry.equals(words))
        .distinct()
        .limit(MAX_RETRIES)
        .toList();
  }

  private static List<String> telling(String title) {
    return Stream.of(title.split("\\s+", -1))
        .filter(word -> !STOP_WORDS.contains(Folded.of(word)))
        .toList();
  }
}
