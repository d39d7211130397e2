package org.betor.accounts;

import java.util.UUID;

/**
 * Names a user for good; names and addresses may change.
 *
 * @param value a random UUID
 */
public record UserId(UUID value) {
  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static UserId parse(String text) {
    return new UserId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
