package org.betor.accounts;

/**
 * Somebody who shall have an account.
 *
 * @param name 1 to 64 characters without {@code @}; two that differ in case only are the same
 * @param email up to 254 characters; the same holds for it
 * @param password 8 to 256 characters
 */
public record NewUser(String name, String email, String password) {
  /** Without the password. */
  @Override
  public String toString() {
    return "NewUser[name=" + name + ", email=" + email + "]";
  }
}
