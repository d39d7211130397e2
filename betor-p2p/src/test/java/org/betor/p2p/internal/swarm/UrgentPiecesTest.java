package org.betor.p2p.internal.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.betor.api.spi.FilePriority;
import org.betor.p2p.internal.disk.InventedTorrent;
import org.betor.p2p.internal.wire.BlockRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What peers are asked for while somebody reads. */
@Timeout(30)
class UrgentPiecesTest {
  private static final int BLOCK = BlockRequest.BLOCK_BYTES;
  private static final int PIECE = 64 * BLOCK;

  /** What is read is the second file, from piece 4 to piece 39. */
  private static final InventedTorrent TORRENT =
      InventedTorrent.folder(PIECE, 4 * PIECE, 36 * PIECE);

  @TempDir private Path folder;
  private SwarmBench bench;

  @BeforeEach
  void meet() throws Exception {
    bench = new SwarmBench(TORRENT, folder).withMetadata();
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  @Test
  void aReaderComesBeforeBegunPiecesAndThePickersChoice() throws Exception {
    bench.pieces.prioritise(List.of(FilePriority.HIGH, FilePriority.LOW));
    ScriptedPeer peer = seeder();
    peer.hear(() -> peer.requests.size() == 16);
    assertThat(peer.requests).allMatch(block -> block.piece() < 4);

    read(20);
    peer.hear(() -> peer.cancelled.size() == 16 && peer.requests.size() == 16);

    assertThat(peer.cancelled).allMatch(block -> block.piece() < 4);
    assertThat(peer.requests).allMatch(block -> block.piece() == 20);
  }

  @Test
  void aSeekTakesBackWhatIsNotUrgentAnyMore() throws Exception {
    Deadlines.Window window = read(6);
    ScriptedPeer peer = seeder();
    peer.hear(() -> peer.requests.size() == 16);
    assertThat(peer.requests).allMatch(block -> block.piece() == 6);
    List<BlockRequest> before = List.copyOf(peer.requests);

    seek(window, 25);
    peer.hear(() -> peer.cancelled.size() == 16 && peer.requests.size() == 16);

    assertThat(peer.cancelled).containsExactlyElementsOf(before);
    assertThat(peer.requests).allMatch(block -> block.piece() == 25);
  }

  @Test
  void whatWasTakenBackMayArriveAllTheSame() throws Exception {
    Deadlines.Window window = read(6);
    ScriptedPeer peer = seeder();
    peer.hear(() -> peer.requests.size() == 16);
    List<BlockRequest> before = List.copyOf(peer.requests);
    seek(window, 25);
    peer.hear(() -> peer.cancelled.size() == 16);

    for (BlockRequest late : before) {
      peer.serve(late, TORRENT.row(), PIECE);
    }
    serve(peer, 64);
    bench.runDisk();

    assertThat(peer.gone).isFalse();
    assertThat(bench.gained).containsExactly(25);
  }

  @Test
  void readingOnTakesNothingBack() throws Exception {
    Deadlines.Window window = read(6);
    ScriptedPeer peer = seeder();
    serve(peer, 64);
    bench.runDisk();
    assertThat(bench.gained).containsExactly(6);

    seek(window, 7);

    assertThat(peer.ping().cancelled).isEmpty();
  }

  @Test
  void halfASecondsWorthIsAskedInAdvanceWhileSomethingIsUrgentAndTwoSecondsWorthElse()
      throws Exception {
    Deadlines.Window window = read(4);
    ScriptedPeer peer = seeder();
    peer.hear(() -> peer.requests.size() == 16);
    for (int second = 0; second < 6; second++) {
      serve(peer, 64);
      bench.pass(1);
    }
    serve(peer, 1);
    bench.runDisk();
    assertThat(peer.ping().requests).hasSizeBetween(24, 32);

    bench.onLoop(
        () -> {
          window.close();
          return true;
        });
    bench.pass(1);

    assertThat(peer.ping().requests).hasSizeGreaterThan(90);
  }

  @Test
  void whatASlowPeerKeepsBackOfWhatIsReadNextIsAskedFromAFasterOne() throws Exception {
    read(4);
    ScriptedPeer slow = seeder();
    slow.hear(() -> slow.requests.size() == 16);
    List<BlockRequest> kept = List.copyOf(slow.requests);
    ScriptedPeer fast = seeder();
    for (int second = 0; second < 3; second++) {
      serve(fast, 20);
      bench.pass(1);
    }
    serve(fast, 20);

    slow.hear(() -> slow.cancelled.size() == 16);
    assertThat(slow.cancelled).containsExactlyInAnyOrderElementsOf(kept);
    bench.runDisk();
    assertThat(bench.gained).contains(4);
  }

  @Test
  void aPeerThatFallsSilentDoesNotHoldUpAReader() throws Exception {
    Deadlines.Window window = read(4);
    ScriptedPeer silent = seeder();
    ScriptedPeer other = seeder();
    for (int second = 0; second < 3; second++) {
      serve(silent, 20);
      serve(other, 20);
      bench.pass(1);
    }
    int next = Collections.min(silent.ping().requests.stream().map(BlockRequest::piece).toList());
    bench.runDisk();
    seek(window, next);

    for (int second = 0; second < 5; second++) {
      serve(other, 20);
      bench.pass(1);
    }
    bench.runDisk();

    assertThat(bench.gained).contains(next);
  }

  private Deadlines.Window read(int piece) throws Exception {
    return bench.onLoop(
        () -> {
          Deadlines.Window window = bench.pieces.deadlines().open(TORRENT.grid().files().get(1));
          window.move(piece);
          bench.swarm.hurry();
          return window;
        });
  }

  private void seek(Deadlines.Window window, int piece) throws Exception {
    bench.onLoop(
        () -> {
          boolean jumped = window.move(piece);
          if (jumped) {
            bench.swarm.hurry();
          }
          return jumped;
        });
  }

  private ScriptedPeer seeder() throws Exception {
    return bench.join().offerAll();
  }

  /** Serves so many blocks, as they are asked for. */
  private void serve(ScriptedPeer peer, int blocks) throws IOException {
    for (int i = 0; i < blocks; i++) {
      peer.hear(() -> !peer.requests.isEmpty());
      peer.serve(peer.requests.get(0), TORRENT.row(), PIECE);
    }
    peer.ping();
  }
}
