package org.betor.p2p.internal.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.p2p.internal.tracker.Announce.Event.NONE;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.p2p.internal.loop.HandDrivenTimers;
import org.junit.jupiter.api.Test;

class AnnouncerTest {
  private static final URI ONE = URI.create("udp://one.example:1");
  private static final URI TWO = URI.create("udp://two.example:2");
  private static final URI THREE = URI.create("udp://three.example:3");
  private static final InetSocketAddress PEER = new InetSocketAddress("10.0.0.7", 6881);
  private static final Duration INTERVAL = Duration.ofMinutes(30);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final HandDrivenTimers timers = new HandDrivenTimers();
  private final Set<URI> down = new HashSet<>();
  private final Map<URI, AnnounceAnswer> answers = new HashMap<>();
  private final List<String> told = new ArrayList<>();
  private final List<Announce> announces = new ArrayList<>();
  private final Deque<Runnable> underWay = new ArrayDeque<>();
  private final List<InetSocketAddress> peers = new ArrayList<>();
  private long left = 1000;

  @Test
  void tellsOneTrackerOfEachTierAndComesBackAtTheInterval() {
    Announcer announcer = announcer(List.of(List.of(ONE), List.of(TWO)));

    announcer.start();
    settle();
    assertThat(taken()).containsExactly("one STARTED", "two STARTED");
    assertThat(peers).containsExactly(PEER, PEER);

    pass(INTERVAL.minusSeconds(1));
    assertThat(taken()).isEmpty();
    pass(Duration.ofSeconds(1));
    assertThat(taken()).containsExactly("one NONE", "two NONE");
  }

  @Test
  void asksTheNextOfATierWhenOneFailsAndKeepsTheOneThatWorks() {
    down.add(ONE);
    down.add(TWO);
    Announcer announcer = announcer(List.of(List.of(ONE, TWO, THREE)));

    announcer.start();
    settle();
    assertThat(taken()).endsWith("three STARTED");

    down.clear();
    pass(INTERVAL);
    assertThat(taken()).containsExactly("three NONE");
  }

  @Test
  void bringsTheTrackersOfATierIntoAnOrderByChance() {
    Set<String> first = new HashSet<>();
    for (int seed = 0; seed < 50; seed++) {
      announcer(List.of(List.of(ONE, TWO, THREE)), new Random(seed)).start();
      settle();
      first.addAll(taken());
    }

    assertThat(first).containsExactlyInAnyOrder("one STARTED", "two STARTED", "three STARTED");
  }

  @Test
  void asksATrackerThatFailsLessAndLessOftenUntilItIsBack() {
    down.add(ONE);
    Announcer announcer = announcer(List.of(List.of(ONE)));
    announcer.start();
    settle();
    assertThat(taken()).hasSize(1);

    pass(Duration.ofSeconds(15));
    assertThat(taken()).hasSize(1);
    pass(Duration.ofSeconds(15));
    assertThat(taken()).isEmpty();
    pass(Duration.ofHours(12));
    assertThat(taken()).hasSizeBetween(24, 44);

    down.clear();
    pass(Duration.ofMinutes(30));
    assertThat(taken()).containsExactly("one STARTED");
    pass(INTERVAL);
    assertThat(taken()).containsExactly("one NONE");
  }

  @Test
  void leavesATrackerAloneForAsLongAsItAsks() {
    answers.put(ONE, new AnnounceAnswer.Refused("busy", Optional.of(Duration.ofHours(5))));
    announcer(List.of(List.of(ONE))).start();
    settle();

    pass(Duration.ofHours(5).minusSeconds(1));
    assertThat(taken()).hasSize(1);
    pass(Duration.ofSeconds(1));
    assertThat(taken()).hasSize(1);
  }

  @Test
  void neitherAsksTooOftenNorTooSeldomWhateverATrackerSays() {
    answers.put(ONE, answer(Duration.ZERO, Optional.empty()));
    answers.put(TWO, answer(Duration.ofDays(7), Optional.of(Duration.ofDays(7))));
    announcer(List.of(List.of(ONE), List.of(TWO))).start();
    settle();
    taken();

    pass(Duration.ofHours(2));

    assertThat(taken()).filteredOn(news -> news.startsWith("two")).containsExactly("two NONE");
    announces.clear();
    pass(Duration.ofMinutes(10));
    assertThat(taken()).hasSize(10).containsOnly("one NONE");
  }

  @Test
  void tellsOnceWhenAllIsHere() {
    Announcer announcer = announcer(List.of(List.of(ONE)));
    announcer.start();
    settle();
    left = 0;

    announcer.completed();
    announcer.completed();
    settle();
    pass(INTERVAL);

    assertThat(taken()).containsExactly("one STARTED", "one COMPLETED", "one NONE");
    assertThat(announces.get(1).progress().left()).isZero();
  }

  @Test
  void tellsAfterTheAnswerWhatHappenedWhileItWasAwaited() {
    Announcer announcer = announcer(List.of(List.of(ONE)));
    announcer.start();

    announcer.completed();
    settle();
    pass(Duration.ZERO);

    assertThat(taken()).containsExactly("one STARTED", "one COMPLETED");
  }

  @Test
  void doesNotTellThatAllIsHereIfItWasFromTheStart() {
    left = 0;
    Announcer announcer = announcer(List.of(List.of(ONE)));
    announcer.start();
    announcer.completed();
    settle();
    pass(INTERVAL);

    assertThat(taken()).containsExactly("one STARTED", "one NONE");
  }

