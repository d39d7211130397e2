package org.betor.api.model;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names a torrent by the hash of its info dictionary: SHA-1 for version 1, SHA-256 for version 2.
 *
 * @param hex 40 hex digits (version 1) or 64 (version 2); kept in lower case, so that equal
 *     torrents are equal records
 * @see <a href="https://www.bittorrent.org/beps/bep_0009.html">BEP 9, magnet URI format</a>
 * @see <a href="https://www.bittorrent.org/beps/bep_0052.html">BEP 52, BitTorrent version 2</a>
 */
public record InfoHash(String hex) {
  private static final Pattern BASE32 = Pattern.compile("[A-Za-z2-7]{32}");
  private static final String V1_URN = "urn:btih:";
  private static final String V2_URN = "urn:btmh:";

  /** Says "SHA-256, 32 bytes" at the head of a version 2 hash, after the multihash format. */
  private static final String SHA256_MULTIHASH = "1220";

  /**
   * Checks and normalises.
   *
   * @throws IllegalArgumentException if {@code hex} has not 40 or 64 hex digits
   */
  public InfoHash {
    hex = hex.toLowerCase(Locale.ROOT);
    if (!isHash(hex)) {
      throw new IllegalArgumentException(
          "an info-hash has 40 or 64 hex digits, got \"" + hex + "\"");
    }
  }

  /**
   * Reads an info-hash in any form that is in use: {@code urn:btih:} with 40 hex digits or 32
   * base32 letters, {@code urn:btmh:1220} with 64 hex digits, or what follows the prefix of a
   * version 1 hash alone. Letters may be in either case.
   *
   * @throws IllegalArgumentException if the text is none of these
   */
  public static InfoHash parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith(V2_URN)) {
      return ofMultihash(lower.substring(V2_URN.length()));
    }
    String v1 = lower.startsWith(V1_URN) ? lower.substring(V1_URN.length()) : lower;
    if (v1.length() == 32 && BASE32.matcher(v1).matches()) {
      return new InfoHash(hexOfBase32(v1));
    }
    if (v1.length() != 40) {
      throw new IllegalArgumentException(
          "a version 1 info-hash has 40 hex digits or 32 base32 letters, got \"" + text + "\"");
    }
    return new InfoHash(v1);
  }

  /** Whether this is the SHA-256 of a version 2 torrent. */
  public boolean isV2() {
    return hex.length() == 64;
  }

  /** This hash as a magnet link's exact topic, such as {@code urn:btih:08ada5a7…}. */
  public String urn() {
    return isV2() ? V2_URN + SHA256_MULTIHASH + hex : V1_URN + hex;
  }

  @Override
  public String toString() {
    return hex;
  }

  /** Whether these are 40 or 64 hex digits in lower case. */
  static boolean isHash(String hex) {
    boolean digits = hex.length() == 40 || hex.length() == 64;
    for (int i = 0; digits && i < hex.length(); i++) {
      char letter = hex.charAt(i);
      digits = (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
    }
    return digits;
  }

  private static InfoHash ofMultihash(String multihash) {
    if (!multihash.startsWith(SHA256_MULTIHASH) || multihash.length() != 68) {
      throw new IllegalArgumentException(
          "a version 2 info-hash is 1220 and 64 hex digits, got \"" + multihash + "\"");
    }
    return new InfoHash(multihash.substring(SHA256_MULTIHASH.length()));
  }

  private static String hexOfBase32(String letters) {
    BigInteger bits = BigInteger.ZERO;
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      int value = letter >= 'a' ? letter - 'a' : letter - '2' + 26;
      bits = bits.shiftLeft(5).or(BigInteger.valueOf(value));
    }
    String digits = bits.toString(16);
    return "0".repeat(40 - digits.length()) + digits;
  }
}
