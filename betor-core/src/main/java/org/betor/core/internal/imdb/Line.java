package org.betor.core.internal.imdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * A line, split at its tabs; quotes are letters like others. A column that the file has not is
 * {@code \N}, like one of which nothing is known. The first thing that is wrong with it is noted.
 */
final class Line {
  /** Letters of four bytes each, as many as a title's name may have. */
  private static final int LONGEST_NAME = 2_000;

  private static final BytesRef NOTHING = new BytesRef();
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

  private final int columns;
  private final int[] starts;
  private byte[] bytes = {};
  private @Nullable String complaint;

  /**
   * For lines of a file.
   *
   * @param columns so many it has
   */
  Line(int columns) {
    this.columns = columns;
    this.starts = new int[columns + 1];
  }

  /** Takes the reader's line, which stays readable until the reader goes on. */
  void take(LineReader reader) {
    bytes = reader.bytes();
    complaint = null;
    int found = 1;
    starts[0] = reader.start();
    for (int i = reader.start(); i < reader.end(); i++) {
      if (bytes[i] == '\t' && found++ < columns) {
        starts[found - 1] = i + 1;
      }
    }
    Arrays.fill(starts, Math.min(found, columns), columns + 1, reader.end() + 1);
    if (reader.isTooLong()) {
      complain("it is longer than %d bytes".formatted(LineReader.LONGEST));
    } else if (found != columns) {
      complain("it has %d columns where the header has %d".formatted(found, columns));
    }
  }

  /** Notes what is wrong with it; the first word counts. */
  void complain(String reason) {
    complaint = complaint == null ? reason : complaint;
  }

  @Nullable String complaint() {
    return complaint;
  }

  /** The id in a column; {@link ImdbNumber#NONE}, with a complaint, if there is none. */
  long id(int column) {
    long id = ImdbNumber.parse(bytes, start(column), end(column));
    if (id == ImdbNumber.NONE) {
      complain("\"%s\" is no id such as tt1727587".formatted(excerpt(column)));
    }
    return id;
  }

  /** A name in a column; none, with a complaint, if it is blank or too long to be one. */
  BytesRef name(int column) {
    BytesRef name = bytes(column);
    if (name.length > LONGEST_NAME) {
      complain("a name has %d bytes, more than %d".formatted(name.length, LONGEST_NAME));
      return NOTHING;
    }
    if (name.length > 0 && isBlank(name)) {
      complain("a name is blank");
      return NOTHING;
    }
    return name;
  }

  /** The bytes of a column, which are there until the reader goes on; none if it says nothing. */
  BytesRef bytes(int column) {
    return isUnknown(column)
        ? NOTHING
        : new BytesRef(bytes, start(column), end(column) - start(column));
  }

  /**
   * The number in a column.
   *
   * @param what it is, for the complaint
   * @return 0 if the column says nothing, or, with a complaint, no number from {@code least} to
   *     {@code most}
   */
  int number(int column, String what, int least, int most) {
    if (isUnknown(column)) {
      return 0;
    }
    long value = Digits.parse(bytes, start(column), end(column));
    if (value < least || value > most) {
      complain("\"%s\" is no %s".formatted(excerpt(column), what));
      return 0;
    }
    return (int) value;
  }

  boolean is(int column, char only) {
    return !isUnknown(column) && end(column) - start(column) == 1 && bytes[start(column)] == only;
  }

  String text(int column) {
    return text(bytes(column));
  }

  boolean isUnknown(int column) {
    if (column == Header.MISSING) {
      return true;
    }
    int start = start(column);
    int length = end(column) - start;
    return length <= 0 || (length == 2 && bytes[start] == '\\' && bytes[start + 1] == 'N');
  }

  int start(int column) {
    return starts[column];
  }

  int end(int column) {
    return starts[column + 1] - 1;
  }

  private String excerpt(int column) {
    String text = column == Header.MISSING ? "" : CONTROLS.matcher(text(column)).replaceAll("?");
    return text.length() > 40 ? text.substring(0, 40) + "\u2026" : text;
  }

  /** What a title's name begins and ends without. */
  private static boolean isBlank(int letter) {
    return Character.isWhitespace(letter) || Character.isISOControl(letter) || letter == '\u00a0';
  }

  private static String text(BytesRef bytes) {
    return new String(bytes.bytes, bytes.offset, bytes.length, UTF_8);
  }

  private static boolean isBlank(BytesRef name) {
    for (int i = name.offset; i < name.offset + name.length; i++) {
      if (name.bytes[i] > ' ' && name.bytes[i] < 127) {
        return false;
      }
    }
    return text(name).chars().allMatch(Line::isBlank);
  }
}
