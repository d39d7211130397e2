package org.betor.accounts;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.betor.testkit.SimulatedTime;
import org.h2.jdbcx.JdbcConnectionPool;

/** Accounts in memory with one SuperAdmin, Ana, cheap passwords and a clock that stands still. */
final class Community implements AutoCloseable {
  static final String PASSWORD = "correct horse battery";
  static final PasswordCost CHEAP = new PasswordCost(8, 1, 2, 1_000);

  final SimulatedTime time = new SimulatedTime();
  final DataSource database;
  final Accounts accounts;
  final User ana;
  final Users users;
  final Roles roles;
  private final Optional<JdbcConnectionPool> inMemory;

  Community() {
    this(inMemory());
  }

  private Community(JdbcConnectionPool inMemory) {
    this(inMemory, Optional.of(inMemory));
  }

  /** In an empty database, which stays. */
  Community(DataSource database) {
    this(database, Optional.empty());
  }

  private Community(DataSource database, Optional<JdbcConnectionPool> inMemory) {
    this.database = database;
    this.inMemory = inMemory;
    this.accounts = settings().open();
    this.ana = accounts.setUp(accounts.setupToken().orElseThrow(), newUser("Ana"));
    this.users = accounts.users();
    this.roles = accounts.roles();
  }

  /** A new, empty database in this program. */
  static JdbcConnectionPool inMemory() {
    return JdbcConnectionPool.create(
        "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000".formatted(UUID.randomUUID()), "", "");
  }

  /** Of another instance over the same database. */
  Accounts.Builder settings() {
    return Accounts.builder().database(database).clock(time).passwordCost(CHEAP);
  }

  static NewUser newUser(String name) {
    return new NewUser(name, name.toLowerCase(Locale.ROOT) + "@example.org", PASSWORD);
  }

  /** Somebody with a role, made by Ana. */
  User person(String name, String role) {
    return users.create(ana.id(), newUser(name), role);
  }

  User signIn(String login) {
    return accounts.signIn(login, PASSWORD, address("192.0.2.1"));
  }

  static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException notAnAddress) {
      throw new AssertionError(notAnAddress);
    }
  }

  /** Runs a statement past the accounts. */
  void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** All that is in a table. */
  String tableText(String table) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from " + table)) {
      StringBuilder text = new StringBuilder();
      while (rows.next()) {
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          text.append(rows.getString(column)).append('\n');
        }
      }
      return text.toString();
    }
  }

  long count(String table) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  String hashOf(User user) throws SQLException {
    return requireNonNull(hashes().get(user.id().toString()));
  }

  /** The hash of each password, by the id of the user. */
  Map<String, String> hashes() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select id, password from betor_user")) {
      Map<String, String> hashes = new HashMap<>();
      while (rows.next()) {
        hashes.put(rows.getString(1), rows.getString(2));
      }
      return hashes;
    }
  }

  @Override
  public void close() throws SQLException {
    accounts.close();
    if (inMemory.isPresent()) {
      execute("shutdown");
      inMemory.get().dispose();
    }
  }
}
