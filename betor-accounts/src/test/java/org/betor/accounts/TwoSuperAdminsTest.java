package org.betor.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.betor.accounts.AccountsException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

/** Two who may do everything act at the same moment, in two instances: one of them stays. */
class TwoSuperAdminsTest {
  private final Community community = community();
  private final UserId ana = community.ana.id();
  private final UserId bia = community.person("Bia", Role.SUPER_ADMIN).id();

  @AfterEach
  void close() throws SQLException {
    community.close();
  }

  @RepeatedTest(5)
  void ofTwoWhoDemoteEachOtherOneStays() throws Exception {
    try (Accounts other = community.settings().open()) {
      assertThat(
              refusals(
                  () -> community.users.assign(ana, bia, Role.ADMIN),
                  () -> other.users().assign(bia, ana, Role.ADMIN)))
          .containsExactly(Reason.FORBIDDEN);
    }

    assertThat(community.users.page("", 10))
        .extracting(User::role)
        .containsExactlyInAnyOrder(Role.ADMIN, Role.SUPER_ADMIN);
  }

  @RepeatedTest(5)
  void ofTwoWhoLeaveOneStays() throws Exception {
    try (Accounts other = community.settings().open()) {
      assertThat(
              refusals(
                  () -> community.users.deactivate(bia, bia),
                  () -> other.users().deactivate(ana, ana)))
          .containsExactly(Reason.LAST_SUPER_ADMIN);
    }

    assertThat(community.users.page("", 10)).filteredOn(User::active).hasSize(1);
  }

  private static Stream<Reason> refusals(Callable<User> first, Callable<User> second)
      throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      return both
          .invokeAll(Stream.of(first, second).map(act -> together(start, act)).toList())
          .stream()
          .flatMap(TwoSuperAdminsTest::refusal);
    } finally {
      both.shutdownNow();
    }
  }

  private static Callable<User> together(CyclicBarrier start, Callable<User> act) {
    return () -> {
      start.await();
      return act.call();
    };
  }

  private static Stream<Reason> refusal(Future<User> act) {
    try {
      act.get();
      return Stream.empty();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof AccountsException refusal) {
        return Stream.of(refusal.reason());
      }
      throw new AssertionError(failure);
    } catch (InterruptedException interrupt) {
      throw new AssertionError(interrupt);
    }
  }

  Community community() {
    return new Community();
  }
}
