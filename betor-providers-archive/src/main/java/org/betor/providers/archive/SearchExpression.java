package org.betor.providers.archive;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.betor.api.spi.Query;

/**
 * What people type, in the archive's query language, which is much like Lucene's.
 *
 * <p>Nothing is escaped: the archive refuses some characters with a backslash before them ({@code
 * \-}, {@code \"} and others, as seen in July 2026), and its index knows no punctuation anyway. So
 * words are letters and digits, with what its analyser keeps inside a word; in lower case {@code
 * and}, {@code or} and {@code not} are words too.
 *
 * @see <a href="https://github.com/jbuckner/InternetArchiveKit/pull/97">What it refuses</a>
 */
final class SearchExpression {
  /** All films for which the archive has made a torrent. */
  static final String TORRENTS = "mediatype:movies AND format:\"Archive BitTorrent\"";

  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}\\p{M}]+(?:['’._][\\p{L}\\p{N}\\p{M}]+)*");

  private SearchExpression() {}

  /** Films with all the words; empty if there are none. */
  static Optional<String> of(Query query) {
    String words =
        WORD.matcher(query.text().toLowerCase(Locale.ROOT))
            .results()
            .map(MatchResult::group)
            .collect(joining(" AND "));
    return Optional.of(words)
        .filter(some -> !some.isEmpty())
        .map("(%s) AND mediatype:movies"::formatted);
  }
}
