package org.betor.p2p.internal.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.betor.api.metainfo.ContentFile;
import org.betor.api.spi.FilePriority;
import org.betor.p2p.internal.disk.InventedTorrent;
import org.betor.p2p.internal.disk.PieceGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiecesTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void countsAsOneDoesWhoLooksAtEverything(long seed) {
    Random random = new Random(seed);
    PieceGrid grid = InventedTorrent.random(random).grid();
    Pieces pieces = new Pieces(grid);
    BitSet here = new BitSet();
    List<FilePriority> priorities =
        new ArrayList<>(Collections.nCopies(grid.files().size(), FilePriority.NORMAL));
    for (int i = 0; i < 100; i++) {
      int piece = random.nextInt(grid.pieces());
      switch (random.nextInt(3)) {
        case 0 -> {
          pieces.gained(piece);
          here.set(piece);
        }
        case 1 -> {
          pieces.lost(piece);
          here.clear(piece);
        }
        default -> {
          int file = random.nextInt(priorities.size());
          priorities.set(file, List.of(FilePriority.values()).get(random.nextInt(4)));
          pieces.prioritise(priorities);
        }
      }
      assertCounts(pieces, here, priorities);
    }
  }

  private static void assertCounts(Pieces pieces, BitSet here, List<FilePriority> priorities) {
    PieceGrid grid = pieces.grid();
    BitSet wanted = new BitSet();
    for (int piece = 0; piece < grid.pieces(); piece++) {
      int highest = 0;
      for (int file : grid.filesOf(piece)) {
        highest = Math.max(highest, List.of(FilePriority.values()).indexOf(priorities.get(file)));
      }
      wanted.set(piece, highest > 0);
      if (pieces.priority(piece) != highest) {
        assertThat(pieces.priority(piece)).as("priority of piece %d", piece).isEqualTo(highest);
      }
    }
    BitSet missing = (BitSet) wanted.clone();
    missing.andNot(here);
    BitSet verified = (BitSet) wanted.clone();
    verified.and(here);
    assertThat(pieces.here()).isEqualTo(here);
    assertThat(pieces.count()).isEqualTo(here.cardinality());
    assertThat(missing(pieces)).isEqualTo(missing);
    assertThat(pieces.countMissing(here)).isZero();
    assertThat(pieces.countMissing(wanted)).isEqualTo(missing.cardinality());
    assertThat(pieces.wantedBytes()).isEqualTo(bytes(grid, wanted));
    assertThat(pieces.verifiedBytes()).isEqualTo(bytes(grid, verified));
    assertThat(pieces.isFinished()).isEqualTo(missing.isEmpty());
    assertThat(pieces.isComplete()).isEqualTo(here.cardinality() == grid.pieces());
    for (int file = 0; file < priorities.size(); file++) {
      assertThat(pieces.verifiedBytes(file)).isEqualTo(verified(grid, here, file));
    }
  }

  private static long verified(PieceGrid grid, BitSet here, int index) {
    ContentFile file = grid.files().get(index);
    return here.stream().mapToLong(piece -> grid.share(piece, file)).sum();
  }

  private static long bytes(PieceGrid grid, BitSet pieces) {
    return pieces.stream().mapToLong(grid::length).sum();
  }

  private static BitSet missing(Pieces pieces) {
    BitSet missing = new BitSet();
    for (int piece = 0; piece < pieces.grid().pieces(); piece++) {
      missing.set(piece, pieces.isMissing(piece));
    }
    return missing;
  }

  @Test
  void isNotChangedThroughTheCopyThatItGives() {
    Pieces pieces = new Pieces(InventedTorrent.single(10, 100).grid());

    pieces.here().set(3);

    assertThat(pieces.has(3)).isFalse();
  }
}
