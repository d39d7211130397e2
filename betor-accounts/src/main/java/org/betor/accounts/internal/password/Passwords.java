package org.betor.accounts.internal.password;

import java.security.SecureRandom;
import java.util.Optional;
import org.betor.accounts.AccountsException;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.PasswordCost;

/**
 * Hashes and compares passwords, few at a time, since each takes much memory. Blocks; safe for use
 * by several threads.
 */
public final class Passwords {
  private static final int SHORTEST = 8;
  private static final int LONGEST = 256;

  /** Too short for anybody's; tried in place of what is too long to be anybody's. */
  private static final String NOBODYS = "";

  private final Argon2id argon2id;
  private final Turns turns;

  /** Random are the salts. */
  public Passwords(PasswordCost cost, SecureRandom random) {
    this.argon2id = new Argon2id(cost, random);
    this.turns = new Turns(cost.atATime(), cost.waiting());
  }

  /**
   * The hash of a new password.
   *
   * @throws AccountsException if it is too short or too long, or too many wait
   */
  public String hash(String password) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST) {
      throw new AccountsException(
          Reason.INVALID,
          "a password has %d to %d characters, got %d".formatted(SHORTEST, LONGEST, length));
    }
    return turns.take(() -> argon2id.hash(password));
  }

  /**
   * A new hash of a password that was right, if the present one was made with less effort than new
   * ones are; empty also while too many wait, as there will be another time.
   */
  public Optional<String> stronger(String password, String hash) {
    return argon2id.isWeak(hash)
        ? turns.takeIfThereIsRoom(() -> argon2id.hash(password))
        : Optional.empty();
  }

  /**
   * Whether a password is the right one. Takes as long where there is none to compare with.
   *
   * @param check done when it is its turn; what it throws is thrown
   * @param hash empty if nobody has that name
   */
  public boolean matches(String password, Optional<String> hash, Runnable check) {
    String tried = password.length() > 2 * LONGEST ? NOBODYS : password;
    return turns.take(
        () -> {
          check.run();
          if (hash.isPresent()) {
            return Argon2id.matches(tried, hash.get());
          }
          return argon2id.hash(tried).isEmpty();
        });
  }
}
