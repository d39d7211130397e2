package org.betor.p2p.internal.bencode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes values: {@link Number}s, {@link String}s as UTF-8, {@code byte[]}, {@link List}s, {@link
 * Map}s by text, {@link Dictionary} and {@link Encoded}.
 */
public final class Bencode {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Bencode() {}

  /** The value's bytes. Keys are written in their order, whatever the order of the map. */
  public static byte[] write(Object value) {
    Bencode bencode = new Bencode();
    bencode.append(value);
    return bencode.out.toByteArray();
  }

  private void append(Object value) {
    if (value instanceof Number number) {
      ascii("i" + number.longValue() + "e");
    } else if (value instanceof String text) {
      text(text.getBytes(UTF_8));
    } else if (value instanceof byte[] bytes) {
      text(bytes);
    } else if (value instanceof List<?> list) {
      ascii("l");
      list.forEach(this::append);
      ascii("e");
    } else if (value instanceof Map<?, ?> map) {
      map(map);
    } else if (value instanceof Dictionary dictionary) {
      map(dictionary.values());
    } else if (value instanceof Encoded encoded) {
      out.writeBytes(encoded.bytes());
    } else {
      throw new IllegalArgumentException("cannot be bencoded: " + value.getClass());
    }
  }

  private void map(Map<?, ?> map) {
    ascii("d");
    new TreeMap<>(map)
        .forEach(
            (key, value) -> {
              text(key.toString().getBytes(ISO_8859_1));
              append(value);
            });
    ascii("e");
  }

  private void text(byte[] bytes) {
    ascii(bytes.length + ":");
    out.writeBytes(bytes);
  }

  private void ascii(String text) {
    out.writeBytes(text.getBytes(ISO_8859_1));
  }

  /**
   * A value that is bencoded already, such as an info dictionary that must keep its hash.
   *
   * @param bytes one value, written as it is
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Encoded(byte[] bytes) {}
}
