package org.betor.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.betor.accounts.Community.PASSWORD;
import static org.betor.accounts.Community.address;
import static org.betor.accounts.Refusals.assertRefused;

import java.net.InetAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.betor.accounts.AccountsException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInTest {
  private static final InetAddress HERE = address("192.0.2.1");

  private final Community community = community();
  private final Accounts accounts = community.accounts;
  private final User bia = community.person("Bia", Role.USER);

  @AfterEach
  void close() throws SQLException {
    community.close();
  }

  private void fail(String login, InetAddress from) {
    assertRefused(Reason.WRONG_CREDENTIALS, () -> accounts.signIn(login, "wrong password", from));
  }

  private Duration waitFor(String login, InetAddress from) {
    AccountsException refusal =
        catchThrowableOfType(AccountsException.class, () -> accounts.signIn(login, PASSWORD, from));
    assertThat(refusal.reason()).isEqualTo(Reason.TOO_MANY_ATTEMPTS);
    return refusal.retryAfter().orElseThrow();
  }

  @Test
  void aNameOrAnAddressAndThePasswordOpenTheDoor() {
    assertThat(community.signIn("BIA ")).isEqualTo(bia);
    assertThat(community.signIn("bia@example.org")).isEqualTo(bia);
  }

  @Test
  void blanksAroundANameGiveNoMoreAttempts() {
    for (String login : List.of("bia", "bia ", " bia", "bia\t", "\u00a0bia\u2003")) {
      fail(login, HERE);
    }

    assertThat(waitFor("bia\u00a0\n", HERE)).isPositive();
  }

  @Test
  void unknownNamesAndWrongPasswordsAreAnsweredAlike() {
    AccountsException unknown =
        catchThrowableOfType(
            AccountsException.class, () -> accounts.signIn("nobody", PASSWORD, HERE));
    AccountsException wrong =
        catchThrowableOfType(AccountsException.class, () -> accounts.signIn("Bia", "wrong", HERE));

    assertThat(unknown).hasMessage(wrong.getMessage());
    assertThat(unknown.reason()).isEqualTo(wrong.reason()).isEqualTo(Reason.WRONG_CREDENTIALS);
  }

  @Test
  void passwordsThatAreTooLongAreWrong() {
    assertRefused(
        Reason.WRONG_CREDENTIALS, () -> accounts.signIn("Bia", "p".repeat(1_000_000), HERE));
    assertRefused(
        Reason.WRONG_CREDENTIALS, () -> accounts.signIn("b".repeat(1_000_000), PASSWORD, HERE));
  }

  @Test
  void charactersThatLookTheSameMakeTheSamePassword() {
    accounts.users().changePassword(bia.id(), bia.id(), "p\u00e3o de queijo");

    assertThat(accounts.signIn("Bia", "pa\u0303o de queijo", HERE)).isEqualTo(bia);
  }

  @Test
  void whetherSomebodyIsBannedIsToldToWhoKnowsThePassword() {
    accounts.users().ban(community.ana.id(), bia.id(), Ban.forGood("spam"));

    fail("Bia", HERE);
    assertRefused(Reason.BANNED, () -> community.signIn("Bia"));
  }

  @Test
  void anAccountWaitsLongerAfterEachFailureUpToTheLockOut() {
    for (int i = 0; i < 5; i++) {
      fail("Bia", HERE);
    }
    assertThat(waitFor("bia", address("198.51.100.7"))).isEqualTo(Duration.ofSeconds(1));

    for (int seconds = 1; seconds < 900; seconds *= 2) {
      community.time.advance(Duration.ofSeconds(seconds));
      fail("Bia", HERE);
    }
    assertThat(waitFor("Bia", HERE)).isEqualTo(Duration.ofMinutes(15));
    community.time.advance(Duration.ofMinutes(15));
    assertThat(community.signIn("Bia")).isEqualTo(bia);
    fail("Bia", HERE);
    assertThat(community.signIn("Bia")).isEqualTo(bia);
  }

  @Test
  void unknownNamesAreThrottledLikeKnownOnes() {
    for (int i = 0; i < 5; i++) {
      fail("nobody", HERE);
    }

    assertThat(waitFor("NOBODY", HERE)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void anAddressThatTriesManyNamesHasToWaitAndOthersDoNot() {
    for (int i = 0; i < 50; i++) {
      fail("name" + i, address("2001:db8:0:1::" + i));
    }

    assertThat(waitFor("Bia", address("2001:db8:0:1::ffff"))).isEqualTo(Duration.ofSeconds(1));
    assertThat(accounts.signIn("Bia", PASSWORD, address("2001:db8:0:2::1"))).isEqualTo(bia);
  }

  @Test
  void ownSuccessDoesNotClearTheAddress() {
    for (int i = 0; i < 49; i++) {
      fail("name" + i, HERE);
    }
    assertThat(community.signIn("Bia")).isEqualTo(bia);
    fail("another", HERE);

    assertThat(waitFor("Bia", HERE)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void anotherInstanceCountsTheSameFailures() {
    try (Accounts other = community.settings().open()) {
      for (int i = 0; i < 5; i++) {
        fail("Bia", HERE);
      }

      assertRefused(Reason.TOO_MANY_ATTEMPTS, () -> other.signIn("Bia", PASSWORD, HERE));
    }
  }

  @Test
  void aHashIsMadeAnewWhenTheCostGrew() throws SQLException {
    String before = community.hashOf(bia);
    try (Accounts dearer =
        community.settings().passwordCost(new PasswordCost(16, 2, 1, 10)).open()) {
      assertThat(dearer.signIn("Bia", PASSWORD, HERE)).isEqualTo(bia);
      assertThat(before).startsWith("$argon2id$v=19$m=8,t=1,p=1$");
      assertThat(community.hashOf(bia)).startsWith("$argon2id$v=19$m=16,t=2,p=1$");
      assertThat(dearer.signIn("Bia", PASSWORD, HERE)).isEqualTo(bia);
    }
    String dear = community.hashOf(bia);
    assertThat(community.signIn("Bia")).isEqualTo(bia);
    assertThat(community.hashOf(bia)).isEqualTo(dear);
  }

  @Test
  void oldPasswordsDoNotOpenAnyMore() {
    accounts.users().changePassword(bia.id(), bia.id(), "another password");

    assertRefused(Reason.WRONG_CREDENTIALS, () -> community.signIn("Bia"));
    assertThat(accounts.signIn("Bia", "another password", HERE)).isEqualTo(bia);
  }

  @Test
  void manySignInsAtOnceAreAllAnswered() throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(50);
    try {
      List<Future<User>> signedIn = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        signedIn.add(people.submit(() -> community.signIn("Bia")));
      }
      for (Future<User> user : signedIn) {
        assertThat(user.get()).isEqualTo(bia);
      }
    } finally {
      people.shutdownNow();
    }
  }

  Community community() {
    return new Community();
  }
}
