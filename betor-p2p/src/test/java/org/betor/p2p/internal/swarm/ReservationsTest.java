package org.betor.p2p.internal.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.betor.api.metainfo.ContentFile;
import org.betor.api.spi.PieceOrder;
import org.betor.p2p.internal.bencode.Bencode;
import org.betor.p2p.internal.disk.InventedTorrent;
import org.betor.p2p.internal.swarm.Reservations.Reserved;
import org.betor.p2p.internal.wire.BlockRequest;
import org.betor.p2p.internal.wire.Outgoing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ReservationsTest {
  private static final int BLOCK = BlockRequest.BLOCK_BYTES;
  private static final int PIECES = 10;

  @TempDir private Path folder;
  private final InventedTorrent torrent = InventedTorrent.single(BLOCK, PIECES * BLOCK);
  private SwarmBench bench;
  private Reservations reservations;

  @BeforeEach
  void begin() throws Exception {
    bench = new SwarmBench(torrent, folder).withMetadata();
    reservations = Objects.requireNonNull(bench.swarm.reservations());
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  @Test
  void takesPiecesThatFollowOneAnother() throws Exception {
    Reserved some = reserve(3 * BLOCK);
    Reserved others = reserve(Long.MAX_VALUE);

    assertThat(some.end() - some.first()).isEqualTo(3);
    assertThat(others.isEmpty()).isFalse();
    assertThat(others.end() <= some.first() || others.first() >= some.end()).isTrue();
  }

  @Test
  void takesOnePieceThoughItIsLargerThanWhatIsWanted() throws Exception {
    Reserved one = reserve(1);

    assertThat(one.end() - one.first()).isEqualTo(1);
  }

  @Test
  void takesNothingBeforeAPieceThatAReaderWaitsFor() throws Exception {
    bench.onLoop(
        () -> {
          ContentFile film = torrent.metainfo().files().get(0);
          return bench.pieces.deadlines().open(film).move(PIECES - 1);
        });

    Reserved some = reserve(3 * BLOCK);

    assertThat(some).isEqualTo(new Reserved(PIECES - 1, PIECES));
  }

  @Test
  void keepsPeersAwayFromThePiecesThatItHas() throws Exception {
    bench.onLoop(() -> reservations.reserve(piece -> piece < 6, Long.MAX_VALUE));
    ScriptedPeer peer = seeder();
    peer.hear(() -> peer.requests.size() == 4);

    assertThat(peer.requests).allMatch(request -> request.piece() >= 6);
  }

  @Test
  void leavesPiecesThatAreLongInComingToPeersWithoutOtherWork() throws Exception {
    Reserved all = reserve(Long.MAX_VALUE);
    ScriptedPeer peer = seeder();
    peer.hear(() -> peer.interested && !peer.extended.isEmpty());
    bench.pass(4);
    ping(peer);
    assertThat(all.end() - all.first()).isEqualTo(PIECES);
    assertThat(peer.requests).isEmpty();

    bench.pass(3);
    peer.hear(() -> peer.requests.size() >= 4);
  }

  @Test
  void leavesPiecesThatAreLongInComingToPeersEarlyIfTheOrderMatters() throws Exception {
    bench.onLoop(
        () -> {
          bench.swarm.order(PieceOrder.SEQUENTIAL);
          return reservations.reserve(piece -> piece < 1, 1);
        });
    bench.pass(6);
    ScriptedPeer peer = seeder();
    peer.hear(() -> !peer.requests.isEmpty());

    assertThat(peer.requests).anyMatch(request -> request.piece() == 0);
  }

  @Test
  void leavesPiecesToPeersThatAreGivenBack() throws Exception {
    Reserved all = reserve(Long.MAX_VALUE);
    bench.onLoop(
        () -> {
          for (int piece = all.first(); piece < all.end(); piece++) {
            reservations.giveBack(piece);
          }
          return true;
        });
    ScriptedPeer peer = seeder();

    peer.hear(() -> peer.requests.size() >= 4);
  }

  @Test
  void helpsWithPiecesThatPeersKeepWaiting() throws Exception {
    ScriptedPeer peer = seeder();
    peer.hear(() -> peer.requests.size() == PIECES);
    assertThat(reserve(Long.MAX_VALUE).isEmpty()).isTrue();

    bench.pass(6);
    Reserved slow = reserve(1);
    deliver(slow.first(), torrent.piece(slow.first()));

    assertThat(bench.gained).containsExactly(slow.first());
  }

  @Test
  void takesBackFromPeersWhatCameSooner() throws Exception {
    ScriptedPeer peer = seeder();
    peer.hear(() -> peer.requests.size() == PIECES);
    bench.pass(6);
    Reserved slow = reserve(1);

    deliver(slow.first(), torrent.piece(slow.first()));
    peer.hear(() -> !peer.cancelled.isEmpty());

    assertThat(peer.cancelled).containsExactly(torrent.grid().block(slow.first(), 0));
  }

  @Test
  void lendsPiecesThatAreLongInComingASecondTime() throws Exception {
    Reserved all = reserve(Long.MAX_VALUE);
    assertThat(reserve(Long.MAX_VALUE).isEmpty()).isTrue();

    bench.pass(6);
    Reserved again = reserve(Long.MAX_VALUE);
    deliver(again.first(), torrent.piece(again.first()));
    deliver(again.first(), torrent.piece(again.first()));

    assertThat(again).isEqualTo(all);
    assertThat(bench.gained).containsExactly(again.first());
  }

  @Test
  void lendsFirstWhatAReaderWaitsForInVain() throws Exception {
    bench.onLoop(
        () -> {
          ContentFile film = torrent.metainfo().files().get(0);
          return bench.pieces.deadlines().open(film).move(4);
        });
    Reserved slow = reserve(1);

    bench.pass(6);

    assertThat(slow).isEqualTo(new Reserved(4, 5));
    assertThat(reserve(1)).isEqualTo(slow);
  }

  @Test
  void writesNothingThatIsCorruptAndNamesItsGiver() throws Exception {
    Reserved one = reserve(1);

    int corrupt = deliver(one.first(), new byte[BLOCK]);

    assertThat(corrupt).isEqualTo(1);
    assertThat(bench.gained).isEmpty();
    assertThat(folder).isEmptyDirectory();
    assertThat(reserve(Long.MAX_VALUE).isEmpty()).isFalse();
  }

  @Test
  void leavesWhatComesAfterTheEnd() throws Exception {
    Reserved one = reserve(1);
    bench.onLoop(
        () -> {
          bench.swarm.stop("a test");
          return true;
        });

    deliver(one.first(), torrent.piece(one.first()));

    assertThat(bench.gained).isEmpty();
  }

  private Reserved reserve(long bytes) throws Exception {
    return bench.onLoop(() -> reservations.reserve(piece -> true, bytes));
  }

  /** Delivers a piece of one block, and says how often it was found to be corrupt. */
  private int deliver(int piece, byte[] block) throws Exception {
    AtomicInteger corrupt = new AtomicInteger();
    bench.onLoop(
        () -> {
          reservations.deliver(piece, new byte[][] {block}, corrupt::incrementAndGet);
          return true;
        });
    bench.runDisk();
    return corrupt.get();
  }

  private ScriptedPeer seeder() throws Exception {
    return bench.join().offerAll();
  }

  /**
   * Waits until all came that the swarm sent: behind it an answer comes, that it has no metadata.
   */
  private static void ping(ScriptedPeer peer) throws IOException {
    byte[] request = Bencode.write(Map.of("msg_type", 0, "piece", 1_000_000));
    peer.say(
        Outgoing.extended(0, ExtensionHandshake.bytes(false, 0, 6881, 10)),
        Outgoing.extended(1, request));
    int before = messages(peer);
    peer.hear(() -> messages(peer) > before);
  }

  private static int messages(ScriptedPeer peer) {
    return peer.extended.values().stream().mapToInt(List::size).sum();
  }
}
