package org.betor.accounts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.betor.accounts.Community.PASSWORD;
import static org.betor.accounts.Community.newUser;
import static org.betor.accounts.Refusals.assertRefused;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.betor.accounts.AccountsException.Reason;
import org.betor.api.model.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsersTest {
  private final Community community = community();
  private final Accounts accounts = community.accounts;
  private final Users users = community.users;
  private final UserId ana = community.ana.id();

  @AfterEach
  void close() throws SQLException {
    community.close();
  }

  @Test
  void noNameIsAnotherWithBlanksAroundIt() {
    users.register(Community.newUser("Bia"));

    assertRefused(Reason.NAME_TAKEN, () -> users.register(named("Bia\u00a0")));
    assertRefused(Reason.INVALID, () -> users.register(named("\u00a0")));
  }

  private static NewUser named(String name) {
    return new NewUser(name, "other@example.org", Community.PASSWORD);
  }

  @Test
  void whoMayMoreKeepsTheirPassword() {
    User bia = community.person("Bia", Role.ADMIN);
    User caio = community.person("Caio", Role.MANAGER);
    community.roles.withhold(community.ana.id(), Role.ADMIN, Permission.BAN);

    assertRefused(
        Reason.FORBIDDEN, () -> users.changePassword(bia.id(), caio.id(), "another password"));
    assertRefused(
        Reason.FORBIDDEN, () -> users.changeEmail(bia.id(), caio.id(), "bia@example.net"));
  }

  @Test
  void whoRegistersIsFoundByIdNameAndAddressInAnyCase() {
    User bia = users.register(newUser("Bia"));

    assertThat(bia.role()).isEqualTo(Role.USER);
    assertThat(bia.active()).isTrue();
    assertThat(users.find(bia.id())).contains(bia);
    assertThat(users.findByName(" BIA ")).contains(bia);
    assertThat(users.findByEmail("Bia@Example.ORG")).contains(bia);
    assertThat(users.findByPseudonym(bia.pseudonym())).contains(bia);
    assertThat(users.findByName("nobody")).isEmpty();
  }

  @Test
  void namesAndAddressesAreUniqueWithoutCase() {
    users.register(new NewUser("Straße", "bia@example.org", PASSWORD));

    assertRefused(
        Reason.NAME_TAKEN,
        () -> users.register(new NewUser("STRASSE", "other@example.org", PASSWORD)));
    assertRefused(
        Reason.EMAIL_TAKEN,
        () -> users.register(new NewUser("Other", "BIA@example.org", PASSWORD)));
    assertThat(users.register(new NewUser("Strase", "c@example.org", PASSWORD)).name())
        .isEqualTo("Strase");
  }

  @Test
  void ofManyWhoTakeANameAtOnceOneHasIt() {
    List<Reason> refusals =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(i -> new NewUser("Bia", i + "@example.org", PASSWORD))
            .flatMap(person -> refusal(() -> users.register(person)).stream())
            .toList();

    assertThat(refusals).hasSize(15).containsOnly(Reason.NAME_TAKEN);
  }

  private static Optional<Reason> refusal(Runnable act) {
    try {
      act.run();
      return Optional.empty();
    } catch (AccountsException refused) {
      return Optional.of(refused.reason());
    }
  }

  @Test
  void accentsMakeAnotherName() {
    users.register(new NewUser("Jose", "a@example.org", PASSWORD));

    assertThat(users.register(new NewUser("José", "b@example.org", PASSWORD)).name())
        .isEqualTo("José");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a@b", "a\nb", "a\u0000b", "a\u202eb", "a\u200bb"})
  void namesThatCouldDeceiveAreRefused(String name) {
    assertRefused(
        Reason.INVALID, () -> users.register(new NewUser(name, "b@example.org", PASSWORD)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bia", "@example.org", "bia@", "b@i@a", "b ia@example.org"})
  void whatIsNoAddressIsRefused(String email) {
    assertRefused(Reason.INVALID, () -> users.register(new NewUser("Bia", email, PASSWORD)));
  }

  @Test
  void lengthsAreBounded() {
    assertRefused(Reason.INVALID, () -> users.register(newUser("n".repeat(65))));
    assertRefused(
        Reason.INVALID,
        () -> users.register(new NewUser("Bia", "b".repeat(250) + "@a.org", PASSWORD)));
    assertRefused(
        Reason.INVALID, () -> users.register(new NewUser("Bia", "b@example.org", "p".repeat(257))));
    assertThat(users.register(new NewUser("n".repeat(64), "b@example.org", PASSWORD)).active())
        .isTrue();
    String grows = "\ufdfa".repeat(64); // eighteen characters each, when they are compared
    assertRefused(Reason.INVALID, () -> users.register(new NewUser(grows, "c@a.org", PASSWORD)));
  }

  @Test
  void aPasswordIsNeitherKeptNorShown() {
    NewUser bia = newUser("Bia");

    assertThat(bia.toString()).doesNotContain(PASSWORD);
    assertThat(users.export(ana, users.register(bia).id()).toString())
        .doesNotContain(PASSWORD, "argon2");
  }

  @Test
  void namesAndAddressesCanBeChangedToWhatIsFree() {
    User bia = users.register(newUser("Bia"));

    assertThat(users.rename(bia.id(), bia.id(), "BIA").name()).isEqualTo("BIA");
    assertThat(users.changeEmail(ana, bia.id(), "new@example.org").email())
        .isEqualTo("new@example.org");
    assertRefused(Reason.NAME_TAKEN, () -> users.rename(bia.id(), bia.id(), "ana"));
    assertRefused(
        Reason.EMAIL_TAKEN, () -> users.changeEmail(bia.id(), bia.id(), "ANA@example.org"));
  }

  @Test
  void pagesFollowEachOtherByName() {
    for (String name : List.of("Caio", "bia", "Duda", "Eva")) {
      users.register(newUser(name));
    }

    assertThat(users.page("", 3)).extracting(User::name).containsExactly("Ana", "bia", "Caio");
    assertThat(users.page("Caio", 3)).extracting(User::name).containsExactly("Duda", "Eva");
    assertThatIllegalArgumentException().isThrownBy(() -> users.page("", 1_001));
  }

  @Test
  void whoIsNotActiveMayNothingUntilActiveAgain() {
    User bia = community.person("Bia", Role.MANAGER);

    assertThat(users.deactivate(ana, bia.id()).active()).isFalse();
    assertThat(accounts.may(bia.id(), Permission.SEARCH)).isFalse();
    assertThat(accounts.viewer(bia.id())).isEqualTo(Viewer.ANYONE);
    assertRefused(Reason.DEACTIVATED, () -> community.signIn("bia"));
    assertRefused(Reason.FORBIDDEN, () -> users.create(bia.id(), newUser("Caio"), Role.USER));

    users.activate(ana, bia.id());
    assertThat(accounts.viewer(bia.id()).level()).isEqualTo(3000);
    assertThat(community.signIn("bia").active()).isTrue();
  }

  @Test
  void aBanEndsByItselfOrIsLifted() {
    User bia = community.person("Bia", Role.USER);
    Ban hour = Ban.until(community.time.instant().plus(Duration.ofHours(1)), "spam");

    assertThat(users.ban(ana, bia.id(), hour).ban()).contains(hour);
    assertThat(accounts.may(bia.id(), Permission.SEARCH)).isFalse();
    community.time.advance(Duration.ofHours(1));
    assertThat(accounts.may(bia.id(), Permission.SEARCH)).isTrue();

    users.ban(ana, bia.id(), Ban.forGood("spam again"));
    community.time.advance(Duration.ofDays(10_000));
    assertThat(accounts.may(bia.id(), Permission.SEARCH)).isFalse();
    assertRefused(Reason.BANNED, () -> community.signIn("bia"));
    assertThat(users.liftBan(ana, bia.id()).ban()).isEmpty();
    assertThat(accounts.may(bia.id(), Permission.SEARCH)).isTrue();
  }

  @Test
  void aBanThatIsOverIsRefused() {
    User bia = community.person("Bia", Role.USER);

    assertRefused(
        Reason.INVALID, () -> users.ban(ana, bia.id(), Ban.until(community.time.instant(), "")));
  }

  @Test
  void nobodyTouchesWhatIsNotBelowThem() {
    User manager = community.person("Bia", Role.MANAGER);
    User peer = community.person("Caio", Role.MANAGER);
    User admin = community.person("Duda", Role.ADMIN);

    for (User other : List.of(peer, admin, community.ana)) {
      assertRefused(Reason.FORBIDDEN, () -> users.ban(manager.id(), other.id(), Ban.forGood("")));
      assertRefused(Reason.FORBIDDEN, () -> users.deactivate(manager.id(), other.id()));
      assertRefused(Reason.FORBIDDEN, () -> users.rename(manager.id(), other.id(), "X"));
      assertRefused(
          Reason.FORBIDDEN, () -> users.changePassword(manager.id(), other.id(), PASSWORD));
      assertRefused(Reason.FORBIDDEN, () -> users.erase(manager.id(), other.id()));
      assertRefused(Reason.FORBIDDEN, () -> users.export(manager.id(), other.id()));
      assertRefused(Reason.FORBIDDEN, () -> users.assign(manager.id(), other.id(), Role.USER));
    }
  }

  @Test
  void nobodyGivesARoleThatIsNotBelowTheirs() {
    User manager = community.person("Bia", Role.MANAGER);
    User user = community.person("Caio", Role.USER);

    for (String role : List.of(Role.MANAGER, Role.ADMIN, Role.SUPER_ADMIN)) {
      assertRefused(Reason.FORBIDDEN, () -> users.assign(manager.id(), user.id(), role));
      assertRefused(Reason.FORBIDDEN, () -> users.assign(manager.id(), manager.id(), role));
      assertRefused(Reason.FORBIDDEN, () -> users.create(manager.id(), newUser("Duda"), role));
    }
    assertThat(users.assign(manager.id(), user.id(), "supervisor").role())
        .isEqualTo(Role.SUPERVISOR);
  }

  @Test
  void whoLacksThePermissionDoesNothingToOthers() {
    User user = community.person("Bia", Role.SUPERVISOR);
    User other = community.person("Caio", Role.USER);

    assertRefused(Reason.FORBIDDEN, () -> users.ban(user.id(), other.id(), Ban.forGood("")));
    assertRefused(Reason.FORBIDDEN, () -> users.erase(user.id(), other.id()));
    assertRefused(Reason.FORBIDDEN, () -> users.create(user.id(), newUser("D"), Role.GUEST));
  }

  @Test
  void theLastSuperAdminStays() {
    assertRefused(Reason.LAST_SUPER_ADMIN, () -> users.deactivate(ana, ana));
    assertRefused(Reason.LAST_SUPER_ADMIN, () -> users.erase(ana, ana));
    assertRefused(Reason.LAST_SUPER_ADMIN, () -> users.assign(ana, ana, Role.ADMIN));
    assertRefused(Reason.LAST_SUPER_ADMIN, () -> users.ban(ana, ana, Ban.forGood("")));

    User bia = community.person("Bia", Role.SUPER_ADMIN);
    users.ban(ana, bia.id(), Ban.forGood(""));
    assertRefused(Reason.LAST_SUPER_ADMIN, () -> users.deactivate(ana, ana));
    users.liftBan(ana, bia.id());
    assertThat(users.assign(bia.id(), ana, Role.USER).role()).isEqualTo(Role.USER);
  }

  @Test
  void whoIsErasedIsGoneAndTheLogStays() {
    User bia = community.person("Bia", Role.MANAGER);
    User caio = community.person("Caio", Role.USER);
    users.ban(bia.id(), caio.id(), Ban.forGood("spam"));
    int before = accounts.audit().latest(100).size();

    users.erase(bia.id(), bia.id());

    assertThat(users.find(bia.id())).isEmpty();
    assertThat(users.findByPseudonym(bia.pseudonym())).isEmpty();
    assertRefused(Reason.WRONG_CREDENTIALS, () -> community.signIn("bia"));
    assertThat(accounts.audit().latest(100)).hasSize(before + 1);
    assertThat(accounts.audit().about(bia.pseudonym(), Long.MAX_VALUE, 100))
        .extracting(AuditEntry::act)
        .containsExactly(Act.ERASE_USER, Act.BAN_USER, Act.CREATE_USER);
    assertThat(accounts.audit().latest(100).toString())
        .doesNotContain("Bia", bia.email(), bia.id().toString());
    assertThat(users.register(newUser("Bia")).pseudonym()).isNotEqualTo(bia.pseudonym());
  }

  @Test
  void anExportHasAllThatIsKept() {
    User bia = community.person("Bia", Role.USER);
    assertRefused(
        Reason.WRONG_CREDENTIALS,
        () -> accounts.signIn("bia", "wrong", Community.address("192.0.2.1")));

    Map<String, Object> kept = users.export(bia.id(), bia.id());

    assertThat(kept)
        .containsOnlyKeys(
            "user", "failedSignIns", "sessions", "audit", "uploads", "traffic", "playback");
    assertThat(String.valueOf(kept.get("user"))).contains(bia.name(), bia.email(), Role.USER);
    assertThat(kept.get("failedSignIns")).isEqualTo(Map.of("Bia", 1));
    assertThat((List<?>) requireNonNull(kept.get("audit"))).hasSize(2);
  }

  Community community() {
    return new Community();
  }
}
