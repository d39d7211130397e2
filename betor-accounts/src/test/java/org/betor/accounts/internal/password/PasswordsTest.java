package org.betor.accounts.internal.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.betor.accounts.PasswordCost;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private static final String PASSWORD = "correct horse";

  private final SecureRandom random = new SecureRandom();
  private final String weak = passwords(1).hash(PASSWORD);
  private final Passwords one = passwords(2);

  @Test
  void aWeakHashIsReplacedOnce() {
    String stronger = one.stronger(PASSWORD, weak).orElseThrow();

    assertThat(one.matches(PASSWORD, Optional.of(stronger), () -> {})).isTrue();
    assertThat(one.stronger(PASSWORD, stronger)).isEmpty();
  }

  @Test
  void aWeakHashIsKeptWhileTooManyWait() {
    List<Optional<String>> made = new ArrayList<>();

    boolean right =
        one.matches(PASSWORD, Optional.of(weak), () -> made.add(one.stronger(PASSWORD, weak)));

    assertThat(right).isTrue();
    assertThat(made).containsExactly(Optional.empty());
  }

  /** Those of which one is computed at a time, and none waits. */
  private Passwords passwords(int iterations) {
    return new Passwords(new PasswordCost(64, iterations, 1, 0), random);
  }
}
