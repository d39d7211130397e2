package org.betor.core.internal.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.ByteBuffersDataOutput;

/**
 * Writes a {@link JsonObject} in binary. The first byte of a value says what it is; known texts and
 * small numbers are in that byte, and so is the length of a short text.
 */
final class TreeWriter {
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

  private final ByteBuffersDataOutput out = new ByteBuffersDataOutput();

  private TreeWriter() {}

  static byte[] write(JsonObject object) {
    TreeWriter writer = new TreeWriter();
    try {
      writer.object(object);
    } catch (IOException impossible) { // it writes to memory
      throw new IllegalStateException(impossible);
    }
    return writer.out.toArrayCopy();
  }

  private void value(Object value) throws IOException {
    if (value instanceof JsonObject object) {
      object(object);
    } else if (value instanceof List<?> items) {
      list(items);
    } else if (value instanceof Number number) {
      number(number.longValue());
    } else {
      text(value.toString());
    }
  }

  private void object(JsonObject object) throws IOException {
    out.writeByte(OBJECT);
    out.writeVInt(object.fields().size());
    for (Map.Entry<String, Object> field : object.fields().entrySet()) {
      text(field.getKey());
      value(field.getValue());
    }
  }

  private void list(List<?> items) throws IOException {
    out.writeByte(LIST);
    out.writeVInt(items.size());
    for (Object item : items) {
      value(item);
    }
  }

  private void number(long number) throws IOException {
    if (number >= 0 && number < SHORT_TEXT - SMALL_NUMBER) {
      out.writeByte((byte) (SMALL_NUMBER + number));
    } else {
      out.writeByte(number >= 0 ? NUMBER : NEGATIVE);
      out.writeVLong(number >= 0 ? number : ~number);
    }
  }

  private void text(String text) throws IOException {
    int known = KnownTexts.number(text);
    if (known >= 0) {
      out.writeByte((byte) (KNOWN_TEXT + known));
      return;
    }
    int hash = hashAt(text);
    if (hash > 0) {
      withHash(text, hash);
    } else {
      plain(text);
    }
  }

  private void plain(String text) throws IOException {
    if (hasSurrogates(text)) {
      utf16(text);
    } else {
      utf8(text.getBytes(UTF_8));
    }
  }

  private void utf8(byte[] bytes) throws IOException {
    if (bytes.length < KNOWN_TEXT - SHORT_TEXT) {
      out.writeByte((byte) (SHORT_TEXT + bytes.length));
      out.writeBytes(bytes);
    } else {
      out.writeByte(TEXT);
      bytes(bytes);
    }
  }

  private static boolean hasSurrogates(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** As it is: half a pair of surrogates has no UTF-8. */
  private void utf16(String text) throws IOException {
    out.writeByte(UTF_16);
    out.writeVInt(text.length());
    for (int i = 0; i < text.length(); i++) {
      out.writeShort((short) text.charAt(i));
    }
  }

  private void bytes(byte[] bytes) throws IOException {
    out.writeVInt(bytes.length);
    out.writeBytes(bytes);
  }

  /**
   * As bytes, an info-hash is half as long, and the same in a key as in a magnet link. Only the
   * first one of a text: nobody bounds how many a hostile one has.
   */
  private void withHash(String text, int at) throws IOException {
    out.writeByte(WITH_HASH);
    plain(text.substring(0, at));
    out.writeBytes(HexFormat.of().parseHex(text, at, at + HASH_DIGITS));
    plain(text.substring(at + HASH_DIGITS));
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
