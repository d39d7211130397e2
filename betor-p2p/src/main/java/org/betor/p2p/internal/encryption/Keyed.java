package org.betor.p2p.internal.encryption;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.stream.Stream;
import org.betor.p2p.internal.hash.Sha1;

/** The hashes that both sides make of what they know. */
final class Keyed {
  private Keyed() {}

  /** The hash of a word and what follows it. */
  static byte[] hash(String word, byte[]... rest) {
    return Sha1.of(
        Stream.concat(Stream.of(word.getBytes(US_ASCII)), Stream.of(rest)).toArray(byte[][]::new));
  }
}
