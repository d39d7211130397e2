package org.betor.core.internal.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.store.ByteArrayDataInput;
import org.betor.api.model.Release;

/** Reads what {@link TreeWriter} wrote. */
final class TreeReader implements RecordReader {
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
   * Reads a release.
   *
   * @param start where it begins; it goes on to the end
   * @throws IllegalArgumentException if the bytes are none
   */
  static Release read(byte[] bytes, int start) {
    try {
      return ReleaseJson.read(new TreeReader(bytes, start));
    } catch (IllegalArgumentException refused) {
      throw refused;
    } catch (RuntimeException broken) { // no less, for that is how Lucene refuses a number
      throw new IllegalArgumentException("a broken record: " + broken.getMessage(), broken);
    }
  }

  @Override
  public String text() {
    int kind = in.readByte() & 0xff;
    if (kind >= TreeWriter.KNOWN_TEXT) {
      return KnownTexts.text(kind - TreeWriter.KNOWN_TEXT);
    } else if (kind >= TreeWriter.SHORT_TEXT) {
      return utf8(kind - TreeWriter.SHORT_TEXT);
    }
    return switch (kind) {
      case TreeWriter.TEXT -> utf8(in.readVInt());
      case TreeWriter.UTF_16 -> utf16(in.readVInt());
      case TreeWriter.WITH_HASH -> withHash();
      default -> throw unexpected(kind, "text");
    };
  }

  @Override
  public long number() {
    int kind = in.readByte() & 0xff;
    if (!isNumber(kind)) {
      throw unexpected(kind, "number");
    }
    return switch (kind) {
      case TreeWriter.NUMBER -> in.readVLong();
      case TreeWriter.NEGATIVE -> ~in.readVLong();
      default -> kind - TreeWriter.SMALL_NUMBER;
    };
  }

  @Override
  public <T> List<T> list(Function<RecordReader, T> item) {
    enter(TreeWriter.LIST, "list");
    List<T> items = new ArrayList<>();
    for (int left = in.readVInt(); left > 0; left--) {
      items.add(item.apply(this));
    }
    depth--;
    return items;
  }

  @Override
  public void object(Fields fields) {
    enter(TreeWriter.OBJECT, "object");
    for (int left = in.readVInt(); left > 0; left--) {
      fields.read(text(), this);
    }
    depth--;
  }

  @Override
  public void skip() {
    int kind = bytes[in.getPosition()] & 0xff;
    if (kind == TreeWriter.LIST) {
      list(TreeReader::skipped);
    } else if (kind == TreeWriter.OBJECT) {
      object((name, value) -> value.skip());
    } else if (isNumber(kind)) {
      number();
    } else {
      text();
    }
  }

  private static boolean isNumber(int kind) {
    boolean small = kind >= TreeWriter.SMALL_NUMBER && kind < TreeWriter.SHORT_TEXT;
    return small || kind == TreeWriter.NUMBER || kind == TreeWriter.NEGATIVE;
  }

  private static boolean skipped(RecordReader item) {
    item.skip();
    return true;
  }

  private void enter(byte expected, String name) {
    int kind = in.readByte() & 0xff;
    if (kind != expected) {
      throw unexpected(kind, name);
    }
    goDeeper();
  }

  private void goDeeper() {
    if (++depth > DEEPEST) {
      throw new IllegalArgumentException("a broken record: too deep");
    }
  }

  private static IllegalArgumentException unexpected(int kind, String expected) {
    return new IllegalArgumentException(
        "a broken record: no %s begins with %d".formatted(expected, kind));
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
    goDeeper();
    String before = text();
    int from = in.getPosition();
    in.skipBytes(TreeWriter.HASH_DIGITS / 2);
    String hash = HexFormat.of().formatHex(bytes, from, in.getPosition());
    String text = before + hash + text();
    depth--;
    return text;
  }
}
