package org.betor.accounts;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.betor.accounts.internal.token.KeyFile;
import org.betor.accounts.internal.token.KeySource;
import org.jspecify.annotations.Nullable;

/** How tokens are made; each is checked where it is set. */
final class TokenSettings {
  private static final int LONGEST_NAME = 200;

  TokenLimits limits = TokenLimits.USUAL;
  String issuer = "betor";
  String audience = "betor";
  @Nullable KeySource signingKey;

  void from(String issuer, String audience) {
    this.issuer = checkName("an issuer", issuer);
    this.audience = checkName("an audience", audience);
  }

  private static String checkName(String what, String name) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "%s has 1 to %d characters, got \"%s\"".formatted(what, LONGEST_NAME, name));
    }
    return name;
  }

  /**
   * The key that was given, or else those that instances make for themselves.
   *
   * @param folder where such a key is kept; null if only in memory
   */
  KeySource keys(@Nullable Path folder, SecureRandom random) {
    if (signingKey != null) {
      return signingKey;
    }
    return folder == null
        ? KeySource.inMemory(random)
        : new KeyFile(AccountsFolder.open(folder), random);
  }
}
