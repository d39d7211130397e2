package org.betor.testkit.server;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connects by an address of JDBC; what was closed serves again, as it would in a program. */
final class ReusedConnections implements DataSource {
  private final String address;
  private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();

  ReusedConnections(String address) {
    this.address = address;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection reused = idle.poll();
    Connection open = reused == null ? DriverManager.getConnection(address) : reused;
    AtomicBoolean closed = new AtomicBoolean();
    return (Connection)
        Proxy.newProxyInstance(
            ReusedConnections.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("close")) {
                try {
                  return method.invoke(open, arguments);
                } catch (InvocationTargetException failure) {
                  throw failure.getCause();
                }
              }
              if (!closed.getAndSet(true)) {
                giveBack(open);
              }
              return null;
            });
  }

  private void giveBack(Connection open) throws SQLException {
    if (!open.isClosed()) {
      if (!open.getAutoCommit()) {
        open.rollback();
        open.setAutoCommit(true);
      }
      idle.add(open);
    }
  }

  /** Closes those that nobody uses now. */
  void closeIdle() throws SQLException {
    for (Connection next = idle.poll(); next != null; next = idle.poll()) {
      next.close();
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("there is one user");
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("this wraps nothing");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
