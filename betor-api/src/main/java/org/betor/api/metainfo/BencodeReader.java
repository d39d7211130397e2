package org.betor.api.metainfo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.betor.api.metainfo.Bencoded.Items;
import org.betor.api.metainfo.Bencoded.Table;
import org.betor.api.metainfo.Bencoded.Text;
import org.betor.api.metainfo.Bencoded.Whole;
import org.betor.api.metainfo.MetainfoException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Reads bencoded bytes into values. Nothing that the bytes say is believed before it is compared
 * with the bytes that there are, so memory and time stay in proportion to the file.
 *
 * <p>Numbers and lengths must be written in the one canonical way, and no key may be there twice,
 * since readers would differ on what is meant. Keys out of order are let through here: old programs
 * wrote them, and nothing hangs on their order in version 1.
 */
final class BencodeReader {
  /** Deep enough for every folder that a file system takes, and no danger to a thread's stack. */
  static final int MAX_DEPTH = 100;

  /** Enough for 100,000 files; a value costs up to a hundred bytes of memory. */
  static final int MAX_VALUES = 1_000_000;

  private static final int MAX_DIGITS = 19;

  private final byte[] file;
  private int at;
  private int values;

  /** Whether a value is being read, and not a key or an end. */
  private boolean atValue;

  private BencodeReader(byte[] file) {
    this.file = file;
  }

  /** Reads a dictionary that fills the file; white space behind it, as editors add, is ignored. */
  static Table read(byte[] file) {
    BencodeReader reader = new BencodeReader(file);
    Table whole = reader.value(null, 0).as(Table.class);
    reader.end();
    return whole;
  }

  private void end() {
    for (int i = at; i < file.length; i++) {
      if (!Character.isWhitespace(file[i])) {
        throw malformed(null, "goes on after its end with " + (file.length - at) + " bytes");
      }
    }
  }

  private Bencoded value(@Nullable Bencoded parent, int depth) {
    if (++values > MAX_VALUES) {
      throw tooLarge(parent, "has more than %d values".formatted(MAX_VALUES));
    }
    if (depth > MAX_DEPTH) {
      throw tooLarge(null, "is more than %d levels deep".formatted(MAX_DEPTH));
    }
    atValue = true;
    return switch (peek(parent)) {
      case 'i' -> whole(parent);
      case 'l' -> items(parent, depth);
      case 'd' -> table(parent, depth);
      default -> text(parent);
    };
  }

  private Items items(@Nullable Bencoded parent, int depth) {
    Items items = new Items(parent);
    at++;
    while (!ends(items)) {
      items.add(value(items, depth + 1));
    }
    return items;
  }

  private Table table(@Nullable Bencoded parent, int depth) {
    Table table = new Table(parent, file, at);
    at++;
    while (!ends(table)) {
      String key = new String(text(table).bytes(), ISO_8859_1);
      if (!table.next(key)) {
        throw malformed(table, "has the key \"%s\" twice".formatted(Bencoded.shown(key)));
      }
      table.put(key, value(table, depth + 1));
    }
    table.end(at);
    return table;
  }

  private boolean ends(Bencoded container) {
    atValue = false;
    boolean ends = peek(container) == 'e';
    at += ends ? 1 : 0;
    return ends;
  }

  private Whole whole(@Nullable Bencoded parent) {
    at++;
    boolean negative = peek(parent) == '-';
    at += negative ? 1 : 0;
    String digits = (negative ? "-" : "") + digits(parent, 'e');
    if (digits.equals("-0")) {
      throw malformed(parent, "has a number -0");
    }
    try {
      return new Whole(parent, Long.parseLong(digits));
    } catch (NumberFormatException tooManyBits) {
      throw tooLarge(parent, "has the number %s, which does not fit 64 bits".formatted(digits));
    }
  }

  private Text text(@Nullable Bencoded parent) {
    long length = Long.parseUnsignedLong(digits(parent, ':'));
    if (length < 0 || length > file.length - at) {
      throw malformed(
          parent,
          "has a text of %s bytes where %d are left"
              .formatted(Long.toUnsignedString(length), file.length - at));
    }
    int start = at;
    at += (int) length;
    return new Text(parent, file, start, at);
  }

  /** Digits without a needless zero at their head, up to an end mark, which is taken too. */
  private String digits(@Nullable Bencoded parent, char end) {
    int start = at;
    while (peek(parent) >= '0' && peek(parent) <= '9') {
      at++;
    }
    int count = at - start;
    if (count == 0 || peek(parent) != end) {
      throw malformed(parent, "has something else where a value belongs");
    }
    if (count > MAX_DIGITS) {
      throw tooLarge(parent, "has a number of %d digits".formatted(count));
    }
    if (count > 1 && file[start] == '0') {
      throw malformed(parent, "has a number with a needless zero at its head");
    }
    at++;
    return new String(file, start, count, ISO_8859_1);
  }

  private byte peek(@Nullable Bencoded parent) {
    if (at >= file.length) {
      throw malformed(parent, "ends too early");
    }
    return file[at];
  }

  private MetainfoException malformed(@Nullable Bencoded parent, String why) {
    return refused(Reason.MALFORMED, parent, why);
  }

  private MetainfoException tooLarge(@Nullable Bencoded parent, String why) {
    return refused(Reason.TOO_LARGE, parent, why);
  }

  private MetainfoException refused(Reason reason, @Nullable Bencoded parent, String why) {
    String where = "the file";
    if (parent != null) {
      where = atValue ? parent.whereNext() : parent.where();
    }
    return new MetainfoException(reason, where, why + ", at byte " + at);
  }
}
