package org.betor.p2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.p2p.Clients.PATIENCE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.SeedOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentSource;
import org.betor.p2p.internal.bencode.Bencode;
import org.betor.p2p.internal.tracker.LoopbackTracker;
import org.betor.p2p.internal.tracker.Pace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Torrents whose peers are found by a tracker. */
@Timeout(60)
class TrackerTroubleTest {
  private static final Pace HASTE =
      new Pace(
          Duration.ofMillis(100),
          Duration.ofSeconds(1),
          Duration.ofMillis(100),
          Duration.ofMillis(200),
          Duration.ofSeconds(5),
          Duration.ofMillis(200));

  @TempDir private Path temp;
  private LoopbackTracker tracker;
  private Clients clients;
  private Film film;

  @BeforeEach
  void open() throws Exception {
    tracker = LoopbackTracker.open().interval(Duration.ofMillis(100));
    clients = new Clients(temp);
    film =
        Film.in(
            temp.resolve("seed"),
            500_000,
            SeedOptions.builder()
                .pieceBytes(Film.PIECE_BYTES)
                .onlyFromTrackers()
                .tracker(tracker.http())
                .build());
  }

  @AfterEach
  void close() {
    clients.close();
    tracker.close();
  }

  @Test
  void showsThatATrackerIsDownAndGoesOnWhenItIsBack() throws Exception {
    tracker.down();
    add("seeder", "seed");
    Torrent torrent = add("leecher", "films");
    TorrentSnapshot down =
        torrent.await(
            so -> so.trackers().stream().anyMatch(each -> each.problem().isPresent()), PATIENCE);
    assertThat(down.trackers().get(0).address()).isEqualTo(tracker.http());

    tracker.up();

    TorrentSnapshot back =
        torrent.await(so -> so.isFinished() && so.trackers().get(0).problem().isEmpty(), PATIENCE);
    assertThat(back.trackers()).hasSize(1);
    assertThat(temp.resolve("films").resolve(Film.NAME)).hasBinaryContent(film.bytes());
  }

  @Test
  void aPrivateTorrentCallsNobodyOfWhomAPeerSpeaks() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    try (RawHost named = RawHost.open(peer -> calls.incrementAndGet());
        RawHost gossip =
            RawHost.open(
                peer -> {
                  peer.greet(film.infoHash());
                  peer.readGreeting();
                  peer.offer(0);
                  byte[] address =
                      ByteBuffer.allocate(6)
                          .put(named.address().getAddress().getAddress())
                          .putShort((short) named.address().getPort())
                          .array();
                  peer.extended(2, Bencode.write(Map.of("added", address)));
                  peer.say(RawPeer.HAVE_NONE);
                  peer.awaitHangUp();
                })) {
      tracker.add(film.infoHash(), gossip.address(), false);
      Torrent torrent = add("leecher", "films");
      torrent.await(so -> so.peers() == 1, PATIENCE);

      add("seeder", "seed");
      torrent.await(TorrentSnapshot::isFinished, PATIENCE);

      assertThat(calls).hasValue(0);
    }
  }

  private Torrent add(String client, String folder) throws IOException {
    return clients
        .keep(
            Clients.builder(temp.resolve(client))
                .discovery(EnumSet.of(Discovery.PEX))
                .pace(HASTE)
                .open())
        .add(TorrentSource.of(film.metainfo()), AddOptions.into(temp.resolve(folder)));
  }
}
