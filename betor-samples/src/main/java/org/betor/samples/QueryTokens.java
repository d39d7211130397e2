package org.betor.samples;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Cuts a query into words, phrases and operators.
 *
 * <p>As the archive does, it refuses what its search engine takes for an operator in a wrong place,
 * and some characters even with a backslash before them.
 *
 * @see <a href="https://github.com/jbuckner/InternetArchiveKit/pull/97">What the archive refuses,
 *     July 2026</a>
 */
final class QueryTokens {
  private static final String PLAIN = "[^\\s()\\[\\]{}\"\\\\/^~!:]";
  private static final String ESCAPED = "\\\\[()\\[\\]{}^~:\\\\/!*?]";
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"([^\"\\\\]*)\"|-(?=[\\w(\"])|[()\\[\\]:!]|(?!-)(?:%s|%s)+".formatted(PLAIN, ESCAPED));

  private QueryTokens() {}

  /**
   * The tokens in their order; a phrase without its quotes.
   *
   * @throws IllegalArgumentException if there is something else between them
   */
  static List<String> of(String text) {
    String rest = TOKEN.matcher(text).replaceAll("");
    if (!rest.isBlank() || text.isBlank()) {
      throw new IllegalArgumentException("nobody understands \"" + rest.strip() + "\"");
    }
    return TOKEN.matcher(text).results().map(QueryTokens::token).toList();
  }

  private static String token(MatchResult found) {
    return found.group(1) == null ? found.group().replaceAll("\\\\(.)", "$1") : found.group(1);
  }
}
