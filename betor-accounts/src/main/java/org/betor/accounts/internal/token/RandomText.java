package org.betor.accounts.internal.token;

import java.security.SecureRandom;
import java.util.Base64;

/** Text that nobody guesses. */
final class RandomText {
  private RandomText() {}

  /** In Base64 for URLs, without padding. */
  static String of(int bytes, SecureRandom random) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
  }
}
