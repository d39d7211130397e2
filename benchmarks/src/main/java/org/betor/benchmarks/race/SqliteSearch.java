package org.betor.benchmarks.race;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks SQLite, with statements that were prepared before. */
final class SqliteSearch {
  private static final String FOUND =
      "from words join release on id = words.rowid where words match ? and level <= ?";

  private final PreparedStatement ranked;
  private final PreparedStatement filtered;
  private final PreparedStatement suggested;
  private final PreparedStatement byId;
  private final PreparedStatement facets;
  private final PreparedStatement newest;
  private final SqliteTypos typos;

  SqliteSearch(Connection connection) throws SQLException {
    ranked =
        connection.prepareStatement(
            "select record " + FOUND + " order by words.rank limit ? offset ?");
    filtered =
        connection.prepareStatement(
            "select record, count(*) over () "
                + FOUND
                + " and year between ? and ? and type = ? and instr(languages, 'pt-BR')"
                + " order by seen desc limit 25");
    suggested =
        connection.prepareStatement("select titles " + FOUND + " limit " + BareSearch.SUGGESTING);
    byId =
        connection.prepareStatement(
            "select record from release where imdb = ? and level <= ? order by seen desc");
    facets =
        connection.prepareStatement(
            "select resolution, languages, count(*) " + FOUND + " group by 1, 2");
    newest =
        connection.prepareStatement(
            "select record from release where level <= ? order by seen desc limit 25");
    typos = new SqliteTypos(connection);
  }

  Answer answer(Question question) throws SQLException {
    return switch (question.kind()) {
      case WORDS, DEEP -> ranked(question, match(question.words()));
      case TYPO -> ranked(question, typos.match(question.words()));
      case FILTERED -> filtered(question);
      case SUGGEST -> suggested(question);
      case FACETS -> facets(question);
      case BY_ID -> releases(with(byId, question.imdb(), question.level()));
      case NEWEST -> releases(with(newest, question.level()));
    };
  }

  private Answer ranked(Question question, String match) throws SQLException {
    int skipped = question.kind() == Question.Kind.DEEP ? Question.Kind.SKIPPED : 0;
    return releases(with(ranked, match, question.level(), question.kind().limit(), skipped));
  }

  private Answer filtered(Question question) throws SQLException {
    int year = question.year();
    return releases(
        with(
            filtered,
            match(question.words()),
            question.level(),
            year - 3,
            year + 3,
            question.type().name()));
  }

  private Answer suggested(Question question) throws SQLException {
    Titles titles = new Titles(question.words());
    try (ResultSet found =
        with(suggested, match(question.words()), question.level()).executeQuery()) {
      while (found.next()) {
        titles.add(found.getString(1));
      }
    }
    return titles.best(question.kind().limit());
  }

  private Answer facets(Question question) throws SQLException {
    Map<String, Integer> sums = new TreeMap<>();
    try (ResultSet found = with(facets, match(question.words()), question.level()).executeQuery()) {
      while (found.next()) {
        int count = found.getInt(3);
        sums.merge(found.getString(1), count, Integer::sum);
        for (String language : found.getString(2).split(",", -1)) {
          sums.merge(language, count, Integer::sum);
        }
      }
    }
    List<String> counts =
        sums.entrySet().stream().map(sum -> sum.getKey() + "=" + sum.getValue()).toList();
    return new Answer(counts, counts.size());
  }

  private static Answer releases(PreparedStatement select) throws SQLException {
    List<Object> releases = new ArrayList<>();
    long total = 0;
    try (ResultSet found = select.executeQuery()) {
      boolean counts = found.getMetaData().getColumnCount() > 1;
      while (found.next()) {
        releases.add(RecordJson.read(found.getBytes(1)));
        total = counts ? found.getLong(2) : releases.size();
      }
    }
    return new Answer(releases, total);
  }

  /** All words, the last of which may be unfinished. */
  private static String match(String text) {
    return FoldedWords.of(text).stream()
        .map(word -> '"' + word + '"')
        .collect(joining(" AND ", "", " *"));
  }

  private static PreparedStatement with(PreparedStatement statement, Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
