package org.betor.accounts.internal.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.betor.accounts.Accounts;
import org.betor.accounts.AccountsException;
import org.betor.accounts.NewUser;
import org.betor.accounts.PasswordCost;
import org.betor.accounts.Permission;
import org.betor.accounts.User;
import org.betor.accounts.UserId;
import org.betor.accounts.internal.database.Database;
import org.betor.testkit.SimulatedTime;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActsTest {
  private final JdbcConnectionPool connections =
      JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "", "");
  private final Database database = Database.of(connections);
  private final Acts acts = new Acts(database, new SimulatedTime());
  private final List<UserId> heard = new ArrayList<>();
  private final Accounts accounts =
      Accounts.builder()
          .database(connections)
          .clock(new SimulatedTime())
          .passwordCost(new PasswordCost(8, 1, 1, 1))
          .open();
  private final User ana =
      accounts.setUp(
          accounts.setupToken().orElseThrow(), new NewUser("Ana", "a@example.org", "12345678"));

  @BeforeEach
  void listen() {
    acts.onChange(heard::add);
  }

  @AfterEach
  void close() {
    accounts.close();
    connections.dispose();
  }

  private long revision() {
    return database.transact(transaction -> new UserTable(transaction).get(ana.id()).revision());
  }

  private static Object revise(Actor actor) throws SQLException {
    actor.revise(actor.user().id());
    return actor;
  }

  @Test
  void aChangeOfStandingIsHeardOnceItIsKept() {
    long before = revision();
    List<Long> heardAt = new ArrayList<>();
    acts.onChange(id -> heardAt.add(revision()));

    acts.by(ana.id(), ActsTest::revise);

    assertThat(heard).containsExactly(ana.id());
    assertThat(heardAt).containsExactly(before + 1);
  }

  @Test
  void whatFailsIsNeitherKeptNorHeard() {
    long before = revision();

    assertThatThrownBy(
            () ->
                acts.by(
                    ana.id(),
                    actor -> {
                      revise(actor);
                      throw new IllegalStateException("after the change");
                    }))
        .hasMessage("after the change");

    assertThat(heard).isEmpty();
    assertThat(revision()).isEqualTo(before);
  }

  @Test
  void whatHasToBeginAgainIsHeardOnce() {
    List<String> attempts = new ArrayList<>();

    acts.by(
        ana.id(),
        actor -> {
          revise(actor);
          attempts.add("attempt");
          if (attempts.size() == 1) {
            throw new SQLException("gave way to another", "40001");
          }
          return actor;
        });

    assertThat(attempts).hasSize(2);
    assertThat(heard).containsExactly(ana.id());
  }

  @Test
  void whoIsUnknownMayNothing() {
    UserId nobody = new UserId(UUID.randomUUID());

    assertThatThrownBy(() -> acts.by(nobody, ActsTest::revise))
        .isInstanceOf(AccountsException.class);
    assertThat(accounts.may(nobody, Permission.SEARCH)).isFalse();
  }
}
