package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentException;
import org.betor.api.spi.TorrentException.Reason;
import org.betor.api.spi.TorrentSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How to wait for a torrent, and to watch it: a part of {@link TorrentClientContract}. */
public interface TorrentWaiting extends TorrentClientUnderTest {

  /** The torrent goes on. */
  @Test
  default void waitingEndsWithPatience(@TempDir Path folder) throws Exception {
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent torrent = peers.seed(InventedFiles.film(1));

      assertThatExceptionOfType(TimeoutException.class)
          .isThrownBy(() -> torrent.await(never -> false, Duration.ofMillis(20)));
      assertThat(torrent.snapshot().isFinished()).isTrue();
    }
  }

  /** Without any patience. */
  @Test
  default void whatIsSoAlreadyIsNotWaitedFor(@TempDir Path folder) throws Exception {
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent torrent = peers.leeched(InventedFiles.film(1));

      assertThat(torrent.await(TorrentSnapshot::isFinished, Duration.ZERO).isFinished()).isTrue();
    }
  }

  /** An interrupt is no answer. */
  @Test
  default void waitingCanBeInterrupted(@TempDir Path folder) throws Exception {
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent torrent = peers.seed(InventedFiles.film(1));
      Waiting waiting = Waiting.forever(torrent);
      waiting.thread().interrupt();

      assertThat(waiting.thrown()).isInstanceOf(InterruptedException.class);
    }
  }

  /** With that reason. */
  @Test
  default void waitingEndsWhenTheTorrentIsRemoved(@TempDir Path folder) throws Exception {
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent torrent = peers.seed(InventedFiles.film(1));
      Waiting waiting = Waiting.forever(torrent);
      torrent.remove();

      assertThat(waiting.thrown())
          .isInstanceOfSatisfying(
              TorrentException.class,
              removed -> assertThat(removed.reason()).isEqualTo(Reason.REMOVED));
    }
  }

  /** With that reason. */
  @Test
  default void waitingEndsWhenTheClientIsClosed(@TempDir Path folder) throws Exception {
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Waiting waiting = Waiting.forever(peers.seed(InventedFiles.film(1)));
      peers.seeder().close();

      assertThat(waiting.thrown())
          .isInstanceOfSatisfying(
              TorrentException.class,
              closed -> assertThat(closed.reason()).isEqualTo(Reason.CLOSED));
    }
  }

  /** Until it is closed: then no more, save a call that runs already. */
  @Test
  default void aListenerIsToldAgainAndAgain(@TempDir Path folder) throws Exception {
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent torrent = peers.seed(InventedFiles.film(1));
      AtomicInteger calls = new AtomicInteger();
      CountDownLatch three = new CountDownLatch(3);
      Torrent.Watch watch =
          torrent.watch(
              Duration.ofMillis(1),
              snapshot -> {
                calls.incrementAndGet();
                three.countDown();
              });
      Waiting.assertCountedDown(three);
      watch.close();
      watch.close();
      int atTheEnd = calls.get();
      assertTold(torrent, 5);

      assertThat(calls.get()).isBetween(atTheEnd, atTheEnd + 1);
    }
  }

  /** However seldom it wants to be told. */
  @Test
  default void aListenerIsToldAtOnce(@TempDir Path folder) throws Exception {
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent torrent = peers.seed(InventedFiles.film(1));
      CountDownLatch told = new CountDownLatch(1);
      torrent.watch(Duration.ofDays(1), snapshot -> told.countDown());

      Waiting.assertCountedDown(told);
    }
  }

  /** It is not called again; others are, and the torrent goes on. */
  @Test
  default void aListenerThatThrowsHurtsNobody(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.series();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent torrent = peers.leech(peers.seed(files));
      AtomicInteger calls = new AtomicInteger();
      CountDownLatch called = new CountDownLatch(1);
      Consumer<TorrentSnapshot> faulty =
          snapshot -> {
            calls.incrementAndGet();
            called.countDown();
            throw new IllegalStateException("a fault of the application");
          };
      torrent.watch(Duration.ofMillis(1), faulty);
      Waiting.assertCountedDown(called);
      assertTold(torrent, 5);

      TestedPeers.await(torrent, TorrentSnapshot::isFinished);
      assertThat(calls).hasValue(1);
      files.assertAllIn(peers.target());
    }
  }

  /** That a new listener is told so many times. */
  private static void assertTold(Torrent torrent, int times) throws InterruptedException {
    CountDownLatch told = new CountDownLatch(times);
    try (Torrent.Watch watch = torrent.watch(Duration.ofMillis(1), snapshot -> told.countDown())) {
      assertThat(watch).isNotNull();
      Waiting.assertCountedDown(told);
    }
  }
}
