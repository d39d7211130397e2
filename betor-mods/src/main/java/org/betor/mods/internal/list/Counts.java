package org.betor.mods.internal.list;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.betor.mods.Counted;
import org.betor.mods.internal.database.Database;
import org.betor.mods.internal.database.Micros;

/** Reads what was counted. */
public final class Counts {
  private final Database database;

  /** Of that database. */
  public Counts(Database database) {
    this.database = database;
  }

  /** How often each happened in the hours that begin within a time; none is left out. */
  public Map<Counted, Long> between(Instant from, Instant to) {
    Map<Counted, Long> counts = new EnumMap<>(Counted.class);
    for (Counted each : Counted.values()) {
      counts.put(each, 0L);
    }
    String sql =
        """
        select kind, sum(times) from statistic where hour_begin >= ? and hour_begin < ?
        group by kind\
        """;
    database.read(
        transaction ->
            transaction.rows(
                row -> counts.put(Counted.valueOf(row.getString(1)), row.getLong(2)),
                sql,
                Micros.of(from),
                Micros.of(to)));
    return counts;
  }

  /** How long the last fetches took, at most 20. */
  public List<Duration> fetches() {
    return database.read(
        transaction ->
            transaction.rows(
                row -> Duration.ofMillis(row.getLong(1)),
                "select millis from delay where kind = ? order by id",
                Counted.FETCHED.name()));
  }
}
