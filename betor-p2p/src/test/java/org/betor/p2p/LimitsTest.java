package org.betor.p2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.betor.p2p.Clients.PATIENCE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LimitsTest {
  private static final int REJECT = 16;

  @TempDir private Path temp;
  private Clients clients;
  private Film film;
  private Film other;

  @BeforeEach
  void open() throws Exception {
    clients = new Clients(temp);
    film = Film.in(temp.resolve("one"), 100_000);
    other = Film.in(temp.resolve("other"), 100_001);
  }

  @AfterEach
  void close() {
    clients.close();
  }

  @Test
  void boundsTheConnectionsOfAllTorrents() throws Exception {
    BtClient seeder = seeder(builder -> builder.connections(2));
    try (RawPeer first = taken(seeder, film)) {
      try (RawPeer second = taken(seeder, other);
          RawPeer third = RawPeer.call(seeder, film.infoHash())) {
        third.awaitHangUp();
        second.say(RawPeer.REQUEST, 0, 0, 16 << 10);
        second.next(RawPeer.BLOCK);
      }
      Clients.eventually("there is room again", () -> peers(seeder) == 1);
      taken(seeder, film).close();
      first.say(RawPeer.REQUEST, 0, 0, 16 << 10);
      first.next(RawPeer.BLOCK);
    }
  }

  @Test
  void boundsTheConnectionsOfEachTorrent() throws Exception {
    BtClient seeder = seeder(builder -> builder.connectionsPerTorrent(1));
    try (RawPeer first = taken(seeder, film);
        RawPeer second = RawPeer.call(seeder, film.infoHash())) {
      second.awaitHangUp();

      taken(seeder, other).close();
      first.say(RawPeer.REQUEST, 0, 0, 16 << 10);
      first.next(RawPeer.BLOCK);
    }
  }

  @Test
  void callsNoMoreThanItMay() throws Exception {
    BtClient first = seeder(builder -> builder);
    BtClient second = clients.keep(seeder(temp.resolve("second seeder"), builder -> builder));
    BtClient leecher =
        clients.keep(Clients.builder(temp.resolve("leecher")).connectionsPerTorrent(1).open());

    Torrent torrent = clients.download(leecher, film, Clients.at(first), Clients.at(second));

    Queue<Integer> seen = new ConcurrentLinkedQueue<>();
    torrent.watch(Duration.ofMillis(1), now -> seen.add(now.peers()));

    torrent.await(TorrentSnapshot::isFinished, PATIENCE);
    assertThat(seen).allMatch(peers -> peers <= 1);
  }

  @Test
  void uploadsToSoManyAtATime() throws Exception {
    BtClient seeder = seeder(builder -> builder.uploadSlots(1));
    RawPeer first = taken(seeder, film);
    try (RawPeer second = RawPeer.call(seeder, film.infoHash())) {
      second.say(RawPeer.INTERESTED);
      second.say(RawPeer.REQUEST, 0, 0, 16 << 10);
      second.next(REJECT);

      first.close();
      second.say(RawPeer.NOT_INTERESTED);
      Clients.eventually("the slot is free", () -> peers(seeder) == 1);
      second.say(RawPeer.INTERESTED);
      second.next(RawPeer.UNCHOKE);
    }
  }

  @Test
  void refusesLimitsThatAreNone() {
    BtClient.Builder builder = BtClient.builder(temp);
    for (int count : List.of(0, -1)) {
      assertThatThrownBy(() -> builder.connections(count))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("got " + count);
      assertThatThrownBy(() -> builder.connectionsPerTorrent(count))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> builder.uploadSlots(count))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** One that it serves. */
  private static RawPeer taken(BtClient seeder, Film film) throws Exception {
    RawPeer peer = RawPeer.call(seeder, film.infoHash());
    peer.say(RawPeer.INTERESTED);
    peer.next(RawPeer.UNCHOKE);
    return peer;
  }

  private static int peers(BtClient client) {
    return client.torrents().stream().mapToInt(each -> each.snapshot().peers()).sum();
  }

  private BtClient seeder(UnaryOperator<BtClient.Builder> limits) throws Exception {
    return clients.keep(seeder(temp.resolve("seeder"), limits));
  }

  private BtClient seeder(Path folder, UnaryOperator<BtClient.Builder> limits) throws Exception {
    BtClient client = limits.apply(Clients.builder(folder)).open();
    for (Film each : List.of(film, other)) {
      client
          .add(TorrentSource.of(each.metainfo()), AddOptions.into(each.path().resolveSibling("")))
          .await(TorrentSnapshot::isFinished, PATIENCE);
    }
    return client;
  }
}
