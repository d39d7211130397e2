package org.betor.p2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.p2p.Clients.PATIENCE;
import static org.betor.p2p.Clients.eventually;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentSource;
import org.betor.p2p.internal.bencode.Bencode;
import org.betor.p2p.internal.bencode.Dictionary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A magnet link among peers that tell lies of what it holds. */
@Timeout(60)
class BadMetadataTest {
  private static final int PIECE_BYTES = 16 << 10;
  private static final int DATA = 1;
  private static final int REJECT = 2;

  @TempDir private Path temp;
  private Clients clients;
  private Film film;
  private BtClient leecher;

  @BeforeEach
  void open() throws Exception {
    clients = new Clients(temp);
    film = Film.in(temp.resolve("seed"), 1_000_000);
    leecher = clients.open("leecher");
  }

  @AfterEach
  void close() {
    clients.close();
  }

  @Test
  void callsOneThatGaveWrongMetadataNeverAgain() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    try (RawHost liar =
        RawHost.open(
            peer -> {
              calls.incrementAndGet();
              tell(peer, 2 * PIECE_BYTES, (piece, said) -> data(piece, new byte[PIECE_BYTES]));
            })) {
      Torrent torrent = add(liar.address());
      eventually("it is asked", () -> calls.get() == 1);
      eventually("it is left", () -> torrent.snapshot().peers() == 0);

      finishes(torrent);

      assertThat(calls).hasValue(1);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -5, 17 << 20, 1L << 40, Long.MIN_VALUE})
  void asksNobodyForMetadataOfNoSensibleSize(long bytes) throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (RawHost odd =
        RawHost.open(
            peer ->
                tell(
                    peer,
                    bytes,
                    (piece, said) -> {
                      asked.incrementAndGet();
                      return data(piece, new byte[PIECE_BYTES]);
                    }))) {
      finishes(add(odd.address()));

      assertThat(asked).hasValue(0);
    }
  }

  @Test
  void asksOthersWhereSomeRefuseWhatTheyOffered() throws Exception {
    List<RawHost> refusing = new ArrayList<>();
    try {
      for (int i = 0; i < 5; i++) {
        refusing.add(
            RawHost.open(
                peer ->
                    tell(
                        peer,
                        PIECE_BYTES,
                        (piece, said) ->
                            Bencode.write(Map.of("msg_type", REJECT, "piece", piece)))));
      }
      Torrent torrent =
          add(refusing.stream().map(RawHost::address).toArray(InetSocketAddress[]::new));
      eventually("all are here", () -> torrent.snapshot().peers() == 5);

      finishes(torrent);
    } finally {
      for (RawHost host : refusing) {
        host.close();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, PIECE_BYTES - 1, PIECE_BYTES + 1})
  void leavesOneThatSendsPiecesOfAnotherLength(int bytes) throws Exception {
    try (RawHost odd =
        RawHost.open(
            peer -> tell(peer, 2 * PIECE_BYTES, (piece, said) -> data(piece, new byte[bytes])))) {
      finishes(add(odd.address()));
    }
  }

  @Test
  void leavesOneThatChangesTheSizeWhileItIsAsked() throws Exception {
    try (RawHost fickle =
        RawHost.open(
            peer ->
                tell(
                    peer,
                    2 * PIECE_BYTES,
                    (piece, said) -> {
                      peer.offer(PIECE_BYTES);
                      return data(piece, new byte[PIECE_BYTES]);
                    }))) {
      finishes(add(fickle.address()));
    }
  }

  /** Offers metadata of a size, and answers requests for it. */
  private void tell(RawPeer peer, long bytes, Answer answer) throws IOException {
    peer.greet(film.infoHash());
    peer.readGreeting();
    peer.say(RawPeer.HAVE_NONE);
    peer.offer(bytes);
    while (true) {
      ByteBuffer said = peer.next(RawPeer.EXTENDED).content();
      if (said.get() == RawPeer.METADATA) {
        Dictionary request = Dictionary.read(said);
        peer.extended(1, answer.to((int) request.number("piece").orElseThrow(), request));
      }
    }
  }

  @FunctionalInterface
  private interface Answer {
    byte[] to(int piece, Dictionary request) throws IOException;
  }

  private static byte[] data(int piece, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(Bencode.write(Map.of("msg_type", DATA, "piece", piece)));
    bytes.writeBytes(content);
    return bytes.toByteArray();
  }

  private Torrent add(InetSocketAddress... peers) {
    return leecher.add(
        TorrentSource.of(MagnetLink.of(film.infoHash())),
        AddOptions.builder(temp.resolve("films")).peers(List.of(peers)).build());
  }

  /** Now one comes that has the film. */
  private void finishes(Torrent torrent) throws Exception {
    clients.seeder(film, leecher);
    torrent.await(TorrentSnapshot::isFinished, PATIENCE);
    assertThat(temp.resolve("films").resolve(Film.NAME)).hasBinaryContent(film.bytes());
  }
}
