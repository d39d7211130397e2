package org.betor.site;

import java.util.Locale;
import java.util.regex.Pattern;
import org.betor.api.spi.Query;

/**
 * A query in the words that Brazilian blogs know: they have seasons, not episodes, and no years.
 */
final class SearchWords {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern EPISODE_CODE =
      Pattern.compile("\\bs(\\d{1,2})[ ._]?(?:e\\d{1,3})?\\b.*$", FLAGS);
  private static final Pattern EPISODE = Pattern.compile("\\s+epis[oó]dio\\s+\\d{1,3}\\b", FLAGS);
  private static final Pattern LEADING_ZERO = Pattern.compile("(?<=temporada )0+(?=\\d)");
  private static final Pattern YEAR_AT_END =
      Pattern.compile("(?<=\\S)\\s+\\(?(?:19|20)\\d\\d\\)?$");
  private static final Pattern AND =
      Pattern.compile("(?<=\\S\\s)(?:and|&|y|et|es)(?=\\s\\S)", FLAGS);

  private SearchWords() {}

  static String of(Query query) {
    String words = query.text().replaceAll("(?<=\\w)\\.(?=\\w)", " ");
    words = EPISODE_CODE.matcher(words).replaceFirst("temporada $1");
    words = EPISODE.matcher(words).replaceAll("");
    words = LEADING_ZERO.matcher(words).replaceAll("");
    words = YEAR_AT_END.matcher(words).replaceFirst("");
    words = AND.matcher(words).replaceAll("e");
    boolean addsSeason =
        query.season().isPresent() && !words.toLowerCase(Locale.ROOT).contains("temporada");
    return addsSeason ? words + " temporada " + query.season().getAsInt() : words;
  }
}
