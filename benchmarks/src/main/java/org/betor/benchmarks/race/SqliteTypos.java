package org.betor.benchmarks.race;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Finds words one letter away in a table of all words, which is made once. One letter leaves the
 * first or the second half of a word as it is, and there is an index for either.
 */
final class SqliteTypos {
  private final PreparedStatement byHead;
  private final PreparedStatement byTail;

  /** Opens the table, which must have been made. */
  SqliteTypos(Connection connection) throws SQLException {
    String near = "select word from typo where length(word) between ? and ? and ";
    byHead = connection.prepareStatement(near + "word >= ? and word < ?");
    byTail = connection.prepareStatement(near + "backwards >= ? and backwards < ?");
  }

  /** Makes the table of the words that there are now. */
  static void make(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists typo");
      statement.execute("create table typo (word text primary key, backwards text) without rowid");
      statement.execute("create virtual table temp.vocabulary using fts5vocab(main, words, row)");
    }
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement();
        PreparedStatement insert = connection.prepareStatement("insert into typo values (?, ?)");
        ResultSet words = statement.executeQuery("select term from vocabulary")) {
      while (words.next()) {
        insert.setString(1, words.getString(1));
        insert.setString(2, backwards(words.getString(1)));
        insert.addBatch();
      }
      insert.executeBatch();
      statement.execute("create index typo_backwards on typo (backwards)");
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  /** What FTS5 matches against words as typed, or one letter away. */
  String match(String typed) throws SQLException {
    StringBuilder match = new StringBuilder();
    for (String word : FoldedWords.of(typed)) {
      String any = near(word).stream().map(near -> '"' + near + '"').collect(joining(" OR "));
      match.append(match.isEmpty() ? "(" : " AND (").append(any).append(')');
    }
    return match.toString();
  }

  private Set<String> near(String word) throws SQLException {
    Set<String> near = new LinkedHashSet<>(Set.of(word));
    String head = word.substring(0, word.length() / 2);
    collect(byHead, head, word, near);
    collect(byTail, backwards(word.substring(word.length() / 2)), word, near);
    return near;
  }

  private static void collect(PreparedStatement select, String start, String word, Set<String> near)
      throws SQLException {
    select.setInt(1, word.length() - 1);
    select.setInt(2, word.length() + 1);
    select.setString(3, start);
    select.setString(4, start + Character.toString(Character.MAX_CODE_POINT));
    try (ResultSet found = select.executeQuery()) {
      while (found.next()) {
        String other = found.getString(1);
        if (isOneLetterAway(word, other)) {
          near.add(other);
        }
      }
    }
  }

  /** Also where two neighbours changed places. */
  private static boolean isOneLetterAway(String one, String other) {
    int head = 0;
    int least = Math.min(one.length(), other.length());
    while (head < least && one.charAt(head) == other.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < least - head
        && one.charAt(one.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
      tail++;
    }
    int left = one.length() - head - tail;
    int right = other.length() - head - tail;
    boolean oneEdit = left <= 1 && right <= 1;
    boolean two = left == 2 && right == 2;
    return oneEdit
        || (two
            && one.charAt(head) == other.charAt(head + 1)
            && one.charAt(head + 1) == other.charAt(head));
  }

  private static String backwards(String word) {
    return new StringBuilder(word).reverse().toString();
  }
}
