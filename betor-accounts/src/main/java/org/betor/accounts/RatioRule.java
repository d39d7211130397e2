package org.betor.accounts;

/**
 * What people have to keep who have no minimum of their own.
 *
 * @param minimum bytes up for each byte down, from 0 to 1,000; kept in thousandths
 * @param graceBytes how many bytes anybody may owe and go on downloading, from 0
 */
public record RatioRule(double minimum, long graceBytes) {
  /** Nobody has to keep anything: what holds until another rule is set. */
  public static final RatioRule NONE = new RatioRule(0, 0);

  private static final double LARGEST = 1000;

  /**
   * Checks.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public RatioRule {
    checkMinimum(minimum);
    if (graceBytes < 0) {
      throw new IllegalArgumentException("a grace has 0 bytes or more, got " + graceBytes);
    }
  }

  static void checkMinimum(double minimum) {
    if (!(minimum >= 0 && minimum <= LARGEST)) {
      throw new IllegalArgumentException("a minimum is a ratio from 0 to 1,000, got " + minimum);
    }
  }
}
