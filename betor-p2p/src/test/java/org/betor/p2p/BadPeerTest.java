package org.betor.p2p;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.p2p.Clients.PATIENCE;
import static org.betor.p2p.Clients.at;
import static org.betor.p2p.Clients.eventually;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.betor.api.model.InfoHash;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A download from peers that are broken, or mean harm. */
@Timeout(60)
class BadPeerTest {
  private static final byte[] NOTHING = {};

  @TempDir private Path temp;
  private Clients clients;
  private Film film;
  private BtClient leecher;

  @BeforeEach
  void open() throws Exception {
    clients = new Clients(temp);
    film = Film.in(temp.resolve("seed"), 3_000_000);
    leecher = clients.open("leecher");
  }

  @AfterEach
  void close() {
    clients.close();
  }

  @Test
  void leavesOneThatSendsCorruptBlocksAndKeepsNothingOfIt() throws Exception {
    try (RawHost liar = RawHost.seeding(film, film::corrupt)) {
      Torrent torrent = clients.download(leecher, film, liar.address());
      liar.awaitCall();
      torrent.await(so -> so.downloadedBytes() > 0, PATIENCE);

      TorrentSnapshot left = torrent.await(so -> so.peers() == 0, PATIENCE);

      assertThat(left.verifiedPieces()).isZero();
      assertThat(temp.resolve("films").resolve(Film.NAME)).doesNotExist();
    }
  }

  @Test
  void finishesThoughSomePeersSendCorruptBlocks() throws Exception {
    BtClient seeder = clients.seeder(film);
    AtomicInteger turn = new AtomicInteger();
    try (RawHost liar = RawHost.seeding(film, film::corrupt);
        RawHost unsteady =
            RawHost.seeding(
                film,
                (piece, offset, length) ->
                    turn.getAndIncrement() % 3 == 0
                        ? film.corrupt(piece, offset, length)
                        : film.block(piece, offset, length))) {
      finishes(clients.download(leecher, film, liar.address(), unsteady.address(), at(seeder)));
    }
  }

  @Test
  void fetchesFromOthersWhatAPeerKeepsBack() throws Exception {
    try (RawHost stalled = RawHost.seeding(film, (piece, offset, length) -> NOTHING);
        RawHost another = RawHost.seeding(film, (piece, offset, length) -> NOTHING)) {
      Torrent torrent = clients.download(leecher, film, stalled.address(), another.address());
      torrent.await(so -> so.peers() == 2, PATIENCE);

      clients.seeder(film, leecher);

      finishes(torrent);
    }
  }

  @Test
  void finishesThoughAPeerHangsUpMidway() throws Exception {
    AtomicInteger given = new AtomicInteger();
    try (RawHost fleeting =
        RawHost.open(
            peer -> {
              peer.greet(film.infoHash());
              peer.readGreeting();
              peer.say(RawPeer.HAVE_ALL);
              peer.say(RawPeer.UNCHOKE);
              for (int i = 0; i < 7; i++) {
                ByteBuffer asked = peer.next(RawPeer.REQUEST).content();
                int piece = asked.getInt();
                int offset = asked.getInt();
                peer.block(piece, offset, film.block(piece, offset, asked.getInt()));
                given.incrementAndGet();
              }
            })) {
      Torrent torrent = clients.download(leecher, film, fleeting.address());
      eventually("it hung up", () -> given.get() == 7);

      clients.seeder(film, leecher);

      finishes(torrent);
    }
  }

  @Test
  void leavesOneThatFloodsItWithBlocksItDidNotAskFor() throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    try (RawHost eager =
        RawHost.open(
            peer -> {
              peer.greet(film.infoHash());
              peer.readGreeting();
              try {
                while (true) {
                  peer.block(1, 0, film.block(1, 0, 16 << 10));
                }
              } finally {
                hungUp.countDown();
              }
            })) {
      Torrent torrent = clients.download(leecher, film, eager.address());

      assertThat(hungUp.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

      TorrentSnapshot left = torrent.await(so -> so.peers() == 0, PATIENCE);
      assertThat(left.verifiedPieces()).isZero();
      assertThat(left.downloadedBytes()).isZero();
    }
  }

