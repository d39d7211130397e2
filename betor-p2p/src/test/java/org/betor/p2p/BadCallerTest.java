package org.betor.p2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.p2p.Clients.PATIENCE;
import static org.betor.p2p.Clients.at;
import static org.betor.p2p.Clients.eventually;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.SeedOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentSource;
import org.betor.api.spi.TorrentState;
import org.betor.p2p.internal.bencode.Bencode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client that shares a film, and is called by some that are broken or mean harm. */
@Timeout(60)
class BadCallerTest {
  private static final int BLOCK_BYTES = 16 << 10;

  @TempDir private Path temp;
  private Clients clients;
  private Film film;
  private BtClient seeder;

  @BeforeEach
  void open() throws Exception {
    clients = new Clients(temp);
    film = Film.in(temp.resolve("seed"), 1_000_000);
    seeder = clients.seeder(film);
    seeder.torrents().get(0).await(TorrentSnapshot::isFinished, PATIENCE);
  }

  @AfterEach
  void close() {
    clients.close();
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 200000", "16, 0, 16384", "15, 60000, 16384", "-1, 0, 5", "0, 0, 0"})
  void leavesOneThatAsksForWhatIsNoBlock(int piece, int offset, int length) throws Exception {
    try (RawPeer caller = RawPeer.call(seeder, film.infoHash())) {
      caller.say(RawPeer.INTERESTED);
      caller.next(RawPeer.UNCHOKE);

      caller.say(RawPeer.REQUEST, piece, offset, length);

      caller.awaitHangUp();
    }
    downloads();
  }

  @Test
  void leavesOneThatAsksOnAndOnAndReadsNothing() throws Exception {
    try (RawPeer caller = RawPeer.call(seeder, film.infoHash())) {
      caller.say(RawPeer.INTERESTED);
      caller.next(RawPeer.UNCHOKE);

      floods(caller, RawPeer.message(RawPeer.REQUEST, 0, 0, BLOCK_BYTES));
    }
    downloads();
  }

  @Test
  void leavesOneThatAsksForMetadataOnAndOnAndReadsNothing() throws Exception {
    try (RawPeer caller = RawPeer.call(seeder, film.infoHash())) {
      caller.offer(0);

      byte[] request = Bencode.write(Map.of("msg_type", 0, "piece", 0));
      floods(caller, RawPeer.message(RawPeer.EXTENDED, RawPeer.extension(1, request)));
    }
    downloads();
  }

  /** Says it until the client hangs up; a client that does not, would keep all answers. */
  private static void floods(RawPeer caller, byte[] message) {
    byte[] many = new byte[1000 * message.length];
    for (int i = 0; i < many.length; i++) {
      many[i] = message[i % message.length];
    }
    try {
      for (int i = 0; i < 2_000; i++) {
        caller.raw(many);
      }
    } catch (IOException hungUp) {
      return;
    }
    throw new AssertionError("it listened to all of that");
  }

  @Test
  void givesAnHonestCallerItsTurnThoughManySayNothing() throws Exception {
    List<RawPeer> silent = new ArrayList<>();
    try {
      for (int i = 0; i < 300; i++) {
        RawPeer caller = RawPeer.call(seeder);
        caller.raw(new byte[] {19, 'B', 'i', 't'});
        silent.add(caller);
      }

      RawPeer.call(seeder, film.infoHash()).close();
    } finally {
      for (RawPeer caller : silent) {
        caller.close();
      }
    }
  }

  @Test
  void callsNotTooManyOfThoseWhomAPeerNames() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    try (RawHost honest = RawHost.open(peer -> calls.incrementAndGet());
        RawPeer gossip = RawPeer.call(open(Discovery.PEX), film.infoHash())) {
      gossip.offer(0);
      for (int i = 0; i < 100; i++) {
        gossip.extended(2, Bencode.write(Map.of("added", addresses(10_000))));
      }
      gossip.extended(2, Bencode.write(Map.of("added", compact(honest.address()))));

      downloads();

      assertThat(calls).hasValue(0);
    }
  }

  private BtClient open(Discovery discovery) throws Exception {
    seeder.close();
    seeder = Clients.builder(temp.resolve("seeder")).discovery(Set.of(discovery)).open();
    clients.keep(seeder);
    seeder
        .find(film.infoHash())
        .orElseThrow()
        .await(so -> so.state() instanceof TorrentState.Seeding, Clients.PATIENCE);
    return seeder;
  }

  private static byte[] addresses(int count) {
    ByteBuffer addresses = ByteBuffer.allocate(6 * count);
    for (int i = 0; i < count; i++) {
      addresses.putInt(0xCB007100 | (i & 0xff)).putShort((short) (1 + i));
    }
    return addresses.array();
  }

  private static byte[] compact(InetSocketAddress address) {
    return ByteBuffer.allocate(6)
        .put(address.getAddress().getAddress())
        .putShort((short) address.getPort())
        .array();
  }

  @Test
  void givesTheMetadataOfAPrivateTorrentToNobody() throws Exception {
    Film inPrivate =
        Film.in(
            temp.resolve("private"),
            1_000_000,
            SeedOptions.builder()
                .onlyFromTrackers()
                .tracker(URI.create("http://127.0.0.1:9/announce"))
                .build());
    seeder
        .add(TorrentSource.of(inPrivate.metainfo()), AddOptions.into(temp.resolve("private")))
        .await(TorrentSnapshot::isFinished, PATIENCE);
    try (RawPeer caller = RawPeer.call(seeder, inPrivate.infoHash())) {
      caller.offer(0);
      caller.extended(1, Bencode.write(Map.of("msg_type", 0, "piece", 0)));

      ByteBuffer answer;
      do {
        answer = caller.next(RawPeer.EXTENDED).content();
      } while (answer.get() != RawPeer.METADATA);

      assertThat(answer)
          .isEqualTo(ByteBuffer.wrap(Bencode.write(Map.of("msg_type", 2, "piece", 0))));
    }
  }

  @Test
  void twoThatHaveEverythingLeaveOneAnother() throws Exception {
    Torrent got = downloads();
    eventually("they part", () -> got.snapshot().peers() == 0);

    assertThat(seeder.torrents().get(0).snapshot().peers()).isZero();
  }

  private Torrent downloads() throws Exception {
    Torrent torrent =
        clients
            .open("leecher")
            .add(
                TorrentSource.of(MagnetLink.of(film.infoHash())),
                AddOptions.builder(temp.resolve("films")).peers(List.of(at(seeder))).build());
    torrent.await(TorrentSnapshot::isFinished, PATIENCE);
    assertThat(temp.resolve("films").resolve(Film.NAME)).hasBinaryContent(film.bytes());
    return torrent;
  }
}
