package org.betor.testkit.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A real database server on a port of loopback, from the packages of the system, with its data in a
 * folder of its own. It ends when it is closed, or else with the thread that started it.
 *
 * <p>Where it is not installed, the test is skipped; with {@code -Dinterop.required=true} it fails.
 * The JDBC driver has to be on the class path of the test. Safe for use by several threads.
 *
 * <pre>{@code
 * try (RealDatabase server = RealDatabase.postgresql()) {
 *   DataSource database = server.newDatabase();
 * }
 * }</pre>
 */
public final class RealDatabase implements AutoCloseable {
  private final ServerProcess process;
  private final String address;
  private final String create;
  private ReusedConnections current;
  private int databases;

  /**
   * A server that answers.
   *
   * @param address of a database, but for its name
   * @param create makes a database, but for its name
   */
  RealDatabase(ServerProcess process, String address, String create) {
    this.process = process;
    this.address = address;
    this.create = create;
    this.current = new ReusedConnections(address.formatted(""));
  }

  /** PostgreSQL, as Debian's package {@code postgresql} has it. */
  public static RealDatabase postgresql() {
    return Postgresql.start();
  }

  /** MariaDB, as Debian's package {@code mariadb-server} has it. */
  public static RealDatabase mariadb() {
    return Mariadb.start();
  }

  /**
   * A new, empty database of the server, in UTF-8. Connections that nobody uses are kept until the
   * next database is made.
   */
  public synchronized DataSource newDatabase() {
    String name = "test" + ++databases;
    try {
      current.closeIdle();
      try (Connection connection = DriverManager.getConnection(address.formatted(""));
          Statement statement = connection.createStatement()) {
        statement.execute(create.formatted(name));
      }
    } catch (SQLException failure) {
      throw new AssertionError("the server makes no database " + name, failure);
    }
    current = new ReusedConnections(address.formatted(name));
    return current;
  }

  /** Stops the server, and deletes its data. */
  @Override
  public void close() {
    process.close();
  }

  /** Waits until somebody who connects is let in. */
  static void awaitReady(ServerProcess process, String address) {
    process.awaitReady(
        () -> {
          try (Connection connection = DriverManager.getConnection(address.formatted(""))) {
            return connection.isValid(0);
          } catch (SQLException notYet) {
            return false;
          }
        });
  }
}
