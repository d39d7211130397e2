package org.betor.p2p.internal.webseed;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.betor.p2p.internal.http.HttpAnswer;

/**
 * Looks whether an answer is the part of a file that was asked for, before any of it is read.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14">RFC 9110, range requests</a>
 */
final class RangeCheck {
  private static final Pattern CONTENT_RANGE = Pattern.compile("(?i)bytes (\\d+-\\d+)/(\\d+|\\*)");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private RangeCheck() {}

  static void check(HttpAnswer head, Span asked) throws IOException {
    switch (head.status()) {
      case 200 -> checkWhole(asked);
      case 206 -> checkPart(head, asked);
      case 404, 410 -> throw new FileGoneException(asked);
      case 408, 429, 500, 502, 503, 504 ->
          throw new BusySeedException("it answered with status " + head.status(), rest(head));
      default -> throw new UselessSeedException("it answered with status " + head.status());
    }
    String encoding = head.header("content-encoding").orElse("identity");
    if (!encoding.toLowerCase(Locale.ROOT).equals("identity")) {
      throw new UselessSeedException("it sends files in the encoding " + encoding);
    }
    String length = head.header("content-length").orElse("");
    if (!length.isEmpty() && !length.equals(String.valueOf(asked.length()))) {
      throw new UselessSeedException(
          "it sends %s bytes where %d were asked for".formatted(length, asked.length()));
    }
  }

  private static void checkWhole(Span asked) throws UselessSeedException {
    if (!asked.isWholeFile()) {
      throw new UselessSeedException("it does not send parts of files");
    }
  }

  private static void checkPart(HttpAnswer head, Span asked) throws UselessSeedException {
    String range = head.header("content-range").orElse("");
    Matcher part = CONTENT_RANGE.matcher(range);
    String size = String.valueOf(asked.file().sizeBytes());
    boolean right =
        part.matches()
            && part.group(1).equals(asked.range())
            && (part.group(2).equals("*") || part.group(2).equals(size));
    if (!right) {
      throw new UselessSeedException(
          "it sends \"%.100s\" where %s/%s was asked for".formatted(range, asked.range(), size));
    }
  }

  /** Only seconds are understood, no dates. */
  private static Duration rest(HttpAnswer head) {
    return head.header("retry-after")
        .filter(SECONDS.asMatchPredicate())
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(Duration.ZERO);
  }
}
