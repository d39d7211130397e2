package org.betor.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.accounts.Community.newUser;
import static org.betor.accounts.Refusals.assertRefused;

import javax.sql.DataSource;
import org.betor.accounts.AccountsException.Reason;
import org.junit.jupiter.api.Test;

class SetupTest {
  private final DataSource database = database();

  private Accounts open() {
    return Accounts.builder().database(database).passwordCost(Community.CHEAP).open();
  }

  @Test
  void theFirstStartTellsATokenOnceAndItMakesOneSuperAdmin() {
    try (Accounts accounts = open()) {
      String token = accounts.setupToken().orElseThrow();

      assertThat(accounts.setupToken()).isEmpty();
      User ana = accounts.setUp(token, newUser("Ana"));
      assertThat(ana.role()).isEqualTo(Role.SUPER_ADMIN);
      assertThat(accounts.may(ana.id(), Permission.MANAGE_SETTINGS)).isTrue();
      assertRefused(Reason.WRONG_SETUP_TOKEN, () -> accounts.setUp(token, newUser("Bia")));
    }
  }

  @Test
  void nobodyIsThereBeforeTheTokenIsUsedAndAWrongOneIsRefused() {
    try (Accounts accounts = open()) {
      assertThat(accounts.users().page("", 10)).isEmpty();
      assertRefused(Reason.WRONG_SETUP_TOKEN, () -> accounts.setUp("guess", newUser("Ana")));
    }
  }

  @Test
  void aRefusedPersonLeavesTheTokenAsItWas() {
    try (Accounts accounts = open()) {
      String token = accounts.setupToken().orElseThrow();

      assertRefused(
          Reason.INVALID,
          () -> accounts.setUp(token, new NewUser("Ana", "ana@example.org", "short")));
      assertThat(accounts.setUp(token, newUser("Ana")).name()).isEqualTo("Ana");
    }
  }

  @Test
  void whoLostTheTokenIsToldAnotherAtTheNextStartAndTheOlderOneCountsStill() {
    String lost;
    try (Accounts accounts = open()) {
      lost = accounts.setupToken().orElseThrow();
    }
    try (Accounts accounts = open()) {
      assertThat(accounts.setupToken().orElseThrow()).isNotEqualTo(lost);
      accounts.setUp(lost, newUser("Ana"));
    }
    try (Accounts accounts = open()) {
      assertThat(accounts.setupToken()).isEmpty();
      assertThat(accounts.users().findByName("ana")).isPresent();
    }
  }

  @Test
  void anInterruptedThreadSpoilsNothing() {
    try (Accounts accounts = open()) {
      String token = accounts.setupToken().orElseThrow();
      User ana = accounts.setUp(token, newUser("Ana"));
      Thread.currentThread().interrupt();
      accounts.users().rename(ana.id(), ana.id(), "Ana Maria");
      assertThat(Thread.interrupted()).isTrue();

      assertThat(accounts.users().findByName("ana maria")).isPresent();
    }
  }

  /** An empty one. */
  DataSource database() {
    return Community.inMemory();
  }
}
