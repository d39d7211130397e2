package org.betor.api.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The identity of a release: {@code btih:<40 hex>} or {@code btmh:<64 hex>} where the info-hash is
 * known, else {@code <provider>:<what the provider calls it>} until it is learnt.
 *
 * @param value the key as text, at most 2,048 characters
 */
public record ReleaseKey(String value) {
  private static final int MAX_CHARS = 2_048;
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]*:\\S.*");
  private static final int PREFIX = "btih:".length();

  /**
   * Checks.
   *
   * @throws IllegalArgumentException if the text is no key
   */
  public ReleaseKey {
    if (namesAHash(value)) {
      if (!hasHash(value)) {
        throw new IllegalArgumentException("the key \"" + value + "\" has no info-hash");
      }
    } else if (value.length() > MAX_CHARS || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a release key is \"btih:<hex>\" or \"<provider>:<guid>\", got \"" + value + "\"");
    }
  }

  /** The key of a torrent whose info-hash is known. */
  public static ReleaseKey of(InfoHash infoHash) {
    return new ReleaseKey((infoHash.isV2() ? "btmh:" : "btih:") + infoHash.hex());
  }

  /**
   * The key of a torrent whose info-hash is not known yet.
   *
   * @param provider the provider's id
   * @param guid what the provider calls it, unique and stable within the provider; where it is too
   *     long for a key, is no single line, or may hold a passkey, its SHA-256 stands for it
   */
  public static ReleaseKey of(String provider, String guid) {
    String start = provider + ":";
    boolean fits =
        start.length() + guid.length() <= MAX_CHARS
            && FORM.matcher(start + guid).matches()
            && !Redacted.mayHoldAKey(guid);
    return new ReleaseKey(start + (fits ? guid : "sha256-" + sha256(guid)));
  }

  /** The info-hash; empty if it is not known yet. */
  public Optional<InfoHash> infoHash() {
    return namesAHash(value)
        ? Optional.of(new InfoHash(value.substring(PREFIX)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }

  private static boolean namesAHash(String key) {
    return key.startsWith("btih:") || key.startsWith("btmh:");
  }

  private static boolean hasHash(String key) {
    String hex = key.substring(PREFIX);
    return InfoHash.isHash(hex) && (hex.length() == 64) == key.startsWith("btmh:");
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) { // every Java platform has it
      throw new IllegalStateException(impossible);
    }
  }
}
