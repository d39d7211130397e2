package org.betor.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.SortedMap;

/**
 * Writes torrent files.
 *
 * @see <a href="https://www.bittorrent.org/beps/bep_0003.html">BEP 3, bencoding</a>
 */
final class Bencoding {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Bencoding() {}

  /** The bytes of a number, a text, bytes, a list, or a dictionary sorted by its keys. */
  static byte[] of(Object value) {
    Bencoding bencoding = new Bencoding();
    bencoding.append(value);
    return bencoding.out.toByteArray();
  }

  private void append(Object value) {
    if (value instanceof Number number) {
      plain("i" + number + "e");
    } else if (value instanceof String text) {
      append(text.getBytes(UTF_8));
    } else if (value instanceof byte[] bytes) {
      plain(bytes.length + ":");
      out.writeBytes(bytes);
    } else if (value instanceof List<?> list) {
      plain("l");
      list.forEach(this::append);
      plain("e");
    } else if (value instanceof SortedMap<?, ?> dictionary) {
      plain("d");
      dictionary.forEach(this::entry);
      plain("e");
    } else {
      throw new IllegalArgumentException("cannot be bencoded: " + value.getClass());
    }
  }

  private void entry(Object key, Object value) {
    append(key);
    append(value);
  }

  private void plain(String ascii) {
    out.writeBytes(ascii.getBytes(UTF_8));
  }
}
