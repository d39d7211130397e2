package org.betor.benchmarks.accounts;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.betor.accounts.Accounts;
import org.betor.accounts.PasswordCost;
import org.betor.benchmarks.ScratchFolder;
import org.betor.testkit.server.RealDatabase;

/** Accounts in H2, and in the real servers of this machine, which do not force to the disk. */
final class Databases {
  static final PasswordCost NEXT_TO_NOTHING = new PasswordCost(8, 1, 2, 1_000);

  /** Tells of each migration; held, since loggers may be collected. */
  private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

  static {
    MIGRATIONS.setLevel(Level.SEVERE);
  }

  private Databases() {}

  /** For accounts in H2; to be closed after them. */
  static ScratchFolder scratch() throws IOException {
    return ScratchFolder.of("betor-accounts");
  }

  /** In H2. */
  static Accounts open(ScratchFolder folder, PasswordCost cost) {
    return Accounts.builder().folder(folder.path()).passwordCost(cost).open();
  }

  /** Works with each; passwords cost next to nothing. */
  static void each(Work work) throws Exception {
    h2(work);
    server("PostgreSQL", RealDatabase::postgresql, work);
    server("MariaDB", RealDatabase::mariadb, work);
  }

  private static void h2(Work work) throws Exception {
    try (ScratchFolder folder = scratch()) {
      String address = "jdbc:h2:retry:" + folder.path().resolve("accounts");
      work.on(
          "H2",
          () -> open(folder, NEXT_TO_NOTHING),
          () -> DriverManager.getConnection(address, "", ""));
    }
  }

  private static void server(String name, Supplier<RealDatabase> server, Work work)
      throws Exception {
    try (RealDatabase running = server.get()) {
      DataSource database = running.newDatabase();
      work.on(
          name,
          () -> Accounts.builder().database(database).passwordCost(NEXT_TO_NOTHING).open(),
          database::getConnection);
    }
  }

  /** What is done with each. */
  interface Work {

    /** Opens instances of the same accounts, and connections past them. */
    void on(String database, Supplier<Accounts> instances, Connections bare) throws Exception;
  }

  /** Ways into a database. */
  interface Connections {
    Connection open() throws SQLException;
  }
}
