package org.betor.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.betor.accounts.AccountsException.Reason;

/** How tests say that something is not done. */
final class Refusals {
  private Refusals() {}

  static void assertRefused(Reason reason, ThrowingCallable act) {
    assertThatExceptionOfType(AccountsException.class)
        .isThrownBy(act)
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }
}
