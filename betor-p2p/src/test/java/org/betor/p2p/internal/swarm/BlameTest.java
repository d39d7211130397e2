package org.betor.p2p.internal.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.zip.CRC32C;
import org.betor.p2p.internal.disk.InventedTorrent;
import org.betor.p2p.internal.disk.PieceGrid;
import org.betor.p2p.internal.wire.BlockRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlameTest {
  private static final int BLOCKS = 4;

  private static final InventedTorrent TORRENT =
      InventedTorrent.single(
          BLOCKS * BlockRequest.BLOCK_BYTES, 260 * BLOCKS * BlockRequest.BLOCK_BYTES);
  private final PieceGrid grid = TORRENT.grid();
  private final Blame blame = new Blame();
  private final List<Peer> peers = new ArrayList<>();
  @TempDir private Path folder;
  private SwarmBench bench;

  @BeforeEach
  void meet() throws Exception {
    bench = new SwarmBench(TORRENT, folder);
    for (int i = 0; i < 4; i++) {
      peers.add(bench.stranger());
    }
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  @Test
  void namesThePeerThatGaveAllOfACorruptPiece() {
    assertThat(blame.bad(given(0, i -> peers.get(2), i -> i == 3))).hasValue(peers.get(2));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void namesWhoSentOtherBlocksThanTheRightOnesAndNobodyElse(long seed) {
    Random random = new Random(seed);
    int[] givers = random.ints(BLOCKS, 0, 4).toArray();
    givers[0] = 0;
    givers[1] = 1;
    Peer liar = peers.get(givers[random.nextInt(BLOCKS)]);
    Partial corrupt = given(0, i -> peers.get(givers[i]), i -> peers.get(givers[i]) == liar);

    assertThat(blame.bad(corrupt)).isEmpty();

    assertThat(good(given(0, i -> peers.get(3), i -> false))).isEqualTo(Set.of(liar));
    assertThat(blame.suspects(new Partial(grid, 0))).isFalse();
  }

  @Test
  void namesNobodyForAPieceThatWasNeverCorrupt() {
    assertThat(good(given(0, i -> peers.get(i % 4), i -> false))).isEmpty();
  }

  @Test
  void isNotDeceivedByABlockOfTheSameChecksum() {
    byte[] forged = TORRENT.piece(0).clone();
    forgeCrc(forged);
    Partial corrupt = new Partial(grid, 0);
    for (int i = 0; i < BLOCKS; i++) {
      byte[] row = i == 0 ? forged : TORRENT.piece(0);
      receive(corrupt, peers.get(i % 2), i, block(row, i));
    }
    blame.bad(corrupt);

    assertThat(good(given(0, i -> peers.get(3), i -> false))).containsExactly(peers.get(0));
  }

  /** Changes the first block so that its CRC-32C stays: adds the generator's own bits. */
  private void forgeCrc(byte[] piece) {
    byte[] before = block(piece, 0);
    long generator = 0x1_1EDC_6F41L;
    for (int bit = 0; bit <= 32; bit++) {
      if ((generator >>> (32 - bit) & 1) != 0) {
        piece[bit / 8] ^= (byte) (1 << (bit % 8));
      }
    }
    assertThat(crc(block(piece, 0))).isEqualTo(crc(before));
    assertThat(block(piece, 0)).isNotEqualTo(before);
  }

  private static long crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return crc.getValue();
  }

  @Test
  void letsOnePeerAloneHelpWithASuspectPiece() {
    blame.bad(given(0, i -> peers.get(i % 2), i -> i == 0));
    Partial again = new Partial(grid, 0);

    assertThat(blame.mayHelp(peers.get(0), again)).isTrue();
    again.ask(peers.get(1), 2, new ArrayList<>());
    assertThat(blame.mayHelp(peers.get(0), again)).isFalse();
    assertThat(blame.mayHelp(peers.get(1), again)).isTrue();
    assertThat(blame.mayHelp(peers.get(0), new Partial(grid, 1))).isTrue();
  }

  @Test
  void remembersAFewHundredPiecesAndForgetsTheOldest() {
    for (int piece = 0; piece < 260; piece++) {
      blame.bad(given(piece, i -> peers.get(i % 2), i -> i == 0));
    }

    assertThat(blame.suspects(new Partial(grid, 0))).isFalse();
    assertThat(blame.suspects(new Partial(grid, 3))).isFalse();
    assertThat(blame.suspects(new Partial(grid, 4))).isTrue();
    assertThat(blame.suspects(new Partial(grid, 259))).isTrue();
  }

  private Partial given(int piece, IntFunction<Peer> giver, IntPredicate corrupt) {
    byte[] right = TORRENT.piece(piece);
    Partial partial = new Partial(grid, piece);
    for (int i = 0; i < BLOCKS; i++) {
      byte[] content = block(right, i);
      content[0] ^= (byte) (corrupt.test(i) ? 1 : 0);
      receive(partial, giver.apply(i), i, content);
    }
    assertThat(partial.isWhole()).isTrue();
    return partial;
  }

  private void receive(Partial partial, Peer giver, int block, byte[] content) {
    partial.received(giver, grid.block(partial.piece(), block), content);
  }

  private byte[] block(byte[] piece, int block) {
    BlockRequest where = grid.block(0, block);
    return Arrays.copyOfRange(piece, where.offset(), where.offset() + where.length());
  }

  private Set<Peer> good(Partial partial) {
    return blame.good(partial.piece(), partial.blocks());
  }
}
