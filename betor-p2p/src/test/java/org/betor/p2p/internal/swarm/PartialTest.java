package org.betor.p2p.internal.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.betor.p2p.internal.disk.InventedTorrent;
import org.betor.p2p.internal.disk.PieceGrid;
import org.betor.p2p.internal.wire.BlockRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartialTest {
  private static final int BLOCKS = 10;

  private final InventedTorrent torrent =
      InventedTorrent.single(
          BLOCKS * BlockRequest.BLOCK_BYTES, BLOCKS * BlockRequest.BLOCK_BYTES - 5);
  private final PieceGrid grid = torrent.grid();
  private final Partial partial = new Partial(grid, 0);
  @TempDir private Path folder;
  private SwarmBench bench;
  private Peer first;
  private Peer second;

  @BeforeEach
  void meet() throws Exception {
    bench = new SwarmBench(torrent, folder);
    first = bench.stranger();
    second = bench.stranger();
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  @Test
  void asksForEachBlockOnce() {
    assertThat(ask(first, 4)).hasSize(4);
    assertThat(ask(second, 100)).hasSize(6).last().isEqualTo(grid.block(0, 9));
    assertThat(partial.hasUnasked()).isFalse();
    assertThat(ask(first, 100)).isEmpty();
  }

  @Test
  void asksOneMorePeerForWhatAnotherWasAskedFor() {
    List<BlockRequest> asked = ask(first, 3);

    assertThat(askAgain(first)).isEmpty();
    assertThat(askAgain(second)).isEqualTo(asked);
    assertThat(askAgain(second)).isEmpty();
    assertThat(receive(first, asked.get(0))).containsExactly(second);
    assertThat(partial.has(asked.get(0))).isTrue();
  }

  @Test
  void asksAnotherForWhatAPeerWillNotSend() {
    List<BlockRequest> asked = ask(first, BLOCKS);
    partial.release(first, asked.get(3));
    partial.release(first, asked.get(3));
    partial.release(second, asked.get(4));

    assertThat(ask(second, 100)).containsExactly(asked.get(3));
  }

  @Test
  void isLeftToThePeerThatAloneGaveAndIsAsked() {
    List<BlockRequest> asked = ask(first, 2);
    assertThat(partial.isLeftTo(first)).isTrue();
    assertThat(partial.isLeftTo(second)).isFalse();
    receive(first, asked.get(0));
    partial.release(first, asked.get(1));
    assertThat(partial.isAwaited()).isFalse();
    assertThat(partial.isLeftTo(first)).isTrue();
    assertThat(partial.isLeftTo(second)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void countsAsOneDoesWhoNotesEverything(long seed) {
    Random random = new Random(seed);
    Set<BlockRequest> here = new HashSet<>();
    List<Set<BlockRequest>> asked = List.of(new HashSet<>(), new HashSet<>());
    List<Peer> peers = List.of(first, second);
    for (int i = 0; i < 300 && here.size() < BLOCKS; i++) {
      int who = random.nextInt(2);
      BlockRequest block = grid.block(0, random.nextInt(BLOCKS));
      switch (random.nextInt(10)) {
        case 0, 1 -> asked.get(who).addAll(ask(peers.get(who), random.nextInt(3)));
        case 2 -> asked.get(who).addAll(askAgain(peers.get(who)));
        case 3, 4, 5 -> {
          partial.release(peers.get(who), block);
          asked.get(who).remove(block);
        }
        case 6 -> {
          receive(peers.get(who), block);
          here.add(block);
          asked.forEach(each -> each.remove(block));
        }
        default -> {} // so that fewer blocks come than are asked for
      }
      Set<BlockRequest> awaited = new HashSet<>(asked.get(0));
      awaited.addAll(asked.get(1));
      assertThat(partial.isAwaited()).isEqualTo(!awaited.isEmpty());
      assertThat(partial.hasUnasked()).isEqualTo(here.size() + awaited.size() < BLOCKS);
      assertThat(partial.isWhole()).isEqualTo(here.size() == BLOCKS);
    }
  }

  private List<BlockRequest> ask(Peer peer, int most) {
    List<BlockRequest> requests = new ArrayList<>();
    partial.ask(peer, most, requests);
    return requests;
  }

  private List<BlockRequest> askAgain(Peer peer) {
    List<BlockRequest> requests = new ArrayList<>();
    partial.askAgain(peer, 100, requests);
    return requests;
  }

  private List<Peer> receive(Peer peer, BlockRequest block) {
    return partial.received(peer, block, new byte[block.length()]);
  }
}
