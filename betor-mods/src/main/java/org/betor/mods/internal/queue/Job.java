package org.betor.mods.internal.queue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.api.mod.ModKey;
import org.betor.api.spi.Pause;
import org.betor.mods.ModProgress;
import org.betor.mods.ModProgress.Phase;
import org.betor.mods.internal.shelf.JobRow;
import org.jspecify.annotations.Nullable;

/** A mod on its way, and how to stop that. Safe for use by several threads. */
final class Job {
  /** The most urgent first, then the one that was wished for first. */
  static final Comparator<Job> ORDER =
      Comparator.comparing((Job job) -> -(long) job.row.priority())
          .thenComparing(job -> job.row.id());

  private final InstantSource clock;
  private final CompletableFuture<Boolean> over = new CompletableFuture<>();
  private volatile JobRow row;
  private Phase phase = Phase.QUEUED;
  private long bytes;
  private OptionalLong totalBytes;
  private Instant lastSign;
  private boolean stopped;
  private boolean cancelled;
  private boolean stalled;
  private @Nullable Thread working;

  Job(JobRow row, InstantSource clock) {
    this.row = row;
    this.clock = clock;
    this.lastSign = clock.instant();
    long size = row.mod().sizeBytes();
    this.totalBytes = size > 0 ? OptionalLong.of(size) : OptionalLong.empty();
  }

  JobRow row() {
    return row;
  }

  /** The same, more urgent; not while it is in anything that is sorted. */
  void raise(JobRow raised) {
    row = raised;
  }

  ModKey mod() {
    return row.mod().mod();
  }

  /** Completes when it is over, however that came. */
  CompletableFuture<Boolean> over() {
    return over;
  }

  synchronized ModProgress progress() {
    return new ModProgress(mod(), phase, bytes, totalBytes, row.priority());
  }

  synchronized long bytes() {
    return bytes;
  }

  synchronized void expects(OptionalLong totalBytes) {
    this.totalBytes = totalBytes;
  }

  /** So many bytes are here now; whoever says so is alive, be they more or not. */
  synchronized void holds(long bytes) {
    lastSign = clock.instant();
    this.bytes = bytes;
  }

  /**
   * Does what may be stopped; nothing else is ever interrupted.
   *
   * @throws InterruptedException if it was stopped
   * @throws ModException also if it stalled
   */
  <T> T stoppably(Phase phase, Call<T> call) throws IOException, InterruptedException {
    enter(phase);
    try {
      return call.call();
    } catch (IOException | InterruptedException | RuntimeException failure) {
      throwIfInterrupted(failure);
      throw failure;
    } finally {
      leave();
    }
  }

  /**
   * Lets time pass.
   *
   * @throws InterruptedException if it was stopped
   */
  void rest(Pause pause, Duration time) throws InterruptedException {
    enter(Phase.WAITING);
    try {
      pause.pause(time);
    } finally {
      leave();
    }
  }

  private synchronized void enter(Phase next) throws InterruptedException {
    if (stopped) {
      throw new InterruptedException("stopped");
    }
    phase = next;
    stalled = false;
    lastSign = clock.instant();
    working = Thread.currentThread();
  }

  private synchronized void leave() {
    working = null;
    Thread.interrupted(); // came too late to matter here, and must not hit what follows
  }

  private synchronized void throwIfInterrupted(Exception failure) throws InterruptedException {
    if (stopped) {
      throw new InterruptedException("stopped");
    }
    if (stalled) {
      String message = "%s: nothing came for a long time: try again later".formatted(mod());
      throw new ModException(Reason.TIMED_OUT, message, Optional.empty(), failure);
    }
  }

  /** From now on it cannot be stopped. */
  synchronized void publishes() throws InterruptedException {
    if (stopped) {
      throw new InterruptedException("stopped");
    }
    phase = Phase.PUBLISHING;
  }

  /** Stops it for good, if it is not too late. */
  synchronized boolean cancel() {
    cancelled = stop();
    return cancelled;
  }

  synchronized boolean isCancelled() {
    return cancelled;
  }

  /** Stops it, if it is not too late. */
  synchronized boolean stop() {
    stopped = phase != Phase.PUBLISHING;
    if (stopped && working != null) {
      working.interrupt();
    }
    return stopped;
  }

  /** Interrupts it if there was no sign of life for longer than that. */
  synchronized void checkGrowth(Duration patience) {
    boolean tooLong = lastSign.plus(patience).isBefore(clock.instant());
    if (phase == Phase.FETCHING && tooLong && working != null) {
      stalled = true;
      working.interrupt();
    }
  }

  /** What may be stopped. */
  @FunctionalInterface
  interface Call<T> {
    T call() throws IOException, InterruptedException;
  }
}
