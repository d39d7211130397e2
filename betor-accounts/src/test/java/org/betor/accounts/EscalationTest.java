package org.betor.accounts;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.betor.accounts.AccountsException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people do in whatever order, nobody rises above themselves. */
class EscalationTest {
  private static final int STEPS = 200;

  private final Community community = new Community();
  private final Users users = community.users;
  private final Roles roles = community.roles;

  @AfterEach
  void close() throws SQLException {
    community.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noSequenceOfActsTouchesWhatIsNotBelowWhoActs(long seed) {
    Random random = new Random(seed);
    for (Role role : roles.all()) {
      community.person("one" + role.name(), role.name());
      community.person("two" + role.name(), role.name());
    }
    for (int step = 0; step < STEPS; step++) {
      List<User> people = users.page("", 1000);
      User actor = any(people, random);
      User target = any(people, random);
      Standing before = Standing.of(community);
      attempt(() -> act(actor.id(), target.id(), random));
      Standing after = Standing.of(community);
      after.assertSomebodyMayDoEverything();
      if (!actor.role().equals(Role.SUPER_ADMIN)) { // they are below nobody
        before.assertNobodyRoseBy(actor, after);
      }
    }
  }

  private void act(UserId by, UserId whom, Random random) {
    String role = any(roles.all(), random).name();
    Permission permission = any(List.of(Permission.values()), random);
    switch (random.nextInt(12)) {
      case 0 -> users.assign(by, whom, role);
      case 1 -> users.deactivate(by, whom);
      case 2, 3 -> users.activate(by, whom);
      case 4 -> users.ban(by, whom, Ban.forGood(""));
      case 5, 6 -> users.liftBan(by, whom);
      case 7 -> roles.grant(by, role, permission);
      case 8 -> roles.withhold(by, role, permission);
      case 9 -> roles.inherit(by, role, permission);
      case 10 -> roles.add(by, "role" + random.nextInt(1000), random.nextInt(5500));
      default -> roles.remove(by, role);
    }
  }

  private static void attempt(Runnable act) {
    try {
      act.run();
    } catch (AccountsException refused) {
      assertThat(refused.reason()).isNotEqualTo(Reason.DATABASE);
    }
  }

  private static <T> T any(List<T> things, Random random) {
    return things.get(random.nextInt(things.size()));
  }

  @RepeatedTest(5)
  void ofTwoSuperAdminsWhoDeactivateEachOtherAtOnceOneStays() throws Exception {
    User bia = community.person("Bia", Role.SUPER_ADMIN);
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService both = Executors.newFixedThreadPool(2);
    try (Accounts other = community.settings().open()) {
      Future<User> first =
          both.submit(
              () -> {
                start.await();
                return users.deactivate(bia.id(), bia.id());
              });
      Future<User> second =
          both.submit(
              () -> {
                start.await();
                return other.users().deactivate(community.ana.id(), community.ana.id());
              });

      assertThat(Stream.of(first, second).filter(EscalationTest::isRefusedAsLast)).hasSize(1);
      assertThat(users.page("", 10)).filteredOn(User::active).hasSize(1);
    } finally {
      both.shutdownNow();
    }
  }

  private static boolean isRefusedAsLast(Future<User> act) {
    try {
      act.get();
      return false;
    } catch (ExecutionException failure) {
      return failure.getCause() instanceof AccountsException refusal
          && refusal.reason() == Reason.LAST_SUPER_ADMIN;
    } catch (InterruptedException interrupt) {
      throw new AssertionError(interrupt);
    }
  }

  /** Who is what, and what roles may do, at one moment. */
  private record Standing(Map<UserId, User> people, Map<String, Role> roles, Instant time) {
    static Standing of(Community community) {
      return new Standing(
          community.users.page("", 1000).stream().collect(toMap(User::id, identity())),
          community.roles.all().stream().collect(toMap(Role::name, identity())),
          community.time.instant());
    }

    void assertNobodyRoseBy(User actor, Standing after) {
      int own = weight(actor);
      Predicate<User> notBelow = user -> weight(user) >= own && !user.id().equals(actor.id());
      assertThat(after.people.values())
          .as("they and those who are not below them")
          .containsAll(people.values().stream().filter(notBelow).toList());
      assertThat(after.people.values())
          .filteredOn(user -> !user.role().equals(person(user.id()).role()))
          .as("who has another role")
          .allMatch(user -> weight(user) < own);
      assertThat(after.permissionsFrom(own)).isEqualTo(permissionsFrom(own));
    }

    void assertSomebodyMayDoEverything() {
      assertThat(role(Role.SUPER_ADMIN).permissions()).containsOnly(Permission.values());
      assertThat(people.values())
          .filteredOn(user -> user.role().equals(Role.SUPER_ADMIN))
          .anyMatch(user -> user.isAdmittedAt(time));
    }

    private Map<String, Set<Permission>> permissionsFrom(int weight) {
      return roles.values().stream()
          .filter(role -> role.weight() >= weight)
          .collect(toMap(Role::name, Role::permissions));
    }

    private int weight(User user) {
      return role(user.role()).weight();
    }

    private Role role(String name) {
      return requireNonNull(roles.get(name));
    }

    private User person(UserId id) {
      return requireNonNull(people.get(id));
    }
  }
}
