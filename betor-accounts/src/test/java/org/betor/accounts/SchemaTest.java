package org.betor.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.betor.accounts.Refusals.assertRefused;

import java.util.UUID;
import java.util.stream.IntStream;
import org.betor.accounts.AccountsException.Reason;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

class SchemaTest {
  @Test
  void aDatabaseWithTablesOfTheApplicationKeepsThem() throws Exception {
    JdbcConnectionPool database =
        JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "", "");
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create table film (title varchar(100))");
      statement.execute("insert into film values ('Sintel')");
      try (Accounts accounts = Accounts.builder().database(database).open()) {
        assertThat(accounts.roles().all()).hasSize(6);
      }
      try (var rows = statement.executeQuery("select title from film")) {
        assertThat(rows.next()).isTrue();
      }
    } finally {
      database.dispose();
    }
  }

  @Test
  void aDatabaseThatANewerReleaseUsedIsRefused() throws Exception {
    try (Community community = new Community()) {
      community.execute(
          """
          insert into "betor_accounts_schema" ("installed_rank", "version", "description", "type",
            "script", "checksum", "installed_by", "execution_time", "success")
          values (1000, '1000', 'later', 'SQL', 'V1000__later.sql', 0, 'SA', 1, true)
          """);

      assertRefused(Reason.DATABASE, () -> community.settings().open());
    }
  }

  @Test
  void instancesThatBeginTogetherMakeTheTablesOnce() throws Exception {
    try (Community community = new Community()) {
      community.execute("drop all objects");

      assertThat(
              IntStream.range(0, 4)
                  .parallel()
                  .mapToObj(instance -> community.settings().open())
                  .map(accounts -> accounts.roles().all().size()))
          .containsOnly(6);
    }
  }

  @Test
  void thereHasToBeAPlace() {
    assertThatIllegalStateException().isThrownBy(() -> Accounts.builder().open());
  }
}
