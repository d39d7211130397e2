package org.betor.testkit;

import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.betor.api.spi.VisitEnded;
import org.jspecify.annotations.Nullable;

/** The steps of one {@code each}, done by four threads. */
final class Steps<T> {
  private static final int THREADS = 4;

  private final Queue<T> left;
  private final Consumer<T> step;
  private final RecordedVisit visit;
  private final AtomicReference<@Nullable Error> fatal = new AtomicReference<>();

  Steps(Collection<T> items, Consumer<T> step, RecordedVisit visit) {
    this.left = new ConcurrentLinkedQueue<>(items);
    this.step = step;
    this.visit = visit;
  }

  /** Returns when no thread is left. An interrupt is passed on to all of them. */
  void run() {
    List<Thread> threads = Stream.generate(this::thread).limit(THREADS).toList();
    threads.forEach(Thread::start);
    boolean interrupted = false;
    for (Thread thread : threads) {
      interrupted |= !joined(thread, threads);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    Error error = fatal.get();
    if (error != null) {
      throw error;
    }
  }

  private static boolean joined(Thread thread, List<Thread> all) {
    boolean calm = true;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        all.forEach(Thread::interrupt);
        calm = false;
      }
    }
    return calm;
  }

  private Thread thread() {
    Thread thread = new Thread(this::work, "recorded-visit");
    thread.setDaemon(true);
    return thread;
  }

  private void work() {
    T item = left.poll();
    while (item != null && !visit.hasEnded()) {
      try {
        step.accept(item);
      } catch (VisitEnded end) {
        return;
      } catch (RuntimeException failure) {
        visit.failed(item, failure);
      } catch (Error error) {
        fatal.set(error);
        return;
      }
      item = left.poll();
    }
  }
}