  @Test
  void asksForPeersSoonerButNotSoonerThanATrackerAllows() {
    answers.put(ONE, answer(INTERVAL, Optional.of(Duration.ofMinutes(5))));
    Announcer announcer = announcer(List.of(List.of(ONE), List.of(TWO)));
    announcer.start();
    settle();
    taken();

    announcer.needPeers();
    announcer.needPeers();
    pass(MINUTE.minusSeconds(1));
    assertThat(taken()).isEmpty();
    pass(Duration.ofSeconds(1));
    assertThat(taken()).containsExactly("two NONE");
    pass(Duration.ofMinutes(4));
    assertThat(taken()).containsExactly("one NONE");
    pass(MINUTE);
    assertThat(taken()).isEmpty();
    announcer.needPeers();
    pass(MINUTE.multipliedBy(4));
    assertThat(taken()).containsExactly("two NONE", "one NONE");
  }

  @Test
  void takesLeaveOfThoseThatKnowUsAndThenIsQuiet() {
    down.add(TWO);
    Announcer announcer = announcer(List.of(List.of(ONE), List.of(TWO)));
    announcer.start();
    settle();
    taken();
    List<String> done = new ArrayList<>();

    announcer.stop(() -> done.add("done"));
    assertThat(done).isEmpty();
    settle();

    assertThat(taken()).containsExactly("one STOPPED");
    assertThat(done).containsExactly("done");
    announcer.needPeers();
    pass(Duration.ofDays(1));
    assertThat(taken()).isEmpty();
    assertThat(timers.waiting()).isZero();
  }

  @Test
  void takesLeaveOfATrackerThatDidNotAnswerYetAndHandsOutNoPeersAnyMore() {
    Announcer announcer = announcer(List.of(List.of(ONE)));
    announcer.start();
    List<String> done = new ArrayList<>();

    announcer.stop(() -> done.add("done"));
    settle();

    assertThat(taken()).containsExactly("one STARTED", "one STOPPED");
    assertThat(peers).isEmpty();
    assertThat(done).containsExactly("done");
  }

  @Test
  void isDoneAtOnceIfNobodyKnowsUs() {
    List<String> done = new ArrayList<>();

    announcer(List.of(List.of(ONE))).stop(() -> done.add("done"));

    assertThat(done).containsExactly("done");
  }

  @Test
  void saysHowTheTrackersAnswer() {
    down.add(ONE);
    Announcer announcer = announcer(List.of(List.of(ONE, TWO), List.of(ONE, THREE)));
    assertThat(announcer.trackers())
        .containsExactly(
            new TorrentSnapshot.Tracker(ONE, Optional.empty()),
            new TorrentSnapshot.Tracker(TWO, Optional.empty()),
            new TorrentSnapshot.Tracker(THREE, Optional.empty()));

    down.addAll(List.of(TWO, THREE));
    announcer.start();
    settle();
    assertThat(announcer.trackers())
        .containsExactly(
            new TorrentSnapshot.Tracker(ONE, Optional.of("down")),
            new TorrentSnapshot.Tracker(TWO, Optional.of("down")),
            new TorrentSnapshot.Tracker(THREE, Optional.of("down")));

    down.clear();
    pass(Duration.ofMinutes(1));
    assertThat(announcer.trackers())
        .element(2)
        .extracting(t -> t.problem())
        .isEqualTo(Optional.empty());
  }

  @Test
  void repeatsTheIdThatATrackerGave() {
    answers.put(
        ONE,
        new AnnounceAnswer.Answered(
            List.of(),
            INTERVAL,
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.of("again"),
            Optional.empty()));
    announcer(List.of(List.of(ONE))).start();
    settle();
    pass(INTERVAL);

    assertThat(announces.get(0).trackerId()).isEmpty();
    assertThat(announces.get(1).trackerId()).contains("again");
  }

  @Test
  void tellsNoMoreThanAHundredTrackers() {
    List<List<URI>> tiers =
        IntStream.range(0, 500)
            .mapToObj(i -> List.of(URI.create("udp://tracker.example:" + (i + 1))))
            .toList();

    announcer(tiers).start();
    settle();

    assertThat(announces).hasSize(100);
  }

  private Announcer announcer(List<List<URI>> tiers) {
    return announcer(tiers, new Random(1));
  }

  private Announcer announcer(List<List<URI>> tiers, Random random) {
    Announce example = AskedTrackers.announce(NONE);
    return new Announcer(
        new Announcer.Share(
            example.infoHash(),
            example.self(),
            () -> new Announce.Progress(0, 0, left),
            peers::addAll),
        tiers,
        this::announce,
        timers,
        random,
        Pace.USUAL);
  }

  private void announce(
      URI tracker, Announce announce, Duration patience, Consumer<? super AnnounceAnswer> then) {
    announces.add(announce);
    told.add(tracker.getHost().replace(".example", "") + " " + announce.event());
    underWay.add(() -> then.accept(answer(tracker)));
  }

  private AnnounceAnswer answer(URI tracker) {
    return down.contains(tracker)
        ? new AnnounceAnswer.Refused("down", Optional.empty())
        : answers.getOrDefault(tracker, answer(INTERVAL, Optional.empty()));
  }

  private static AnnounceAnswer answer(Duration interval, Optional<Duration> minInterval) {
    return new AnnounceAnswer.Answered(
        List.of(PEER),
        interval,
        minInterval,
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Answers all announces, and those that follow from them. */
  private void settle() {
    while (!underWay.isEmpty()) {
      underWay.remove().run();
    }
  }

  private void pass(Duration time) {
    Duration step = Duration.ofSeconds(1);
    for (Duration left = time; !left.isNegative(); left = left.minus(step)) {
      timers.pass(left.compareTo(step) < 0 ? left : step);
      settle();
    }
  }

  /** What trackers were told since the last call. */
  private List<String> taken() {
    List<String> taken = List.copyOf(told);
    told.clear();
    return taken;
  }
}
