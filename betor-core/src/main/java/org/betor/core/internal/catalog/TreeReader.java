package org.betor.core.internal.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.store.ByteArrayDataInput;

/** Reads what {@link TreeWriter} wrote. What is broken ends in some unchecked exception. */
final class TreeReader {
  /** Records are seven deep at most. */
  private static final int DEEPEST = 20;

  private final byte[] bytes;
  private final ByteArrayDataInput in;
  private int depth;

  private TreeReader(byte[] bytes, int start) {
    this.bytes = bytes;
    this.in = new ByteArrayDataInput(bytes, start, bytes.length - start);
  }

  /**
   * Reads an object.
   *
   * @param start where it begins; it goes on to the end
   * @throws IllegalArgumentException if the bytes are none
   */
  static JsonObject read(byte[] bytes, int start) {
    try {
      if (new TreeReader(bytes, start).value() instanceof JsonObject object) {
        return object;
      }
      throw new IllegalArgumentException("a record is an object");
    } catch (RuntimeException broken) { // no less, for that is how Lucene refuses a number
      throw new IllegalArgumentException("a broken record: " + broken.getMessage(), broken);
    }
  }

  private Object value() {
    int kind = in.readByte() & 0xff;
    if (kind >= TreeWriter.KNOWN_TEXT) {
      return KnownTexts.text(kind - TreeWriter.KNOWN_TEXT);
    } else if (kind >= TreeWriter.SHORT_TEXT) {
      return utf8(kind - TreeWriter.SHORT_TEXT);
    } else if (kind >= TreeWriter.SMALL_NUMBER) {
      return (long) kind - TreeWriter.SMALL_NUMBER;
    }
    return switch (kind) {
      case TreeWriter.TEXT -> utf8(in.readVInt());
      case TreeWriter.UTF_16 -> utf16(in.readVInt());
      case TreeWriter.WITH_HASH -> nested(this::withHash);
      case TreeWriter.NUMBER -> in.readVLong();
      case TreeWriter.NEGATIVE -> ~in.readVLong();
      case TreeWriter.LIST -> nested(this::list);
      case TreeWriter.OBJECT -> nested(this::object);
      default ->
          throw new IllegalArgumentException("a broken record: no value begins with " + kind);
    };
  }

  private JsonObject object() {
    JsonObject object = new JsonObject();
    for (int left = in.readVInt(); left > 0; left--) {
      String name = value().toString();
      object.putAsRead(name, value());
    }
    return object;
  }

  private List<Object> list() {
    List<Object> items = new ArrayList<>();
    for (int left = in.readVInt(); left > 0; left--) {
      items.add(value());
    }
    return items;
  }

  private <T> T nested(Supplier<T> nested) {
    if (++depth > DEEPEST) {
      throw new IllegalArgumentException("a broken record: too deep");
    }
    T read = nested.get();
    depth--;
    return read;
  }

  private String utf8(int length) {
    String text = new String(bytes, in.getPosition(), length, UTF_8);
    in.skipBytes(length);
    return text;
  }

  private String utf16(int length) {
    StringBuilder text = new StringBuilder();
    for (int left = length; left > 0; left--) {
      text.append((char) in.readShort());
    }
    return text.toString();
  }

  private String withHash() {
    String before = value().toString();
    int from = in.getPosition();
    in.skipBytes(TreeWriter.HASH_DIGITS / 2);
    String hash = HexFormat.of().formatHex(bytes, from, in.getPosition());
    return before + hash + value();
  }
}
