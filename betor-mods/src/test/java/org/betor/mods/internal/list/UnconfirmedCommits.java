package org.betor.mods.internal.list;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections of a database that are lost when it has committed, before it says so. */
final class UnconfirmedCommits {
  private final DataSource connections;
  private boolean lost;

  UnconfirmedCommits(DataSource connections) {
    this.connections = connections;
  }

  /** Whether they are lost from here on. */
  void lose(boolean lost) {
    this.lost = lost;
  }

  DataSource source() {
    return like(DataSource.class, connections);
  }

  private <T> T like(Class<T> type, T real) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call(real, method, arguments)));
  }

  private @Nullable Object call(Object real, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Object result;
    try {
      result = method.invoke(real, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
    if (lost && method.getName().equals("commit")) {
      throw new SQLException("the connection is lost");
    }
    return result instanceof Connection connection ? like(Connection.class, connection) : result;
  }
}
