package org.betor.accounts.internal.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.betor.accounts.AccountsException;
import org.betor.accounts.AccountsException.Reason;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;

/** A database, in transactions. Safe for use by several threads. */
public final class Database implements AutoCloseable {
  /** Survives interrupts, has no shutdown hook; what was committed is on the disk. */
  private static final String EMBEDDED =
      "jdbc:h2:retry:%s;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;LOCK_TIMEOUT=20000;"
          + "QUERY_CACHE_SIZE=128;TRACE_LEVEL_FILE=0";

  private static final int MOST_CONNECTIONS = 32;
  private static final int PATIENCE_SECONDS = 120;
  private static final int ATTEMPTS = 5;

  private final DataSource connections;
  private final @Nullable JdbcConnectionPool ours;

  /** The pool of H2 has those who wait ask every millisecond, and serves them in no order. */
  private final Semaphore turns;

  private Database(DataSource connections, @Nullable JdbcConnectionPool ours) {
    this.connections = connections;
    this.ours = ours;
    this.turns = new Semaphore(ours == null ? Integer.MAX_VALUE : MOST_CONNECTIONS, true);
  }

  /**
   * H2 within this program.
   *
   * @param file without the ending that H2 gives it
   */
  public static Database embedded(Path file) {
    String path = file.toAbsolutePath().toString();
    if (path.contains(";")) { // what follows would be settings
      throw new AccountsException(
          Reason.DATABASE,
          "cannot keep accounts in %s: choose a folder without a semicolon".formatted(path));
    }
    JdbcConnectionPool pool = JdbcConnectionPool.create(EMBEDDED.formatted(path), "", "");
    pool.setMaxConnections(MOST_CONNECTIONS);
    pool.setLoginTimeout(PATIENCE_SECONDS);
    return new Database(pool, pool);
  }

  /** A database of the application, which closes it. */
  public static Database of(DataSource connections) {
    return new Database(connections, null);
  }

  DataSource connections() {
    return connections;
  }

  /**
   * Reads and writes, all or nothing. Begins again, a few times, when another transaction was in
   * the way or wrote the same key first; so the work does nothing but read, write and return. An
   * interrupt has to wait until it is done.
   */
  public <T> T transact(Work<T> work) {
    boolean interrupted = Thread.interrupted();
    try {
      return inAttempts(work);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private <T> T inAttempts(Work<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(work);
      } catch (SQLException failure) {
        if (attempt == ATTEMPTS || !mayPass(failure)) {
          throw failed(failure);
        }
      }
    }
  }

  /** Classes of SQLSTATE: 23 is a broken constraint, 40 a transaction that had to give way. */
  private static boolean mayPass(SQLException failure) {
    String state = failure.getSQLState();
    return state != null && (state.startsWith("23") || state.startsWith("40"));
  }

  private <T> T once(Work<T> work) throws SQLException {
    turns.acquireUninterruptibly();
    try (Connection connection = connections.getConnection()) {
      int usual = connection.getTransactionIsolation();
      isolate(connection, usual, Connection.TRANSACTION_READ_COMMITTED);
      connection.setAutoCommit(false);
      try {
        T result = work.in(new Transaction(connection));
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException | Error failure) {
        rollBack(connection, failure);
        throw failure;
      } finally {
        connection.setAutoCommit(true);
        isolate(connection, Connection.TRANSACTION_READ_COMMITTED, usual);
      }
    } finally {
      turns.release();
    }
  }

  /** Who waited for a lock has to read what the one before wrote, not what was before that. */
  private static void isolate(Connection connection, int from, int to) throws SQLException {
    if (from != to) {
      connection.setTransactionIsolation(to);
    }
  }

  private static void rollBack(Connection connection, Throwable failure) {
    try {
      connection.rollback();
    } catch (SQLException another) {
      failure.addSuppressed(another);
    }
  }

  private static AccountsException failed(SQLException failure) {
    return new AccountsException(
        Reason.DATABASE,
        "the database of the accounts fails (%s): see that it runs, has room, and no other program has its file open"
            .formatted(failure.getMessage()),
        failure);
  }

  @Override
  public void close() {
    if (ours != null) {
      ours.dispose();
    }
  }

  /**
   * What is done in a transaction.
   *
   * @param <T> what it finds
   */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it. */
    T in(Transaction transaction) throws SQLException;
  }
}
