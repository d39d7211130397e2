package org.betor.mods.internal.queue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.betor.api.mod.ModKey;
import org.betor.mods.ModProgress;
import org.betor.mods.ModProgress.Phase;
import org.betor.mods.internal.shelf.JobRow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mods on their way, and the few threads that fetch them. Safe for use by several threads. */
public final class ModQueue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ModQueue.class);
  private static final Duration STALLED_AFTER = Duration.ofMinutes(10);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

  private final Map<ModKey, Job> jobs = new ConcurrentHashMap<>();
  private final PriorityBlockingQueue<Job> waiting = new PriorityBlockingQueue<>(11, Job.ORDER);
  private final Worker worker;
  private final InstantSource clock;
  private final ThreadPoolExecutor threads;

  /** With so many threads, of which none runs before there is something to fetch. */
  public ModQueue(Worker worker, InstantSource clock, int workers) {
    this.worker = worker;
    this.clock = clock;
    AtomicInteger number = new AtomicInteger();
    this.threads =
        new ThreadPoolExecutor(
            workers,
            workers,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "betor-mods-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Fetches a mod in its turn. */
  public void add(JobRow row) {
    Job job = new Job(row, clock);
    jobs.put(job.mod(), job);
    waiting.add(job);
    threads.execute(this::runNext);
  }

  /** Lets a mod that waits for its turn have it as early as this says. */
  public void raise(JobRow row) {
    Job job = jobs.get(row.mod().mod());
    if (job == null) {
      return;
    }
    synchronized (waiting) { // whoever takes the next one must not miss it
      boolean waits = waiting.remove(job);
      job.raise(row);
      if (waits) {
        waiting.add(job);
      }
    }
  }

  private @Nullable Job next() {
    synchronized (waiting) {
      return waiting.poll();
    }
  }

  private void runNext() {
    Job job = next();
    if (job == null) { // it was cancelled
      return;
    }
    try {
      worker.run(job);
    } catch (IllegalStateException closed) {
      LOG.warn("{} is on its way again when the library is opened again", job.mod(), closed);
    } finally {
      end(job);
    }
  }

  private void end(Job job) {
    jobs.remove(job.mod(), job);
    job.over().complete(true);
  }

  /** How far a mod is, if it is on its way. */
  public Optional<ModProgress> progress(ModKey mod) {
    return Optional.ofNullable(jobs.get(mod)).map(Job::progress);
  }

  /** All that is on its way, in the order in which it has its turn. */
  public List<ModProgress> progress() {
    List<Job> inOrder;
    synchronized (waiting) { // no priority changes meanwhile
      inOrder = jobs.values().stream().sorted(Job.ORDER).toList();
    }
    return inOrder.stream()
        .map(Job::progress)
        .sorted(Comparator.comparing(progress -> progress.phase() == Phase.QUEUED))
        .toList();
  }

  /** Waits until a mod is not on its way any more, but not for longer than that. */
  public void await(ModKey mod, Duration patience) throws InterruptedException {
    Job job = jobs.get(mod);
    if (job == null) {
      return;
    }
    try {
      job.over().get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException stillOnItsWay) {
      return;
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Gives a mod up; whether it was on its way and not too late. */
  public boolean cancel(ModKey mod) {
    Job job = jobs.get(mod);
    if (job == null || !job.cancel()) {
      return false;
    }
    if (waiting.remove(job)) {
      worker.forget(job);
      end(job);
    }
    return true;
  }

  /** Interrupts what does not grow any more. */
  public void checkGrowth() {
    jobs.values().forEach(job -> job.checkGrowth(STALLED_AFTER));
  }

  /** Stops everything; what is not done yet is done when the library is opened again. */
  @Override
  public void close() {
    threads.getQueue().clear();
    threads.shutdown();
    waiting.clear();
    jobs.values().forEach(Job::stop);
    try {
      if (!threads.awaitTermination(CLOSE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("{} cannot be interrupted", progress());
      }
    } catch (InterruptedException inAHurry) {
      Thread.currentThread().interrupt();
    }
    jobs.values().forEach(this::end);
  }
}
