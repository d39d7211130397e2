package org.betor.core.internal.catalog;

import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.lucene.util.BytesRefBuilder;
import org.apache.lucene.util.UnicodeUtil;

/**
 * Writes values in binary, one behind the other. The first byte of a value says what it is; known
 * texts and small numbers are in that byte, and so is the length of a short text.
 */
final class TreeWriter implements RecordWriter {
  static final byte TEXT = 0;
  static final byte UTF_16 = 1;
  static final byte WITH_HASH = 2;
  static final byte NUMBER = 3;
  static final byte NEGATIVE = 4;
  static final byte LIST = 5;
  static final byte OBJECT = 6;

  /** Numbers from 0 to 15. */
  static final int SMALL_NUMBER = 0x10;

  /** Texts of 0 to 95 bytes in UTF-8. */
  static final int SHORT_TEXT = 0x20;

  static final int KNOWN_TEXT = 0x80;

  static final int HASH_DIGITS = 40;

  private static final String BEFORE_HASH = "btih:";
  private static final String HEX_DIGITS = "0123456789abcdef";

  private final BytesRefBuilder out;

  /** Fields of the innermost object, so far. */
  private int fields;

  /** Writes behind what is there. */
  TreeWriter(BytesRefBuilder out) {
    this.out = out;
  }

  @Override
  public void object(Consumer<Fields> written) {
    int outer = fields;
    fields = 0;
    out.append(OBJECT);
    int start = out.length();
    written.accept(new Fields(this));
    insertCount(start);
    fields = outer;
  }

  /** Puts the number of fields before them; most often it is one byte. */
  private void insertCount(int start) {
    int end = out.length();
    unsigned(fields);
    byte[] count = Arrays.copyOfRange(out.bytes(), end, out.length());
    System.arraycopy(out.bytes(), start, out.bytes(), start + count.length, end - start);
    System.arraycopy(count, 0, out.bytes(), start, count.length);
  }

  @Override
  public void name(String name) {
    fields++;
    text(name);
  }

  @Override
  public <T> void list(Collection<T> items, BiConsumer<RecordWriter, T> item) {
    out.append(LIST);
    unsigned(items.size());
    for (T each : items) {
      item.accept(this, each);
    }
  }

  @Override
  public void number(long number) {
    if (number >= 0 && number < SHORT_TEXT - SMALL_NUMBER) {
      out.append((byte) (SMALL_NUMBER + number));
    } else {
      out.append(number >= 0 ? NUMBER : NEGATIVE);
      unsigned(number >= 0 ? number : ~number);
    }
  }

  /** As {@code DataInput} reads it: seven bits a byte, the lowest first. */
  private void unsigned(long number) {
    long left = number;
    for (; left > Byte.MAX_VALUE; left >>>= Byte.SIZE - 1) {
      out.append((byte) (left | Byte.MIN_VALUE));
    }
    out.append((byte) left);
  }

  @Override
  public void text(String text) {
    int known = KnownTexts.number(text);
    if (known >= 0) {
      out.append((byte) (KNOWN_TEXT + known));
      return;
    }
    int hash = hashAt(text);
    if (hash > 0) {
      withHash(text, hash);
    } else {
      plain(text, 0, text.length());
    }
  }

  private void plain(String text, int from, int end) {
    if (hasSurrogates(text, from, end)) {
      utf16(text, from, end);
    } else {
      utf8(text, from, end);
    }
  }

  private void utf8(String text, int from, int end) {
    int length = UnicodeUtil.calcUTF16toUTF8Length(text, from, end - from);
    if (length < KNOWN_TEXT - SHORT_TEXT) {
      out.append((byte) (SHORT_TEXT + length));
    } else {
      out.append(TEXT);
      unsigned(length);
    }
    out.grow(out.length() + length);
    out.setLength(UnicodeUtil.UTF16toUTF8(text, from, end - from, out.bytes(), out.length()));
  }

  private static boolean hasSurrogates(String text, int from, int end) {
    for (int i = from; i < end; i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** As it is: half a pair of surrogates has no UTF-8. */
  private void utf16(String text, int from, int end) {
    out.append(UTF_16);
    unsigned(end - from);
    for (int i = from; i < end; i++) {
      out.append((byte) text.charAt(i));
      out.append((byte) (text.charAt(i) >> Byte.SIZE));
    }
  }

  /**
   * As bytes, an info-hash is half as long, and the same in a key as in a magnet link. Only the
   * first one of a text: nobody bounds how many a hostile one has.
   */
  private void withHash(String text, int at) {
    out.append(WITH_HASH);
    plain(text, 0, at);
    byte[] hash = HexFormat.of().parseHex(text, at, at + HASH_DIGITS);
    out.append(hash, 0, hash.length);
    plain(text, at + HASH_DIGITS, text.length());
  }

  /** Where an info-hash in lower case begins; 0 if there is none. */
  private static int hashAt(String text) {
    int before = text.indexOf(BEFORE_HASH);
    int at = before + BEFORE_HASH.length();
    if (before < 0 || text.length() < at + HASH_DIGITS) {
      return 0;
    }
    for (int i = at; i < at + HASH_DIGITS; i++) {
      if (HEX_DIGITS.indexOf(text.charAt(i)) < 0) {
        return 0;
      }
    }
    return at;
  }
}
