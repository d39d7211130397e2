package org.betor.mods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.betor.api.mod.ModException.Reason;
import org.betor.api.mod.ModKey;
import org.betor.mods.ScriptedSource.Fetching;
import org.betor.testkit.SimulatedTime;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgettingTest {
  @TempDir Path folder;
  private final ScriptedSource source = new ScriptedSource();
  private final SimulatedTime time = new SimulatedTime();
  private final JdbcConnectionPool rows =
      JdbcConnectionPool.create("jdbc:h2:mem:forgetting;DB_CLOSE_DELAY=-1", "", "");

  private ModLibrary.Builder settings() {
    return ModLibrary.builder(folder)
        .sources(List.of(source))
        .clock(time)
        .pause(time)
        .database(rows);
  }

  @AfterEach
  void dropRows() throws SQLException {
    try (Connection connection = rows.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("shutdown");
    }
  }

  @Test
  void addsUpHoursThatAreLongPast() throws Exception {
    LocalDate first = time.instant().atZone(ZoneOffset.UTC).toLocalDate();
    try (ModLibrary library = settings().keepStatistics(Duration.ofDays(2)).open()) {
      for (int hour = 0; hour < 24 * 5; hour++) {
        library.fetchLocal(ScriptedSource.key(1));
        time.advance(Duration.ofHours(1));
      }
      library.fetchLocal(ScriptedSource.key(1));

      ModStatistics statistics = library.statistics();
      assertThat(statistics.totals()).containsEntry(Counted.NOT_HERE, 121L);
      var days = statistics.days(first, first.plusDays(5));
      assertThat(days.get(first)).containsEntry(Counted.NOT_HERE, 0L);
      assertThat(days.get(first.plusDays(4))).containsEntry(Counted.NOT_HERE, 24L);
      assertThat(count("statistic")).isLessThan(2 * (48 + 3) + 3);
    }
  }

  @Test
  void forgetsFailuresThatAreLongPast() throws Exception {
    try (ModLibrary library = settings().open()) {
      fail(library, 1);
      time.advance(Duration.ofDays(89));
      assertThat(library.status(ScriptedSource.key(1)).notLoaded()).hasSize(1);
    }
    time.advance(Duration.ofDays(2));

    try (ModLibrary library = settings().open()) {
      assertThat(library.status(ScriptedSource.key(1)).notLoaded()).isEmpty();
    }
  }

  @Test
  void remembersTheLastFailuresOnly() throws Exception {
    try (ModLibrary library = settings().keepFailures(Duration.ofDays(9), 3).open()) {
      for (int mod = 1; mod <= 5; mod++) {
        fail(library, mod);
      }

      assertThat(count("failure")).isEqualTo(3);
      assertThat(library.status(ScriptedSource.key(2)).notLoaded()).isEmpty();
      assertThat(library.status(ScriptedSource.key(3)).notLoaded()).hasSize(1);
    }
  }

  @Test
  void refusesLimitsThatKeepNothingOrAllForEver() {
    assertThatThrownBy(() -> settings().keepStatistics(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> settings().keepFailures(Duration.ofDays(100_000), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> settings().keepFailures(Duration.ofDays(1), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void fail(ModLibrary library, long id) throws InterruptedException {
    ModKey mod = source.has(id);
    source.next(mod, Fetching.fails(Reason.ABSENT));
    library.request(mod);
    assertThat(library.await(mod, Duration.ofMinutes(1))).isInstanceOf(Local.NotHere.class);
  }

  private long count(String table) throws SQLException {
    try (Connection connection = rows.getConnection();
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("select count(*) from " + table)) {
      count.next();
      return count.getLong(1);
    }
  }
}
