package org.betor.events.internal.lane;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.betor.api.spi.EventChannel.Handler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the events of a group to its handler: those of one subject one after the other, those of
 * different subjects side by side on a few threads. One that fails comes again after a pause, in
 * which others go on. Safe for use by several threads.
 */
public final class Lanes {
  /** So many events are under way at most. */
  public static final int ROOM = 1_000;

  private static final int THREADS = 4;
  private static final int MAX_REASON = 500;
  private static final Logger log = LoggerFactory.getLogger(Lanes.class);

  private final String name;
  private final Handler handler;
  private final Retries retries;
  private final InstantSource clock;
  private final Map<String, Lane> lanes = new HashMap<>();
  private final Semaphore room = new Semaphore(ROOM);
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final ExecutorService workers = Executors.newFixedThreadPool(THREADS, this::worker);
  private final Later later;
  private volatile boolean ended;

  /** No events yet. */
  public Lanes(String group, Handler handler, Manner manner) {
    this.name = "betor-events-" + group;
    this.handler = handler;
    this.retries = manner.retries();
    this.clock = manner.clock();
    this.later = new Later(name + "-later", retries.first(), clock, manner.pause());
  }

  /** Takes the next event; waits while there is no room. After the end it is left as it is. */
  public void put(Delivery delivery) throws InterruptedException {
    room.acquire();
    if (ended) {
      room.release(); // for who else waits
      return;
    }
    String subject = delivery.event().subject();
    synchronized (lanes) {
      Lane lane = lanes.get(subject);
      if (lane != null) {
        lane.add(delivery);
        return;
      }
      lane = new Lane(subject);
      lane.add(delivery);
      lanes.put(subject, lane);
      go(lane);
    }
  }

  /** Begins no handler any more. */
  public void end() {
    ended = true;
    room.release();
    later.end();
    workers.shutdown();
  }

  /**
   * Waits until no handler runs, except for one that calls this; interrupts those that do not end
   * within half of the time.
   *
   * @param sources threads that put events in here, which are waited for as well
   * @return whether all handlers have ended
   */
  public boolean awaitEnd(Duration patience, Thread... sources) {
    if (isHandling()) {
      return true;
    }
    long end = System.nanoTime() + patience.toNanos();
    boolean interrupted = Thread.interrupted();
    try {
      if (interrupted || !workers.awaitTermination(patience.toNanos() / 2, TimeUnit.NANOSECONDS)) {
        workers.shutdownNow();
      }
      boolean handled = workers.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      later.awaitEnd(left(end));
      for (Thread source : sources) {
        source.join(left(end));
      }
      return handled;
    } catch (InterruptedException impatient) {
      interrupted = true;
      workers.shutdownNow();
      return false;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Whether this is called by a handler. */
  public boolean isHandling() {
    return threads.contains(Thread.currentThread());
  }

  /** In milliseconds, at least one: 0 would be for ever. */
  private static long left(long end) {
    return Math.max(1, (end - System.nanoTime()) / 1_000_000);
  }

  private void go(Lane lane) {
    try {
      workers.execute(() -> take(lane));
    } catch (RejectedExecutionException atTheEnd) {
      log.trace("{} has ended", name);
    }
  }

  private void take(Lane lane) {
    if (ended) {
      return;
    }
    Delivery delivery;
    synchronized (lanes) {
      delivery = lane.first();
    }
    if (lane.failures() < retries.attempts() && !handled(delivery, lane)) {
      return;
    }
    if (concluded(delivery, lane)) {
      next(lane);
    }
  }

  /** Whether the handler returned, or will not be asked again. */
  @SuppressWarnings("CatchingUnchecked") // a handler's fault costs only its event
  private boolean handled(Delivery delivery, Lane lane) {
    try {
      handler.handle(delivery.event());
      return true;
    } catch (Throwable failed) {
      if (ended) {
        return false;
      }
      int failures = lane.failed(reason(failed));
      log.debug("{} threw at {}", name, delivery.event().id(), failed);
      if (failures < retries.attempts()) {
        later.in(retries.after(failures), () -> go(lane));
        return false;
      }
      return true;
    }
  }

  /** Whether it is known for good that this is done, or dead. */
  private boolean concluded(Delivery delivery, Lane lane) {
    try {
      if (lane.failures() < retries.attempts()) {
        delivery.done();
      } else {
        delivery.bury(lane.letter(delivery.event(), clock.instant()));
      }
      return true;
    } catch (IOException | RuntimeException failed) {
      if (!ended) {
        log.warn("{} cannot conclude an event, and tries again: {}", name, failed.toString());
        later.in(retries.longest(), () -> go(lane));
      }
      return false;
    }
  }

  private void next(Lane lane) {
    room.release();
    synchronized (lanes) {
      if (!lane.next()) {
        lanes.remove(lane.subject());
        return;
      }
    }
    go(lane);
  }

  private Thread worker(Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    threads.add(thread);
    return thread;
  }

  private static String reason(Throwable failed) {
    String all = String.valueOf(failed);
    return all.length() <= MAX_REASON ? all : all.substring(0, MAX_REASON);
  }
}
