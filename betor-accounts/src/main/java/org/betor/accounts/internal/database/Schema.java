package org.betor.accounts.internal.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.betor.accounts.AccountsException;
import org.betor.accounts.AccountsException.Reason;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/**
 * The tables, and how those of an older release become those of this one. Most databases keep what
 * a migration did before it was cut off; so each may be done again, and is. On MySQL that fails if
 * it was cut off behind an index or a column that it added, until somebody drops that.
 */
public final class Schema {
  private static final String MIGRATIONS = "classpath:org/betor/accounts/migration";
  private static final String HISTORY = "betor_accounts_schema";

  private Schema() {}

  /**
   * Makes the tables as this release wants them; other tables of the database stay as they are. Of
   * several programs that begin together, one does it and the others wait.
   *
   * @throws AccountsException if that fails, or a newer release made them
   */
  public static void prepare(Database database) {
    try {
      Flyway flyway = migrations(database);
      try {
        flyway.migrate();
      } catch (FlywayException first) {
        migrateAgain(flyway, database, first);
      }
    } catch (FlywayException | SQLException failure) {
      throw new AccountsException(
          Reason.DATABASE,
          "cannot prepare the tables of the accounts (%s): see that the database runs and has room, that no other program has its file open, and that no newer release used it; then open them again"
              .formatted(failure.getMessage()),
          failure);
    }
  }

  /**
   * In MariaDB the history of one that begins at this moment is half there for the other. And in
   * any, what failed in an earlier program has to be forgotten before it is done again.
   */
  private static void migrateAgain(Flyway flyway, Database database, FlywayException first)
      throws SQLException {
    try {
      forgetFailures(flyway, database);
      flyway.migrate();
    } catch (FlywayException | SQLException second) {
      second.addSuppressed(first);
      throw second;
    }
  }

  /** Those of a newer release stay. */
  private static void forgetFailures(Flyway flyway, Database database) throws SQLException {
    try (Connection connection = database.connections().getConnection()) {
      String quote = connection.getMetaData().getIdentifierQuoteString();
      String sql =
          "delete from @%s@ where @success@ = false and @version@ = ?"
              .formatted(HISTORY)
              .replace("@", quote);
      for (MigrationInfo migration : flyway.info().all()) {
        if (migration.getState() == MigrationState.FAILED) {
          try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, migration.getVersion().getVersion());
            delete.executeUpdate();
          }
        }
      }
    }
  }

  private static Flyway migrations(Database database) throws SQLException {
    return Flyway.configure(Schema.class.getClassLoader())
        .dataSource(database.connections())
        .locations(MIGRATIONS)
        .table(HISTORY)
        .placeholders(dialect(database).placeholders())
        .baselineOnMigrate(true) // there may be tables of the application
        .baselineVersion("0")
        .ignoreMigrationPatterns(new String[0]) // a migration of a newer release is an error
        .load();
  }

  private static Dialect dialect(Database database) throws SQLException {
    try (Connection connection = database.connections().getConnection()) {
      return Dialect.of(connection.getMetaData().getDatabaseProductName());
    }
  }
}
