package org.betor.p2p.internal.bencode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads bencoded values from bytes that anyone may have sent: no length is believed before it is
 * compared with the bytes that are left, and depth and number of values are bounded.
 *
 * @see <a href="https://www.bittorrent.org/beps/bep_0003.html">BEP 3, bencoding</a>
 */
final class BencodeInput {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_VALUES = 100_000;
  private static final int MAX_DIGITS = 19;

  private final ByteBuffer bytes;
  private int values;

  BencodeInput(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  Object read() throws MalformedException {
    return value(0);
  }

  private Object value(int depth) throws MalformedException {
    if (depth > MAX_DEPTH || ++values > MAX_VALUES) {
      throw new MalformedException("a message has too many values or levels");
    }
    return switch (peek()) {
      case 'i' -> number();
      case 'l' -> list(depth);
      case 'd' -> dictionary(depth);
      default -> text();
    };
  }

  private List<Object> list(int depth) throws MalformedException {
    List<Object> list = new ArrayList<>();
    bytes.get();
    while (!ends()) {
      list.add(value(depth + 1));
    }
    return list;
  }

  private Dictionary dictionary(int depth) throws MalformedException {
    Map<String, Object> values = new HashMap<>();
    bytes.get();
    while (!ends()) {
      String key = new String(text(), ISO_8859_1);
      values.put(key, value(depth + 1));
    }
    return new Dictionary(values);
  }

  private boolean ends() throws MalformedException {
    boolean ends = peek() == 'e';
    if (ends) {
      bytes.get();
    }
    return ends;
  }

  private Long number() throws MalformedException {
    bytes.get();
    boolean negative = peek() == '-';
    if (negative) {
      bytes.get();
    }
    long number = digits('e');
    return negative ? -number : number;
  }

  private byte[] text() throws MalformedException {
    long length = digits(':');
    if (length > bytes.remaining()) {
      throw new MalformedException(
          "a text of %d bytes where %d are left".formatted(length, bytes.remaining()));
    }
    byte[] text = new byte[(int) length];
    bytes.get(text);
    return text;
  }

  private long digits(char end) throws MalformedException {
    long number = 0;
    int count = 0;
    while (peek() >= '0' && peek() <= '9') {
      number = number * 10 + (bytes.get() - '0');
      count++;
    }
    if (count == 0 || count > MAX_DIGITS || number < 0 || peek() != end) {
      throw new MalformedException("something else where a number belongs");
    }
    bytes.get();
    return number;
  }

  private byte peek() throws MalformedException {
    if (!bytes.hasRemaining()) {
      throw new MalformedException("a message ends too early");
    }
    return bytes.get(bytes.position());
  }
}
