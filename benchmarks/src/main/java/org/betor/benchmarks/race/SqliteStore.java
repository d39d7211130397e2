package org.betor.benchmarks.race;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** SQLite with its full-text index, in this process, through JDBC. */
final class SqliteStore implements Store {
  private static final List<String> SCHEMA =
      List.of(
          "pragma journal_mode = wal",
          "pragma synchronous = full",
          "pragma mmap_size = 4000000000",
          "create table if not exists release (id integer primary key, key text unique, seen integer,"
              + " level integer, type text, year integer, resolution text, languages text,"
              + " imdb text, titles text, record blob)",
          "create index if not exists by_seen on release (seen)",
          "create index if not exists by_imdb on release (imdb)",
          "create virtual table if not exists words using fts5 (text, content = '',"
              + " contentless_delete = 1, prefix = '3', detail = column,"
              + " tokenize = 'unicode61 remove_diacritics 2')",
          "create table if not exists typo (word text primary key, backwards text) without rowid");
  private static final String UPSERT =
      "insert into release (key, seen, level, type, year, resolution, languages, imdb, titles,"
          + " record) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (key) do update set"
          + " seen = excluded.seen, level = excluded.level, type = excluded.type,"
          + " year = excluded.year, resolution = excluded.resolution,"
          + " languages = excluded.languages, imdb = excluded.imdb, titles = excluded.titles,"
          + " record = excluded.record returning id";

  private final String address;
  private Connection connection;
  private PreparedStatement upsert;
  private PreparedStatement index;
  private PreparedStatement find;
  private SqliteSearch search;

  SqliteStore(Path folder) throws SQLException {
    address = "jdbc:sqlite:" + folder.resolve("releases.db");
    open();
  }

  @Override
  public String name() {
    return "SQLite";
  }

  @Override
  public List<Contestant> contestants() {
    return List.of(new Contestant(name(), true, question -> search.answer(question)));
  }

  @Override
  public void open() throws SQLException {
    connection = DriverManager.getConnection(address);
    for (String line : SCHEMA) {
      execute(line);
    }
    upsert = connection.prepareStatement(UPSERT);
    index = connection.prepareStatement("insert or replace into words (rowid, text) values (?, ?)");
    find = connection.prepareStatement("select id from release where key = ?");
    search = new SqliteSearch(connection);
  }

  @Override
  public synchronized void put(List<Entry> entries) throws SQLException {
    execute("begin");
    for (Entry entry : entries) {
      write(entry);
    }
    execute("commit");
  }

  @Override
  public void compact() throws SQLException {
    execute("insert into words (words) values ('optimize')");
    execute("analyze");
    settle();
  }

  @Override
  public void settle() throws SQLException {
    SqliteTypos.make(connection);
    execute("pragma wal_checkpoint(truncate)");
    close();
    open();
  }

  @Override
  public void putDurably(Entry entry) throws SQLException {
    put(List.of(entry));
  }

  @Override
  public boolean shows(Entry entry) throws SQLException {
    find.setString(1, entry.key());
    try (ResultSet found = find.executeQuery()) {
      return found.next();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private void write(Entry entry) throws SQLException {
    upsert.setString(1, entry.key());
    upsert.setLong(2, entry.seen());
    upsert.setInt(3, entry.release().level());
    upsert.setString(4, entry.release().mediaType().name());
    upsert.setInt(5, entry.release().year().orElseThrow());
    upsert.setString(6, entry.resolution());
    upsert.setString(7, String.join(",", entry.languages()));
    upsert.setString(8, entry.imdb());
    upsert.setString(9, entry.titles());
    upsert.setBytes(10, RecordJson.write(entry.release()));
    try (ResultSet written = upsert.executeQuery()) {
      written.next();
      index.setLong(1, written.getLong(1));
    }
    index.setString(2, entry.text());
    index.executeUpdate();
  }

  private void execute(String line) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(line);
    }
  }
}
