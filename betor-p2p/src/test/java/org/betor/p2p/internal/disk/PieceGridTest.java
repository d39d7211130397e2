package org.betor.p2p.internal.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.betor.api.metainfo.ContentFile;
import org.betor.p2p.internal.wire.BlockRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PieceGridTest {
  private static final int PADDING = -1;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void knowsWhichFilesAPieceHoldsHoweverTheyLie(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 8; i++) {
      InventedTorrent torrent = InventedTorrent.random(random);
      assertIsAsCountedByteByByte(torrent.grid(), owners(torrent));
    }
  }

  @Test
  void cutsFilesThatEndWherePiecesEnd() {
    PieceGrid grid = InventedTorrent.folder(10, 10, 20, 0, 5, 5).grid();

    assertThat(grid.pieces()).isEqualTo(4);
    assertThat(grid.filesOf(0)).containsExactly(0);
    assertThat(grid.filesOf(1)).containsExactly(1);
    assertThat(grid.filesOf(2)).containsExactly(1);
    assertThat(grid.filesOf(3)).containsExactly(3, 4);
    assertThat(grid.lastPiece(grid.files().get(1))).isEqualTo(2);
  }

  @Test
  void holdsATorrentOfOneByte() {
    PieceGrid grid = InventedTorrent.single(1 << 20, 1).grid();

    assertThat(grid.pieces()).isOne();
    assertThat(grid.length(0)).isOne();
    assertThat(grid.blocks(0)).isOne();
    assertThat(grid.block(0, 0)).isEqualTo(new BlockRequest(0, 0, 1));
  }

  @Test
  void cutsPiecesIntoBlocksOfWhichTheVeryLastIsShorter() {
    PieceGrid grid = InventedTorrent.single(40_000, 100_000).grid();

    assertThat(grid.blocks(0)).isEqualTo(3);
    assertThat(grid.block(0, 2)).isEqualTo(new BlockRequest(0, 32_768, 7_232));
    assertThat(grid.blocks(2)).isEqualTo(2);
    assertThat(grid.block(2, 1)).isEqualTo(new BlockRequest(2, 16_384, 3_616));
  }

  @Test
  void containsWhatLiesInAPieceAndNothingElse() {
    PieceGrid grid = InventedTorrent.single(40_000, 100_000).grid();

    assertThat(grid.contains(new BlockRequest(0, 0, 40_000))).isTrue();
    assertThat(grid.contains(new BlockRequest(2, 19_999, 1))).isTrue();
    assertThat(grid.contains(new BlockRequest(2, 19_999, 2))).isFalse();
    assertThat(grid.contains(new BlockRequest(0, 0, 40_001))).isFalse();
    assertThat(grid.contains(new BlockRequest(0, 0, 0))).isFalse();
    assertThat(grid.contains(new BlockRequest(3, 0, 1))).isFalse();
    assertThat(grid.contains(new BlockRequest(0, Integer.MAX_VALUE, Integer.MAX_VALUE))).isFalse();
    assertThat(grid.contains(new BlockRequest(Integer.MAX_VALUE, 0, 1))).isFalse();
  }

  /** The file that each byte belongs to. */
  private static int[] owners(InventedTorrent torrent) {
    int[] owners = new int[torrent.row().length];
    Arrays.fill(owners, PADDING);
    for (int i = 0; i < torrent.metainfo().files().size(); i++) {
      ContentFile file = torrent.metainfo().files().get(i);
      int start = (int) file.offsetBytes();
      Arrays.fill(owners, start, start + (int) file.sizeBytes(), i);
    }
    return owners;
  }

  private static void assertIsAsCountedByteByByte(PieceGrid grid, int[] owners) {
    assertThat(grid.bytes()).isEqualTo(owners.length);
    int at = 0;
    for (int piece = 0; piece < grid.pieces(); piece++) {
      assertThat(grid.start(piece)).isEqualTo(at);
      int[] in = Arrays.copyOfRange(owners, at, at + grid.length(piece));
      assertThat(grid.filesOf(piece))
          .containsExactly(Arrays.stream(in).filter(i -> i != PADDING).distinct().toArray());
      for (int file = 0; file < grid.files().size(); file++) {
        assertShare(grid, piece, file, in);
      }
      at += grid.length(piece);
    }
    assertThat(at).isEqualTo(owners.length);
  }

  private static void assertShare(PieceGrid grid, int piece, int index, int[] in) {
    ContentFile file = grid.files().get(index);
    long share = IntStream.of(in).filter(owner -> owner == index).count();
    assertThat(grid.share(piece, file)).isEqualTo(share);
    if (share > 0) {
      assertThat(piece).isBetween(grid.firstPiece(file), grid.lastPiece(file));
    } else if (file.sizeBytes() > 0) {
      assertThat(piece < grid.firstPiece(file) || piece > grid.lastPiece(file)).isTrue();
    }
  }
}
