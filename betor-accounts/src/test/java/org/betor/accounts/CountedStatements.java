package org.betor.accounts;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** Counts what is sent to a database. */
final class CountedStatements {
  private final AtomicInteger count = new AtomicInteger();

  /** The same database, whose statements count. */
  DataSource of(DataSource database) {
    return forward(DataSource.class, database, connection -> connection(connection));
  }

  int count() {
    return count.get();
  }

  private Object connection(Object connection) {
    return connection instanceof java.sql.Connection real
        ? forward(java.sql.Connection.class, real, this::statement)
        : connection;
  }

  private Object statement(Object statement) {
    return statement instanceof java.sql.PreparedStatement real
        ? forward(java.sql.PreparedStatement.class, real, UnaryOperator.identity())
        : statement;
  }

  private <T> T forward(Class<T> type, T to, UnaryOperator<Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().startsWith("execute")) {
                count.incrementAndGet();
              }
              try {
                Object answer = method.invoke(to, arguments);
                return answer == null ? null : answers.apply(answer);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            }));
  }
}
