package org.betor.p2p.internal.bencode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A bencoded dictionary of a message. Values are {@link Long}, {@code byte[]}, {@link List} and
 * {@link Dictionary}; one of another type than asked for counts as absent.
 *
 * @param values by keys, of which each has one letter for each of its bytes
 */
public record Dictionary(Map<String, Object> values) {

  /** Reads one that fills the bytes. */
  public static Dictionary read(byte[] message) throws MalformedException {
    ByteBuffer bytes = ByteBuffer.wrap(message);
    Dictionary dictionary = read(bytes);
    if (bytes.hasRemaining()) {
      throw new MalformedException(
          "a dictionary goes on after its end with %d bytes".formatted(bytes.remaining()));
    }
    return dictionary;
  }

  /** Reads one from the start of the bytes, whose position is then behind it. */
  public static Dictionary read(ByteBuffer bytes) throws MalformedException {
    if (new BencodeInput(bytes).read() instanceof Dictionary dictionary) {
      return dictionary;
    }
    throw new MalformedException("a message is no dictionary");
  }

  /** A whole number. */
  public OptionalLong number(String key) {
    return values.get(key) instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
  }

  /** Bytes, which must not be changed. */
  public Optional<byte[]> bytes(String key) {
    return values.get(key) instanceof byte[] bytes ? Optional.of(bytes) : Optional.empty();
  }

  /** Bytes read as UTF-8. */
  public Optional<String> text(String key) {
    return bytes(key).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** A dictionary within; an empty one if there is none. */
  public Dictionary dictionary(String key) {
    return values.get(key) instanceof Dictionary dictionary ? dictionary : new Dictionary(Map.of());
  }

  /** A list; empty if there is none. */
  public List<?> list(String key) {
    return values.get(key) instanceof List<?> list ? list : List.of();
  }
}
