package org.betor.accounts.internal.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happens to a database together, or not at all. Values are never part of a statement. */
public final class Transaction {
  private final Connection connection;

  Transaction(Connection connection) {
    this.connection = connection;
  }

  /**
   * Waits until no other transaction holds the lock, in this program or another, and holds it to
   * the end. To be the first statement: what is read after it is as the one before left it.
   *
   * @param name a row of the table of locks
   */
  public void lock(String name) throws SQLException {
    if (first(row -> name, "select name from betor_lock where name = ? for update", name)
        .isEmpty()) {
      throw new SQLException("the table betor_lock has no row " + name);
    }
  }

  /** Changes rows; how many they were. */
  public int change(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return bind(statement, values).executeUpdate();
    }
  }

  /** Does the same with each of these values, all sent together. */
  public void changeEach(String sql, List<Object[]> values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Object[] row : values) {
        bind(statement, row).addBatch();
      }
      statement.executeBatch();
    }
  }

  /** All rows that a query gives. */
  public <T> List<T> rows(Row<T> row, String sql, Object... values) throws SQLException {
    List<T> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet results = bind(statement, values).executeQuery()) {
      while (results.next()) {
        rows.add(row.read(results));
      }
    }
    return rows;
  }

  /** The first row that a query gives. */
  public <T> Optional<T> first(Row<T> row, String sql, Object... values) throws SQLException {
    return rows(row, sql, values).stream().findFirst();
  }

  /** The one number that a query gives; 0 if it gives none. */
  public long number(String sql, Object... values) throws SQLException {
    return first(results -> results.getLong(1), sql, values).orElse(0L);
  }

  private static PreparedStatement bind(PreparedStatement statement, Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /**
   * Reads the row at which a result stands.
   *
   * @param <T> as what it is read
   */
  @FunctionalInterface
  public interface Row<T> {
    /** The row as a value. */
    T read(ResultSet results) throws SQLException;
  }
}
