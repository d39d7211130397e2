package org.betor.mods.internal.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens to a database together, or not at all. Values are never part of a statement. */
public final class Transaction {
  private final Connection connection;
  private final List<Long> changedMods = new ArrayList<>();

  Transaction(Connection connection) {
    this.connection = connection;
  }

  /** Notes that the row of a mod came, went, or is another now. */
  public void changedMod(long row) {
    changedMods.add(row);
  }

  List<Long> changedMods() {
    return changedMods;
  }

  /** Makes a table or an index, which some databases do at once and for good. */
  void define(String sql) throws SQLException {
    change(Dialect.of(connection).definition(sql));
  }

  /** Changes rows; how many they were. */
  public int change(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return bind(statement, values).executeUpdate();
    }
  }

  /** Adds a row to a table whose first column numbers its rows; that number. */
  public long insert(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
      bind(statement, values).executeUpdate();
      try (ResultSet keys = statement.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
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

  /** The one number that a query gives. */
  public long number(String sql, Object... values) throws SQLException {
    return first(results -> results.getLong(1), sql, values).orElse(0L);
  }

  /** The one text that a query gives; null if it gives none. */
  public @Nullable String text(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet results = bind(statement, values).executeQuery()) {
      return results.next() ? results.getString(1) : null;
    }
  }

  private static PreparedStatement bind(PreparedStatement statement, Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      statement.setObject(i + 1, value instanceof String text ? PlainText.of(text) : value);
    }
    return statement;
  }

  /** Reads the row at which a result stands. */
  @FunctionalInterface
  public interface Row<T> {
    /** The row as a value. */
    T read(ResultSet results) throws SQLException;
  }
}
