package org.betor.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.betor.accounts.Community.PASSWORD;
import static org.betor.accounts.Community.address;
import static org.betor.accounts.Refusals.assertRefused;

import java.net.InetAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.Tokens.Pair;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokensTest {
  private static final InetAddress HERE = address("192.0.2.1");
  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final Duration JUST_BELOW_A_SECOND = Duration.ofMillis(999);

  private final Community community = community();
  private final Accounts accounts = community.accounts;
  private final Tokens tokens = accounts.tokens();
  private final Accounts elsewhere = community.settings().open();
  private final UserId ana = community.ana.id();
  private final UserId bia = community.person("Bia", Role.USER).id();
  private final Pair pair = tokens.signIn("bia", PASSWORD, HERE);

  @AfterEach
  void close() throws SQLException {
    elsewhere.close();
    community.close();
  }

  private void advance(Duration time) {
    community.time.advance(time);
  }

  private static void assertOver(Tokens tokens, Pair pair) {
    assertRefused(Reason.INVALID_TOKEN, () -> tokens.check(pair.access()));
  }

  @Test
  void whoSignedInIsKnownByTheTokenUntilItEnds() {
    assertThat(tokens.check(pair.access())).isEqualTo(bia);

    assertThat(pair.accessEnds()).isEqualTo(community.time.instant().plus(Duration.ofMinutes(10)));
    advance(Duration.ofMinutes(10).minusMillis(1));
    assertThat(tokens.check(pair.access())).isEqualTo(bia);
    advance(Duration.ofMillis(1));
    assertRefused(Reason.EXPIRED_TOKEN, () -> tokens.check(pair.access()));
    assertThat(tokens.check(tokens.refresh(pair.refresh()).access())).isEqualTo(bia);
  }

  @Test
  void anotherInstanceOverTheSameDatabaseTakesTheTokens() {
    assertThat(elsewhere.tokens().check(pair.access())).isEqualTo(bia);
    Pair next = elsewhere.tokens().refresh(pair.refresh());
    assertThat(tokens.check(next.access())).isEqualTo(bia);
  }

  @Test
  void signingInIsCheckedAsWithoutTokens() {
    assertRefused(Reason.WRONG_CREDENTIALS, () -> tokens.signIn("bia", "wrong", HERE));
    accounts.users().ban(ana, bia, Ban.forGood("spam"));
    assertRefused(Reason.BANNED, () -> tokens.signIn("bia", PASSWORD, HERE));
    assertRefused(Reason.BANNED, () -> tokens.issue(bia, HERE));
  }

  @Test
  void aPairDoesNotTellItsTokensWhenItIsPrinted() {
    assertThat(pair.toString()).doesNotContain(pair.access(), pair.refresh());
  }

  static Stream<Named<Consumer<TokensTest>>> endings() {
    return Stream.of(
        Named.of("ban", test -> test.accounts.users().ban(test.ana, test.bia, Ban.forGood("spam"))),
        Named.of("deactivation", test -> test.accounts.users().deactivate(test.ana, test.bia)),
        Named.of(
            "another role", test -> test.accounts.users().assign(test.ana, test.bia, Role.MANAGER)),
        Named.of(
            "another password",
            test -> test.accounts.users().changePassword(test.bia, test.bia, "another password")),
        Named.of("erasure", test -> test.accounts.users().erase(test.bia, test.bia)),
        Named.of("sign-out", test -> test.tokens.revoke(test.pair.refresh())),
        Named.of("end of all", test -> test.tokens.revokeAll(test.bia, test.bia)),
        Named.of(
            "end of one",
            test ->
                test.tokens.revoke(
                    test.bia, test.bia, test.tokens.sessions(test.bia, test.bia).get(0).id())));
  }

  @ParameterizedTest
  @MethodSource("endings")
  void tokensEndAtOnceHereAndWithinASecondElsewhere(Consumer<TokensTest> ending) {
    assertThat(tokens.check(pair.access())).isEqualTo(bia);
    assertThat(elsewhere.tokens().check(pair.access())).isEqualTo(bia);

    ending.accept(this);

    assertOver(tokens, pair);
    assertRefused(Reason.INVALID_TOKEN, () -> elsewhere.tokens().refresh(pair.refresh()));
    advance(JUST_BELOW_A_SECOND);
    elsewhere.tokens().check(pair.access()); // may be known still
    advance(Duration.ofMillis(1));
    assertOver(elsewhere.tokens(), pair);
  }

  @Test
  void aBanThatIsLiftedLeavesOldTokensWithoutForce() {
    accounts.users().ban(ana, bia, Ban.forGood("spam"));
    accounts.users().liftBan(ana, bia);

    assertOver(tokens, pair);
    assertRefused(Reason.INVALID_TOKEN, () -> tokens.refresh(pair.refresh()));
    assertThat(tokens.check(tokens.signIn("bia", PASSWORD, HERE).access())).isEqualTo(bia);
  }

  @Test
  void theRoleIsThatOfNowAndNotThatOfTheToken() {
    accounts.users().assign(ana, bia, Role.MANAGER);
    Pair anew = tokens.signIn("bia", PASSWORD, HERE);
    accounts.roles().withhold(ana, Role.MANAGER, Permission.BAN);

    assertThat(accounts.may(tokens.check(anew.access()), Permission.BAN)).isFalse();
  }

  @Test
  void anOldRefreshTokenEndsTheWholeSessionAndTheAuditLogTells() {
    Pair second = tokens.refresh(pair.refresh());
    Pair other = tokens.issue(bia, HERE);
    advance(A_MINUTE);

    assertRefused(Reason.REUSED_TOKEN, () -> tokens.refresh(pair.refresh()));

    assertOver(tokens, pair);
    assertOver(tokens, second);
    assertRefused(Reason.INVALID_TOKEN, () -> tokens.refresh(second.refresh()));
    assertThat(tokens.check(other.access())).isEqualTo(bia);
    assertThat(accounts.audit().latest(1).get(0).act()).isEqualTo(Act.REUSE_TOKEN);
  }

  @Test
  void aRefreshTokenOfLongAgoEndsTheSessionToo() {
    Pair newest = pair;
    for (int i = 0; i < 5; i++) {
      newest = tokens.refresh(newest.refresh());
    }

    assertRefused(Reason.REUSED_TOKEN, () -> tokens.refresh(pair.refresh()));
    assertOver(tokens, newest);
  }

  @Test
  void whoMissedTheAnswerAsksAgainWithinHalfAMinuteAndHasTheSame() {
    Pair lost = tokens.refresh(pair.refresh());
    advance(Duration.ofSeconds(30));

    Pair again = elsewhere.tokens().refresh(pair.refresh());

    assertThat(again.refresh()).isEqualTo(lost.refresh());
    assertThat(tokens.check(again.access())).isEqualTo(bia);
    assertThat(tokens.refresh(again.refresh()).refresh()).isNotEqualTo(again.refresh());
  }

  @Test
  void manyWhoRefreshAtOnceHaveTheSame() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(16);
    try {
      List<Callable<String>> refreshes = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        Tokens either = i % 2 == 0 ? tokens : elsewhere.tokens();
        refreshes.add(() -> either.refresh(pair.refresh()).refresh());
      }
      Set<String> next = new HashSet<>();
      for (Future<String> refreshed : clients.invokeAll(refreshes)) {
        next.add(refreshed.get());
      }

      assertThat(next).hasSize(1);
      assertThat(tokens.check(tokens.refresh(next.iterator().next()).access())).isEqualTo(bia);
    } finally {
      clients.shutdownNow();
    }
  }

  @Test
  void aSessionGoesOnWhileItIsRefreshedAndEndsWhenItIsNot() {
    Pair newest = pair;
    for (int days = 0; days < 90; days += 29) {
      advance(Duration.ofDays(29));
      newest = tokens.refresh(newest.refresh());
    }
    advance(Duration.ofDays(30));
    String last = newest.refresh();

    assertRefused(Reason.INVALID_TOKEN, () -> tokens.refresh(last));
    assertThat(tokens.sessions(bia, bia)).isEmpty();
  }

  @Test
  void refreshTokensThatWereNeverOursAreRefusedAndChangeNothing() {
    String ours = pair.refresh();
    for (String wrong :
        List.of("", "x", "x".repeat(67), "x".repeat(1_000_000), ours + "x", pair.access())) {
      assertRefused(Reason.INVALID_TOKEN, () -> tokens.refresh(wrong));
      tokens.revoke(wrong);
    }
    assertThat(tokens.check(tokens.refresh(ours).access())).isEqualTo(bia);
  }

  @Test
  void neitherTheDatabaseNorTheListOfSessionsLeadsToATokenThatRefreshes() throws SQLException {
    String session = tokens.sessions(bia, bia).get(0).id();

    assertThat(community.tableText("betor_session"))
        .contains(session)
        .doesNotContain(pair.refresh());
    assertThat(pair.refresh()).doesNotContain(session);
    assertRefused(Reason.INVALID_TOKEN, () -> tokens.refresh((session + "xxx")));
  }

  @Test
  void theSessionThatWasNotUsedForLongestGivesWay() {
    try (Accounts strict =
        community.settings().tokenLimits(new TokenLimits(A_MINUTE, Duration.ofDays(1), 2)).open()) {
      advance(Duration.ofSeconds(1));
      Pair first = strict.tokens().issue(bia, HERE);
      advance(Duration.ofSeconds(1));
      Pair second = strict.tokens().issue(bia, HERE);
      advance(Duration.ofSeconds(1));
      Pair refreshed = strict.tokens().refresh(first.refresh());
      assertThat(strict.tokens().check(second.access())).isEqualTo(bia);
      strict.tokens().issue(bia, HERE);

      assertThat(strict.tokens().check(refreshed.access())).isEqualTo(bia);
      assertOver(strict.tokens(), second);
      assertThat(strict.tokens().sessions(bia, bia)).hasSize(2);
    }
  }

  @Test
  void whatIsOverGoesAsOthersSignIn() throws SQLException {
    for (int i = 0; i < 15; i++) {
      tokens.issue(bia, HERE);
    }
    advance(Duration.ofDays(31));

    tokens.issue(ana, HERE);
    tokens.issue(ana, HERE);

    assertThat(community.count("betor_session")).isEqualTo(2);
    assertThat(community.count("betor_signing_key")).isEqualTo(1);
  }

  @Test
  void oneSeesWhereOneIsSignedInAndEndsIt() {
    advance(A_MINUTE);
    Pair phone = tokens.issue(bia, address("2001:db8::7"));
    List<Session> both = tokens.sessions(bia, bia);

    assertThat(both).extracting(Session::from).containsExactly("2001:db8:0:0:0:0:0:7", "192.0.2.1");
    assertThat(both.get(1).begun()).isEqualTo(community.time.instant().minus(A_MINUTE));
    tokens.revoke(bia, bia, both.get(1).id());

    assertOver(tokens, pair);
    assertThat(tokens.check(phone.access())).isEqualTo(bia);
    assertThat(tokens.sessions(bia, bia)).containsExactly(both.get(0));
  }

  @Test
  void sessionsOfOthersNeedThePermissionAndALighterRole() {
    UserId caio = community.person("Caio", Role.USER).id();
    UserId dora = community.person("Dora", Role.MANAGER).id();
    String session = tokens.sessions(dora, bia).get(0).id();

    assertRefused(Reason.FORBIDDEN, () -> tokens.sessions(caio, bia));
    assertRefused(Reason.FORBIDDEN, () -> tokens.revoke(caio, bia, session));
    assertRefused(Reason.FORBIDDEN, () -> tokens.revokeAll(caio, bia));
    assertRefused(Reason.FORBIDDEN, () -> tokens.revokeAll(dora, ana));
    tokens.revoke(caio, caio, session); // is not theirs
    tokens.revoke(bia, bia, "no session\u0000");
    assertThat(tokens.check(pair.access())).isEqualTo(bia);
    tokens.revokeAll(dora, bia);
    assertOver(tokens, pair);
    assertThat(accounts.audit().latest(1).get(0).act()).isEqualTo(Act.END_SESSIONS);
  }

  @Test
  void sessionsAreHandedOutAndErasedWithThePerson() throws SQLException {
    Object sessions = accounts.users().export(bia, bia).get("sessions");

    assertThat(sessions)
        .isEqualTo(
            List.of(
                Map.of(
                    "from", "192.0.2.1",
                    "begun", "2026-01-01T00:00:00Z",
                    "lastUsed", "2026-01-01T00:00:00Z")));
    accounts.users().erase(bia, bia);
    assertThat(community.count("betor_session")).isZero();
  }

  @Test
  void limitsThatMakeNoSenseAreRefused() {
    Duration day = Duration.ofDays(1);
    assertThatIllegalArgumentException().isThrownBy(() -> new TokenLimits(Duration.ZERO, day, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new TokenLimits(day, day, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new TokenLimits(A_MINUTE, A_MINUTE, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new TokenLimits(A_MINUTE, day, 0));
  }

  @Test
  void whoLooksAtSessionsOfOthersOrEndsThemIsInTheLog() {
    String session = tokens.sessions(bia, bia).get(0).id();
    List<AuditEntry> before = community.accounts.audit().latest(100);
    assertThat(before).extracting(AuditEntry::act).doesNotContain(Act.SEE_SESSIONS);

    tokens.sessions(ana, bia);
    tokens.revoke(ana, bia, session);
    tokens.revoke(ana, bia, session);

    assertThat(community.accounts.audit().latest(3))
        .extracting(AuditEntry::act, AuditEntry::details)
        .containsExactly(
            tuple(Act.END_SESSIONS, "0"),
            tuple(Act.END_SESSIONS, "1"),
            tuple(Act.SEE_SESSIONS, ""));
  }

  Community community() {
    return new Community();
  }
}
