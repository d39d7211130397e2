package org.betor.p2p.internal.playing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a resource.
 *
 * @param first its first byte, from 0
 * @param length how many bytes, from 0; none where the part lies behind the end
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14">RFC 9110, range requests</a>
 */
record Stretch(long first, long length) {
  private static final Pattern ONE_RANGE =
      Pattern.compile("bytes=[ \\t,]*(?:(\\d+)-(\\d*)|-(\\d+))[ \\t,]*", Pattern.CASE_INSENSITIVE);

  /** More digits are more bytes than any file has. */
  private static final int MOST_DIGITS = 18;

  static Stretch all(long size) {
    return new Stretch(0, size);
  }

  /**
   * The part that a Range header asks for.
   *
   * @return empty for what is no range or several, of which the whole may be sent instead
   */
  static Optional<Stretch> asked(String range, long size) {
    Matcher one = ONE_RANGE.matcher(range);
    if (!one.matches()) {
      return Optional.empty();
    }
    if (one.group(1) == null) {
      return lastBytes(number(one.group(3)), size);
    }
    long first = number(one.group(1));
    long last = one.group(2).isEmpty() ? Long.MAX_VALUE : number(one.group(2));
    if (last < first) {
      return Optional.empty();
    }
    return Optional.of(
        first >= size
            ? new Stretch(size, 0)
            : new Stretch(first, Math.min(last, size - 1) - first + 1));
  }

  private static Optional<Stretch> lastBytes(long count, long size) {
    long length = Math.min(count, size);
    return count > 0 && size == 0
        ? Optional.empty()
        : Optional.of(new Stretch(size - length, length));
  }

  private static long number(String digits) {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    return significant.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(significant);
  }

  boolean isEmpty() {
    return length == 0;
  }

  /** The value of the Content-Range header. */
  String of(long size) {
    return isEmpty()
        ? "bytes */" + size
        : "bytes %d-%d/%d".formatted(first, first + length - 1, size);
  }
}
