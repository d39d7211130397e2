package org.betor.p2p.internal.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.p2p.internal.tracker.AskedTrackers.SINTEL;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole way from an announcer to a tracker, over real sockets. */
class AnnouncingTest {
  private static final InetSocketAddress PEER = new InetSocketAddress("10.0.0.7", 6881);
  private static final Pace HASTE =
      new Pace(
          Duration.ofMillis(20),
          Duration.ofHours(2),
          Duration.ofMillis(20),
          Duration.ofMillis(100),
          Duration.ofSeconds(2),
          Duration.ofSeconds(10));

  private final LoopbackTracker tracker = LoopbackTracker.open().interval(Duration.ZERO);
  private final AskedTrackers asked = AskedTrackers.open();
  private final BlockingQueue<List<InetSocketAddress>> peers = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    asked.close();
    tracker.close();
  }

  @Test
  void comesBackToAUdpTrackerThatWasDown() throws Exception {
    comesBackTo(tracker.udp());
  }

  @Test
  void comesBackToAnHttpTrackerThatWasDown() throws Exception {
    comesBackTo(tracker.http());
  }

  private void comesBackTo(URI address) throws Exception {
    tracker.add(SINTEL, PEER, true);
    Announcer announcer = announcer(address);

    asked.run(announcer::start);
    assertThat(tracker.next().event()).isEqualTo(Announce.Event.STARTED);
    assertThat(peers.poll(10, TimeUnit.SECONDS)).containsExactly(PEER);
    assertThat(tracker.next().event()).isEqualTo(Announce.Event.NONE);

    tracker.down();
    await(announcer, Optional::isPresent);
    tracker.up();
    await(announcer, Optional::isEmpty);

    CompletableFuture<Void> done = new CompletableFuture<>();
    asked.run(() -> announcer.stop(() -> done.complete(null)));
    done.get(20, TimeUnit.SECONDS);
    assertThat(tracker.unread(Announce.Event.STOPPED)).isEqualTo(1);
    assertThat(tracker.peers(SINTEL)).containsExactly(PEER);
  }

  private Announcer announcer(URI address) throws Exception {
    Announce example = AskedTrackers.announce(Announce.Event.NONE);
    CompletableFuture<Announcer> announcer = new CompletableFuture<>();
    asked.run(
        () ->
            announcer.complete(
                new Announcer(
                    new Announcer.Share(
                        SINTEL, example.self(), () -> example.progress(), peers::add),
                    List.of(List.of(address)),
                    asked.trackers(),
                    asked.loop(),
                    new Random(1),
                    HASTE)));
    return announcer.join();
  }

  private void await(Announcer announcer, Predicate<Optional<String>> expected) throws Exception {
    CompletableFuture<Void> seen = new CompletableFuture<>();
    asked.run(() -> look(announcer, expected, seen));
    seen.get(20, TimeUnit.SECONDS);
  }

  private void look(
      Announcer announcer, Predicate<Optional<String>> expected, CompletableFuture<Void> seen) {
    if (expected.test(announcer.trackers().get(0).problem())) {
      seen.complete(null);
    } else {
      asked.loop().after(Duration.ofMillis(5), () -> look(announcer, expected, seen));
    }
  }
}
