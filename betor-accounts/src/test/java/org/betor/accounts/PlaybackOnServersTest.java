package org.betor.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.accounts.Cinema.SINTEL;
import static org.betor.accounts.Refusals.assertRefused;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.internal.playback.Pass;
import org.betor.accounts.internal.playback.Streams;
import org.betor.api.model.Episodes;
import org.betor.api.model.InfoHash;
import org.betor.api.model.ReleaseKey;
import org.betor.api.spi.Event;
import org.betor.testkit.SimulatedTime;
import org.betor.testkit.server.RealDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rows of playback where people keep theirs. */
@Tag("interop")
class PlaybackOnServersTest {
  private static final ReleaseKey RELEASE = ReleaseKey.of(new InfoHash("0".repeat(40)));

  private final SimulatedTime time = new SimulatedTime();

  @Test
  void postgresqlKeepsThem() {
    try (RealDatabase server = RealDatabase.postgresql()) {
      keeps(server.newDatabase());
    }
  }

  @Test
  void mariadbKeepsThem() {
    try (RealDatabase server = RealDatabase.mariadb()) {
      keeps(server.newDatabase());
    }
  }

  private void keeps(DataSource database) {
    try (Accounts accounts =
        Accounts.builder().database(database).clock(time).passwordCost(Community.CHEAP).open()) {
      String token = accounts.setupToken().orElseThrow();
      UserId ana = accounts.setUp(token, Community.newUser("Ana")).id();
      UserId bia = accounts.users().register(Community.newUser("Bia")).id();

      countsStreamsOfManyThreads(accounts, bia);
      recordsOnce(accounts, bia);
      keepsPlaylists(accounts, bia);

      assertThat(accounts.users().export(ana, bia).get("playback")).asString().contains("tt17275");
      accounts.users().erase(ana, bia);
      assertThat(accounts.users().find(bia)).isEmpty();
    }
  }

  private void countsStreamsOfManyThreads(Accounts accounts, UserId bia) {
    Streams streams =
        new Streams(accounts.database(), time, accounts.random(), 2, Duration.ofMinutes(2));
    IntStream.range(0, 12).parallel().forEach(i -> tryToReserve(streams, bia));
    List<RunningStream> running = streams.of(bia);
    assertThat(running).hasSize(2);
    assertRefused(Reason.TOO_MANY_STREAMS, () -> streams.reserve(bia, SINTEL, Episodes.NONE));

    time.advance(Duration.ofMinutes(2));
    Pass pass = streams.reserve(bia, SINTEL, Episodes.NONE);
    streams.begin(pass, 0, time.instant());
    assertThat(streams.heartbeat(pass, 0, Duration.ofMinutes(3), time.instant())).isTrue();
    assertThat(streams.heartbeat(pass, 0, Duration.ofMinutes(4), time.instant())).isTrue();
    assertThat(streams.position(bia, SINTEL))
        .contains(new ResumePoint(SINTEL, Duration.ofMinutes(4), time.instant()));
    assertThat(streams.of(bia)).extracting(RunningStream::id).containsExactly(pass.id());
  }

  private static void tryToReserve(Streams streams, UserId bia) {
    try {
      streams.reserve(bia, SINTEL, Episodes.NONE);
    } catch (AccountsException refused) {
      assertThat(refused.reason()).isEqualTo(Reason.TOO_MANY_STREAMS);
    }
  }

  private void recordsOnce(Accounts accounts, UserId bia) {
    History history = new History(accounts, Duration.ofDays(1));
    Event event =
        new PlaybackStarted(new UUID(1, 2), bia, SINTEL, RELEASE, time.instant()).toEvent(0);
    IntStream.range(0, 8).parallel().forEach(again -> history.handle(event));
    assertThat(history.latest(bia, 10)).hasSize(1);
    assertThat(history.after(bia, history.latest(bia, 1).get(0), 10)).isEmpty();
  }

  private static void keepsPlaylists(Accounts accounts, UserId bia) {
    Playlists playlists = new Playlists(accounts);
    UUID list = playlists.create(bia, "Sessão da tarde 🎬").id();
    playlists.add(bia, list, SINTEL);
    playlists.add(bia, list, Cinema.BUNNY);
    playlists.move(bia, list, Cinema.BUNNY, 0);
    assertThat(playlists.of(bia))
        .containsExactly(new Playlist(list, "Sessão da tarde 🎬", List.of(Cinema.BUNNY, SINTEL)));
  }
}
