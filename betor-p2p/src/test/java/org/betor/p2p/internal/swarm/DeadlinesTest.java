package org.betor.p2p.internal.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.betor.api.metainfo.ContentFile;
import org.betor.api.metainfo.Metainfo;
import org.betor.p2p.internal.bencode.Bencode;
import org.betor.p2p.internal.disk.PieceGrid;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  private static final int MIB = 1 << 20;

  /** Two files of 40 pieces of 1 MiB each. */
  private final PieceGrid grid = grid(MIB, 40 * MIB, 40 * MIB);

  private final Pieces pieces = new Pieces(grid);
  private final Deadlines deadlines = pieces.deadlines();

  @Test
  void nothingIsUrgentWhileNobodyReads() {
    assertThat(deadlines.order()).isEmpty();
    assertThat(deadlines.areUrgent()).isFalse();
  }

  @Test
  void whatLiesAheadComesInOrderWithTheIndexBehindItsFirstPieces() {
    deadlines.open(file(0));

    assertThat(order())
        .startsWith(0, 1, 38, 39, 2, 3)
        .endsWith(14, 15)
        .hasSize(18)
        .doesNotHaveDuplicates();
  }

  @Test
  void theFirstPieceOfTheFileComesEarlyThoughSomebodyReadsElsewhere() {
    Deadlines.Window window = deadlines.open(file(1));
    window.move(60);

    assertThat(order()).startsWith(60, 61, 40, 78, 79, 62);
  }

  @Test
  void severalReadersShare() {
    deadlines.open(file(0)).move(10);
    deadlines.open(file(1)).move(50);

    assertThat(order()).startsWith(10, 50, 11, 51).containsSubsequence(12, 52, 13, 53, 25, 65);
  }

  @Test
  void twoReadersAtOnePlaceWantItOnce() {
    deadlines.open(file(0));
    List<Integer> ofOne = order();
    deadlines.open(file(0));

    assertThat(order()).isEqualTo(ofOne);
  }

  @Test
  void theWindowEndsWithTheFile() {
    deadlines.open(file(0)).move(37);

    assertThat(order()).containsExactlyInAnyOrder(0, 37, 38, 39);
  }

  @Test
  void thereAreFourPiecesAtLeastAndAThousandAtMost() {
    assertThat(orderAtTheStart(grid(8 * MIB, 80 * MIB)))
        .startsWith(0, 1)
        .contains(2, 3)
        .doesNotContain(4);
    assertThat(orderAtTheStart(grid(10, 100_000))).hasSizeBetween(1_024, 2_100);
  }

  @Test
  void whoReadsOnLeavesNothingBehindButWhoSkipsDoes() {
    Deadlines.Window window = deadlines.open(file(0));
    pieces.gained(0);
    pieces.gained(1);

    assertThat(window.move(2)).isFalse();
    assertThat(window.move(3)).isTrue();
    assertThat(window.move(2)).isTrue();
    assertThat(window.move(2)).isFalse();
  }

  @Test
  void nothingIsUrgentAnyMoreOnceItIsHereOrNobodyReads() {
    Deadlines.Window window = deadlines.open(file(0));
    assertThat(deadlines.areUrgent()).isTrue();
    order().forEach(pieces::gained);
    assertThat(deadlines.areUrgent()).isFalse();

    window.move(20);
    assertThat(deadlines.areUrgent()).isTrue();
    window.close();
    assertThat(deadlines.areUrgent()).isFalse();
    assertThat(order()).isEmpty();
  }

  @Test
  void aFileWithoutBytesNeedsNothing() {
    assertThat(orderAtTheStart(grid(10, 0, 50))).isEmpty();
  }

  @Test
  void whatIsJustAheadIsPressing() {
    deadlines.open(file(0)).move(5);

    assertThat(IntStream.range(0, 80).filter(deadlines::isPressing)).containsExactly(5, 6);
  }

  private ContentFile file(int index) {
    return grid.files().get(index);
  }

  private List<Integer> order() {
    return Arrays.stream(deadlines.order()).boxed().toList();
  }

  private static int[] orderAtTheStart(PieceGrid grid) {
    Deadlines deadlines = new Pieces(grid).deadlines();
    deadlines.open(grid.files().get(0));
    return deadlines.order();
  }

  /** Of files whose bytes do not matter. */
  private static PieceGrid grid(int pieceBytes, int... sizes) {
    List<Map<String, Object>> files =
        IntStream.range(0, sizes.length)
            .mapToObj(i -> Map.<String, Object>of("length", sizes[i], "path", List.of("part " + i)))
            .toList();
    int pieces = (IntStream.of(sizes).sum() + pieceBytes - 1) / pieceBytes;
    Map<String, Object> info =
        Map.of(
            "name",
            "Elephants Dream",
            "piece length",
            pieceBytes,
            "pieces",
            new byte[20 * pieces],
            "files",
            files);
    return new PieceGrid(Metainfo.read(Bencode.write(Map.of("info", info))));
  }
}
