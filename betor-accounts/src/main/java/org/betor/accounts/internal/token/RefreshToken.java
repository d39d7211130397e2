package org.betor.accounts.internal.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.betor.accounts.internal.signin.Sha256;

/**
 * What a session is refreshed with. All of a session share a handle, so that an old one is known
 * for what it is; the secret is another in each. Only hashes of both are kept.
 */
public final class RefreshToken {
  private static final String MAC = "HmacSHA256";
  private static final int HANDLE_BYTES = 18;
  private static final int HANDLE_LENGTH = 24;
  private static final int SECRET_BYTES = 32;
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{67}");

  private final String handle;
  private final String secret;

  private RefreshToken(String handle, String secret) {
    this.handle = handle;
    this.secret = secret;
  }

  /** The first one of a session. */
  static RefreshToken first(SecureRandom random) {
    return new RefreshToken(
        RandomText.of(HANDLE_BYTES, random), RandomText.of(SECRET_BYTES, random));
  }

  /** Reads what {@link #text} wrote; empty if it cannot be that. */
  static Optional<RefreshToken> parse(String text) {
    return SHAPE.matcher(text).matches()
        ? Optional.of(
            new RefreshToken(text.substring(0, HANDLE_LENGTH), text.substring(HANDLE_LENGTH)))
        : Optional.empty();
  }

  /** What makes one unlike all others that could follow the same. */
  static String salt(SecureRandom random) {
    return RandomText.of(SECRET_BYTES, random);
  }

  /**
   * The one that follows: for the same salt the same again, which neither this token nor the salt
   * leads to alone.
   */
  RefreshToken successor(String salt) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(salt.getBytes(US_ASCII), MAC));
      byte[] next = mac.doFinal(secret.getBytes(US_ASCII));
      return new RefreshToken(handle, Base64.getUrlEncoder().withoutPadding().encodeToString(next));
    } catch (GeneralSecurityException impossible) { // every JVM has it
      throw new AssertionError(impossible);
    }
  }

  /** The id of its session. */
  String session() {
    return Sha256.hex(handle);
  }

  /** What is kept of its secret. */
  String hash() {
    return Sha256.hex(secret);
  }

  /** As clients keep it. */
  public String text() {
    return handle + secret;
  }
}
