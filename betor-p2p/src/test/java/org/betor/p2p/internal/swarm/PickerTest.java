package org.betor.p2p.internal.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.betor.api.spi.FilePriority;
import org.betor.api.spi.PieceOrder;
import org.betor.p2p.internal.disk.InventedTorrent;
import org.betor.p2p.internal.loop.HandDrivenTimers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PickerTest {
  private final HandDrivenTimers timers = new HandDrivenTimers();

  /** Two files of ten pieces each. */
  private final Pieces pieces = new Pieces(InventedTorrent.folder(10, 100, 100).grid());

  private final Picker picker = new Picker(pieces, timers, 7);

  @Test
  void takesTheRarestFirst() {
    picker.peerHas(bits(0, 20));
    picker.peerHas(bits(0, 20));
    picker.peerGone(bits(13, 14));
    picker.peerHas(5);

    List<Integer> order = all();

    assertThat(order.get(0)).isEqualTo(13);
    assertThat(order.get(19)).isEqualTo(5);
  }

  @Test
  void takesThePriorityBeforeTheRarity() {
    picker.peerHas(bits(10, 20));
    pieces.prioritise(List.of(FilePriority.LOW, FilePriority.HIGH));
    picker.rankAnew();

    assertThat(all().subList(0, 10)).allMatch(piece -> piece >= 10);
  }

  @Test
  void takesOneAfterAnotherIfToldSo() {
    picker.peerHas(bits(3, 9));
    picker.order(PieceOrder.SEQUENTIAL);

    assertThat(all()).isEqualTo(IntStream.range(0, 20).boxed().toList());
  }

  @Test
  void takesEquallyRareOnesInAnOrderOfItsOwn() {
    List<Integer> other = all(new Picker(pieces, timers, 8));
    List<Integer> order = all();

    assertThat(order).containsExactlyInAnyOrderElementsOf(other).isNotEqualTo(other);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void neverTakesWhatIsHereOrUnwantedOrWillNotDo(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      int piece = random.nextInt(20);
      switch (random.nextInt(5)) {
        case 0 -> pieces.gained(piece);
        case 1 -> {
          pieces.lost(piece);
          picker.rankAnew();
        }
        case 2 -> {
          pieces.prioritise(List.of(priority(random), priority(random)));
          picker.rankAnew();
        }
        case 3 -> picker.peerHas(piece);
        default -> timers.pass(Duration.ofMillis(random.nextInt(700)));
      }
      BitSet will = BitSet.valueOf(new long[] {random.nextLong()});
      assertGood(picker.next(will::get), will);
    }
  }

  private void assertGood(int picked, BitSet will) {
    boolean some = IntStream.range(0, 20).anyMatch(i -> pieces.isMissing(i) && will.get(i));
    assertThat(picked >= 0).isEqualTo(some);
    if (some) {
      assertThat(pieces.isMissing(picked)).isTrue();
      assertThat(will.get(picked)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void countsCopiesAsOneDoesWhoLooksAtEverything(long seed) {
    Random random = new Random(seed);
    int[] copies = new int[20];
    List<BitSet> peers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      boolean comes = peers.isEmpty() || random.nextInt(3) > 0;
      BitSet has = comes ? BitSet.valueOf(new long[] {random.nextLong() >>> 44}) : peers.remove(0);
      has.stream().forEach(piece -> copies[piece] += comes ? 1 : -1);
      if (comes) {
        peers.add(has);
        picker.peerHas(has);
      } else {
        picker.peerGone(has);
      }
      int rarest = IntStream.of(copies).min().orElseThrow();
      long more = IntStream.of(copies).filter(each -> each > rarest).count();
      assertThat(picker.availability()).isCloseTo(rarest + more / 20.0, within(1e-9));
    }
  }

  private List<Integer> all() {
    return all(picker);
  }

  private static List<Integer> all(Picker picker) {
    List<Integer> order = new ArrayList<>();
    for (int next; (next = picker.next(piece -> !order.contains(piece))) >= 0; ) {
      order.add(next);
    }
    assertThat(picker.next(piece -> true)).isEqualTo(order.get(0));
    return order;
  }

  private static FilePriority priority(Random random) {
    return List.of(FilePriority.values()).get(random.nextInt(4));
  }

  private static BitSet bits(int from, int to) {
    BitSet bits = new BitSet();
    bits.set(from, to);
    return bits;
  }
}
