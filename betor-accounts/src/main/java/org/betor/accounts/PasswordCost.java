package org.betor.accounts;

/**
 * How much it takes to try a password. Older hashes of less are made anew when their owner signs
 * in.
 *
 * @param memoryKib memory of one hash, in KiB
 * @param iterations rounds over it
 * @param atATime how many are computed at a time; the memory is needed as often
 * @param waiting how many may wait for their turn before others are told {@link
 *     AccountsException.Reason#BUSY}
 */
public record PasswordCost(int memoryKib, int iterations, int atATime, int waiting) {
  /**
   * 12 MiB, 3 rounds, two at a time and 1,000 waiting.
   *
   * @see <a
   *     href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">OWASP,
   *     Password Storage</a>
   */
  public static final PasswordCost USUAL = new PasswordCost(12_288, 3, 2, 1_000);

  /**
   * Checks.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public PasswordCost {
    check("memory in KiB", 8, memoryKib, 1 << 20);
    check("iterations", 1, iterations, 100);
    check("hashes at a time", 1, atATime, 1_000);
    check("waiting sign-ins", 0, waiting, 1_000_000);
  }

  private static void check(String what, int least, int value, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be %d to %d, got %d".formatted(what, least, most, value));
    }
  }
}
