package org.betor.p2p.internal.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.betor.p2p.internal.disk.InventedTorrent;
import org.betor.p2p.internal.loop.HandDrivenTimers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChokerTest {
  private static final int SLOTS = 8;

  private final HandDrivenTimers timers = new HandDrivenTimers();
  private final Choker choker = new Choker(SLOTS + 1, new Random(3), timers.nanoTime());
  private final List<Peer> peers = new ArrayList<>();
  @TempDir private Path folder;
  private SwarmBench bench;

  @BeforeEach
  void meet() throws Exception {
    bench = new SwarmBench(InventedTorrent.single(64, 64), folder);
    for (int i = 0; i < 20; i++) {
      peers.add(bench.stranger());
    }
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  @Test
  void servesTheFirstThatAreInterestedAtOnce() {
    peers.forEach(peer -> interested(peer, true));
    assertThat(served()).containsExactlyElementsOf(peers.subList(0, SLOTS + 1));

    interested(peers.get(3), false);
    interested(peers.get(15), true);
    assertThat(served()).contains(peers.get(15)).doesNotContain(peers.get(3)).hasSize(SLOTS + 1);
  }

  @Test
  void servesThoseThatGiveMostAndOneMoreThatIsDrawnByLot() {
    peers.forEach(peer -> interested(peer, true));
    for (int i = 0; i < peers.size(); i++) {
      peers.get(i).down().count(i * 1_000L);
      peers.get(i).up().count(100_000L - i);
    }

    pass(10, false);

    assertThat(served()).containsAll(peers.subList(12, 20)).hasSize(SLOTS + 1);
  }

  @Test
  void servesThoseThatTakeMostOnceAllIsHere() {
    peers.forEach(peer -> interested(peer, true));
    for (int i = 0; i < peers.size(); i++) {
      peers.get(i).down().count(i * 1_000L);
      peers.get(i).up().count(100_000L - i);
    }

    pass(10, true);

    assertThat(served()).containsAll(peers.subList(0, SLOTS)).hasSize(SLOTS + 1);
  }

  @Test
  void drawsAnotherLotAfterAWhileSoThatEverybodyGetsATurn() {
    peers.forEach(peer -> interested(peer, true));
    for (int i = 0; i < SLOTS; i++) {
      peers.get(i).down().count(1_000);
    }
    Set<Peer> lucky = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      pass(30, false);
      lucky.addAll(served());
    }

    assertThat(lucky).containsAll(peers);
  }

  @Test
  void servesNobodyThatWantsNothing() {
    interested(peers.get(0), true);
    pass(10, false);
    assertThat(served()).containsExactly(peers.get(0));
    interested(peers.get(0), false);
    pass(10, false);

    assertThat(served()).isEmpty();
  }

  @Test
  void servesOneAtATimeIfThereIsOneSlot() {
    Choker narrow = new Choker(1, new Random(3), timers.nanoTime());
    for (Peer peer : peers) {
      peer.serving().interested(true);
      narrow.interestChanged(peer, peers);
    }
    assertThat(served()).containsExactly(peers.get(0));

    timers.pass(Duration.ofSeconds(10));
    narrow.tick(peers, false, timers.nanoTime());
    assertThat(served()).hasSize(1);
  }

  private void pass(int seconds, boolean finished) {
    for (int i = 0; i < seconds; i++) {
      timers.pass(Duration.ofSeconds(1));
      choker.tick(peers, finished, timers.nanoTime());
    }
  }

  private void interested(Peer peer, boolean interested) {
    peer.serving().interested(interested);
    choker.interestChanged(peer, peers);
  }

  private List<Peer> served() {
    return peers.stream().filter(peer -> !peer.serving().isChoking()).toList();
  }
}
