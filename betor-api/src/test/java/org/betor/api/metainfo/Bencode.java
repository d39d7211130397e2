package org.betor.api.metainfo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes bencoded values: a text or bytes, a whole number, a list, a map. Keys are written in the
 * order of the map, one byte for each letter, so that they may stand in a wrong order, too.
 */
final class Bencode {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Bencode() {}

  static byte[] bytes(Object value) {
    Bencode bencode = new Bencode();
    bencode.write(value);
    return bencode.out.toByteArray();
  }

  /** A map that keeps this order: key, value, key, value. */
  static Map<String, Object> map(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }

  private void write(Object value) {
    if (value instanceof Number number) {
      out.writeBytes(("i" + number + "e").getBytes(UTF_8));
    } else if (value instanceof byte[] bytes) {
      text(bytes);
    } else if (value instanceof String text) {
      text(text.getBytes(UTF_8));
    } else if (value instanceof List<?> list) {
      out.write('l');
      list.forEach(this::write);
      out.write('e');
    } else {
      out.write('d');
      ((Map<?, ?>) value)
          .forEach(
              (key, child) -> {
                text(((String) key).getBytes(ISO_8859_1));
                write(child);
              });
      out.write('e');
    }
  }

  private void text(byte[] bytes) {
    out.writeBytes((bytes.length + ":").getBytes(UTF_8));
    out.writeBytes(bytes);
  }
}