  /** What no peer may say. */
  enum Nonsense {
    NO_HANDSHAKE {
      @Override
      void say(RawPeer peer, Film film) throws IOException {
        peer.raw(random(1000));
      }
    },
    OTHER_TORRENT {
      @Override
      void say(RawPeer peer, Film film) throws IOException {
        peer.greet(new InfoHash("12".repeat(20)));
      }
    },
    NO_MESSAGES {
      @Override
      void say(RawPeer peer, Film film) throws IOException {
        peer.greet(film.infoHash());
        peer.raw(random(100_000));
      }
    },
    GIANT_LENGTH {
      @Override
      void say(RawPeer peer, Film film) throws IOException {
        peer.greet(film.infoHash());
        peer.raw(ByteBuffer.allocate(5).putInt(Integer.MAX_VALUE).put((byte) 7).array());
      }
    },
    NEGATIVE_LENGTH {
      @Override
      void say(RawPeer peer, Film film) throws IOException {
        peer.greet(film.infoHash());
        peer.raw(ByteBuffer.allocate(5).putInt(-5).put((byte) 7).array());
      }
    },
    LONG_BITFIELD {
      @Override
      void say(RawPeer peer, Film film) throws IOException {
        peer.greet(film.infoHash());
        byte[] bits = new byte[1000];
        Arrays.fill(bits, (byte) 0xff);
        peer.say(RawPeer.BITFIELD, bits);
      }
    },
    MANY_BITFIELDS {
      @Override
      void say(RawPeer peer, Film film) throws IOException {
        peer.greet(film.infoHash());
        for (int i = 0; i < 10; i++) {
          peer.say(RawPeer.HAVE_ALL);
        }
      }
    },
    PIECE_BEYOND_THE_END {
      @Override
      void say(RawPeer peer, Film film) throws IOException {
        peer.greet(film.infoHash());
        peer.say(4, film.metainfo().pieceCount());
      }
    },
    NEGATIVE_PIECE {
      @Override
      void say(RawPeer peer, Film film) throws IOException {
        peer.greet(film.infoHash());
        peer.say(4, -1);
      }
    },
    CUT_REQUEST {
      @Override
      void say(RawPeer peer, Film film) throws IOException {
        peer.greet(film.infoHash());
        peer.say(RawPeer.REQUEST, 1, 2);
      }
    },
    DEEP_EXTENSION {
      @Override
      void say(RawPeer peer, Film film) throws IOException {
        peer.greet(film.infoHash());
        peer.extended(0, "l".repeat(60_000).getBytes(US_ASCII));
      }
    },
    WIDE_EXTENSION {
      @Override
      void say(RawPeer peer, Film film) throws IOException {
        peer.greet(film.infoHash());
        peer.extended(0, ("l" + "le".repeat(32_000)).getBytes(US_ASCII));
      }
    };

    abstract void say(RawPeer peer, Film film) throws IOException;

    private static byte[] random(int count) {
      byte[] bytes = new byte[count];
      new Random(3).nextBytes(bytes);
      return bytes;
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesOneThatTalksNonsense(Nonsense nonsense) throws Exception {
    AtomicInteger hungUp = new AtomicInteger();
    try (RawHost host =
        RawHost.open(
            peer -> {
              try {
                nonsense.say(peer, film);
              } finally {
                try {
                  peer.readGreeting();
                  peer.awaitHangUp();
                } finally {
                  hungUp.incrementAndGet();
                }
              }
            })) {
      Torrent torrent = clients.download(leecher, film, host.address());

      eventually("it hangs up", () -> hungUp.get() > 0);

      assertThat(torrent.await(so -> so.peers() == 0, PATIENCE).verifiedPieces()).isZero();
    }
  }

  private void finishes(Torrent torrent) throws Exception {
    torrent.await(TorrentSnapshot::isFinished, PATIENCE);
    assertThat(Files.readAllBytes(temp.resolve("films").resolve(Film.NAME)))
        .isEqualTo(film.bytes());
  }
}
