package org.betor.p2p.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.betor.api.spi.TorrentException;
import org.betor.api.spi.TorrentException.Reason;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class BulletinTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final Bulletin bulletin = new Bulletin(at(0));
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void answersAtOnceWhenItStandsSoAlready() throws Exception {
    bulletin.publish(at(5));

    assertThat(bulletin.await(now -> now.peers() == 5, Duration.ZERO).peers()).isEqualTo(5);
    assertThat(bulletin.latest().peers()).isEqualTo(5);
  }

  @Test
  void wakesEverybodyWhoWaitsForWhatComes() throws Exception {
    int waiters = 20;
    CountDownLatch waiting = new CountDownLatch(waiters);
    List<Future<TorrentSnapshot>> answers = new ArrayList<>();
    for (int i = 1; i <= waiters; i++) {
      int peers = i;
      answers.add(threads.submit(() -> bulletin.await(reaches(peers, waiting), LONG)));
    }
    waiting.await();

    for (int i = 1; i <= waiters; i++) {
      bulletin.publish(at(i));
    }

    for (int i = 1; i <= waiters; i++) {
      assertThat(answers.get(i - 1).get(20, TimeUnit.SECONDS).peers()).isGreaterThanOrEqualTo(i);
    }
  }

  @Test
  void saysHowFarItCameWhenThePatienceIsOver() {
    assertThatExceptionOfType(TimeoutException.class)
        .isThrownBy(() -> bulletin.await(now -> false, Duration.ofMillis(5)))
        .withMessageContaining("Sintel");
  }

  @ParameterizedTest
  @MethodSource
  void waitsAsLongAsSomebodyLikes(Duration patience) throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    Future<TorrentSnapshot> answer =
        threads.submit(() -> bulletin.await(reaches(1, waiting), patience));
    waiting.await();

    bulletin.publish(at(1));

    assertThat(answer.get(20, TimeUnit.SECONDS).peers()).isOne();
  }

  static List<Duration> waitsAsLongAsSomebodyLikes() {
    return List.of(
        Duration.ofNanos(Long.MAX_VALUE),
        Duration.ofSeconds(Long.MAX_VALUE),
        ChronoUnit.FOREVER.getDuration());
  }

  @Test
  void endsTheWaitingWithTheReason() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    Future<TorrentSnapshot> answer =
        threads.submit(() -> bulletin.await(reaches(1, waiting), LONG));
    waiting.await();

    bulletin.end(new TorrentException(Reason.REMOVED, "it was removed"));

    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> answer.get(20, TimeUnit.SECONDS))
        .withCauseInstanceOf(TorrentException.class)
        .withMessageContaining("it was removed");
    assertThat(bulletin.await(now -> now.peers() == 0, LONG)).isSameAs(bulletin.latest());
  }

  @Test
  void doesNotWaitForATorrentThatFailed() {
    bulletin.publish(
        TorrentSnapshot.builder(new TorrentState.Failed(Reason.DISK_FULL, "no room")).build());

    assertThatExceptionOfType(TorrentException.class)
        .isThrownBy(() -> bulletin.await(now -> false, LONG))
        .withMessage("no room")
        .returns(Reason.DISK_FULL, TorrentException::reason);
  }

  @Test
  void canBeInterrupted() {
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> bulletin.await(now -> false, LONG));
  }

  /** Waits for so many peers, and counts down once it began to look. */
  private static Predicate<TorrentSnapshot> reaches(int peers, CountDownLatch looked) {
    return now -> {
      looked.countDown();
      return now.peers() >= peers;
    };
  }

  private static TorrentSnapshot at(int peers) {
    return TorrentSnapshot.builder(new TorrentState.Downloading())
        .name("Sintel")
        .peers(peers, 1)
        .build();
  }
}
