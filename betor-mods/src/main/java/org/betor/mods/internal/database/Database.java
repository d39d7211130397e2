package org.betor.mods.internal.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.betor.mods.ModLibraryException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * A database with many readers and one writer at a time, so that no two transactions wait for each
 * other in a ring. Safe for use by several threads. Whoever comes after {@link #close} meets an
 * {@link IllegalStateException}.
 */
public final class Database implements AutoCloseable {
  /** Survives the interruption of a thread that reads, and has no shutdown hook. */
  private static final String EMBEDDED =
      "jdbc:h2:retry:%s;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=128;TRACE_LEVEL_FILE=0";

  private static final int MOST_CONNECTIONS = 64;

  private final DataSource connections;
  private final String place;
  private final boolean ours;
  private final ReentrantLock writing = new ReentrantLock();
  private volatile LongConsumer changes = mod -> {};

  /** Shared by all who use it, so that it is not closed under them. */
  private final ReentrantReadWriteLock open = new ReentrantReadWriteLock();

  private boolean closed;

  private Database(DataSource connections, String place, boolean ours) {
    this.connections = connections;
    this.place = place;
    this.ours = ours;
  }

  /** H2 within this program, in a file of the directory. */
  public static Database embedded(Path directory) {
    Path file = directory.resolve("library").toAbsolutePath();
    if (file.toString().contains(";")) { // what follows would be settings
      throw new ModLibraryException(
          "cannot open a library in %s: choose a folder without a semicolon".formatted(directory));
    }
    JdbcConnectionPool pool = JdbcConnectionPool.create(EMBEDDED.formatted(file), "", "");
    pool.setMaxConnections(MOST_CONNECTIONS);
    return new Database(pool, "in " + directory, true);
  }

  /** A database of the application, which closes it. */
  public static Database of(DataSource connections) {
    return new Database(connections, "of the application", false);
  }

  /** Tells of the row of each mod that was changed, or may have been, after it is committed. */
  public void onChange(LongConsumer changes) {
    this.changes = changes;
  }

  /** Reads, at the same time as others. */
  public <T> T read(Work<T> work) {
    return whileOpen(() -> transact(work));
  }

  /** Reads and writes, while nobody else writes. */
  public <T> T write(Work<T> work) {
    writing.lock();
    try {
      return whileOpen(() -> transact(work));
    } finally {
      writing.unlock();
    }
  }

  /** What was committed is on the disk when this returns. */
  public void force() {
    if (ours) {
      whileOpen(() -> execute("checkpoint sync"));
    }
  }

  @Override
  public void close() {
    open.writeLock().lock();
    try {
      closed = true;
      if (ours) {
        execute("shutdown");
        ((JdbcConnectionPool) connections).dispose();
      }
    } finally {
      open.writeLock().unlock();
    }
  }

  private <T> T whileOpen(Supplier<T> use) {
    open.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the library of mods is closed: open it again");
      }
      return use.get();
    } finally {
      open.readLock().unlock();
    }
  }

  private boolean execute(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      return statement.execute(sql);
    } catch (SQLException failure) {
      throw failed(failure);
    }
  }

  private <T> T transact(Work<T> work) {
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      try {
        Transaction transaction = new Transaction(connection);
        T result = work.in(transaction);
        commit(connection, transaction);
        return result;
      } catch (SQLException | RuntimeException | Error failure) {
        rollBack(connection, failure);
        throw failure;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException failure) {
      throw failed(failure);
    }
  }

  /** When it fails, nobody knows whether the rows are changed. */
  private void commit(Connection connection, Transaction transaction) throws SQLException {
    try {
      connection.commit();
    } finally {
      transaction.changedMods().forEach(changes::accept);
    }
  }

  private static void rollBack(Connection connection, Throwable failure) {
    try {
      connection.rollback();
    } catch (SQLException another) {
      failure.addSuppressed(another);
    }
  }

  /**
   * After a failure to write, such as on a full disk, ours has closed itself; then the pool holds
   * nothing but dead connections, of which each attempt drops one, and opens it anew.
   */
  private Connection connect() throws SQLException {
    for (int dead = 0; dead < MOST_CONNECTIONS; dead++) {
      try {
        return connections.getConnection();
      } catch (SQLException failure) {
        if (!ours || failure.getErrorCode() != ErrorCode.DATABASE_IS_CLOSED) {
          throw failure;
        }
      }
    }
    return connections.getConnection();
  }

  private ModLibraryException failed(SQLException failure) {
    return new ModLibraryException(
        "the library's database fails %s (%s): see that its disk has room and nobody else has it open"
            .formatted(place, failure.getMessage()),
        failure);
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
