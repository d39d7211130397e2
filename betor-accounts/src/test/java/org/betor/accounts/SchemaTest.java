package org.betor.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.betor.accounts.Refusals.assertRefused;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.betor.accounts.AccountsException.Reason;
import org.junit.jupiter.api.Test;

class SchemaTest {
  @Test
  void aDatabaseWithTablesOfTheApplicationKeepsThem() throws Exception {
    DataSource database = database();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create table film (title varchar(100))");
      statement.execute("insert into film values ('Sintel')");
      try (Accounts accounts = Accounts.builder().database(database).open()) {
        assertThat(accounts.roles().all()).hasSize(6);
      }
      try (var rows = statement.executeQuery("select title from film")) {
        assertThat(rows.next()).isTrue();
      }
    }
  }

  @Test
  void aDatabaseThatANewerReleaseUsedIsRefused() throws Exception {
    try (Community community = new Community(database())) {
      executeOnHistory(
          community,
          """
          insert into @betor_accounts_schema@ (@installed_rank@, @version@, @description@, @type@,
            @script@, @checksum@, @installed_by@, @execution_time@, @success@)
          values (1000, '1000', 'later', 'SQL', 'V1000__later.sql', 0, 'SA', 1, true)
          """);
      assertRefused(Reason.DATABASE, () -> community.settings().open());

      executeOnHistory(
          community,
          "update @betor_accounts_schema@ set @success@ = false where @version@ = '1000'");
      assertRefused(Reason.DATABASE, () -> community.settings().open());
    }
  }

  @Test
  void aMigrationThatWasCutOffIsDoneAgainAndNothingIsLost() throws Exception {
    try (Community community = new Community(database())) {
      for (String last : List.of("betor_forgotten", "betor_playback", "betor_playlist_title")) {
        community.execute("drop table " + last);
      }
      executeOnHistory(community, "delete from @betor_accounts_schema@ where @version@ >= '5'");

      assertWhole(community);
    }
  }

  @Test
  void migrationsThatWereDoneButNotWrittenDownAreDoneAgainAndNothingIsLost() throws Exception {
    try (Community community = new Community(database())) {
      community.roles.add(community.ana.id(), "Trusted", 1500);
      executeOnHistory(
          community, "delete from @betor_accounts_schema@ where @version@ is not null");

      assertWhole(community);
      assertThat(community.roles.all()).hasSize(7);
    }
  }

  @Test
  void aMigrationThatFailedIsDoneAgain() throws Exception {
    try (Community community = new Community(database())) {
      community.execute("drop table betor_forgotten");
      executeOnHistory(community, "delete from @betor_accounts_schema@ where @version@ = '7'");
      executeOnHistory(
          community, "update @betor_accounts_schema@ set @success@ = false where @version@ = '6'");

      assertWhole(community);
    }
  }

  private static void assertWhole(Community community) throws SQLException {
    try (Accounts again = community.settings().open()) {
      assertThat(again.users().find(community.ana.id())).contains(community.ana);
    }
    assertThat(community.count("betor_forgotten")).isZero();
    assertThat(community.count("betor_playback")).isZero();
    assertThat(community.count("betor_playlist_title")).isZero();
  }

  /** Flyway writes the names of the history in quotes, which are others in MariaDB. */
  private static void executeOnHistory(Community community, String sql) throws SQLException {
    try (Connection connection = community.database.getConnection()) {
      String quote = connection.getMetaData().getIdentifierQuoteString();
      community.execute(sql.replace("@", quote));
    }
  }

  @Test
  void instancesThatBeginTogetherMakeTheTablesOnce() {
    DataSource database = database();

    assertThat(
            IntStream.range(0, 4)
                .parallel()
                .mapToObj(instance -> Accounts.builder().database(database).open())
                .map(accounts -> accounts.roles().all().size()))
        .containsOnly(6);
  }

  @Test
  void thereHasToBeAPlace() {
    assertThatIllegalStateException().isThrownBy(() -> Accounts.builder().open());
  }

  /** An empty one. */
  DataSource database() {
    return Community.inMemory();
  }
}
