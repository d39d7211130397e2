package org.betor.p2p.internal.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that waits for all sockets, for tasks and for time. What it runs is never run twice at
 * once, so nothing that belongs to the loop needs a lock.
 *
 * <p>{@link #execute}, {@link #inLoop} and {@link #close} are for every thread, all else is for the
 * loop's own.
 */
public final class Loop implements Executor, Timers, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
  private static final Duration LOOK_AFTER_LOOP = Duration.ofMillis(100);
  private static final Duration PATIENCE_TO_END = Duration.ofSeconds(5);

  private final Selector selector;
  private final Thread thread;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean awake = new AtomicBoolean();
  private final PriorityQueue<Waiting> waiting = new PriorityQueue<>();
  private long timersMade;
  private volatile boolean closed;

  private Loop(String name) throws IOException {
    this.selector = Selector.open();
    this.thread = new Thread(this::run, name);
    this.thread.setDaemon(true);
  }

  /** A loop on a new daemon thread of that name. */
  public static Loop open(String name) throws IOException {
    Loop loop = new Loop(name);
    loop.thread.start();
    return loop;
  }

  /** Runs a task on the loop's thread, after those that were given before; never at once. */
  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    if (!inLoop() && awake.compareAndSet(false, true)) {
      selector.wakeup();
    }
  }

  /**
   * Runs a task on the loop's thread, at once if this is that thread, and waits for its answer.
   * Interrupts are kept for later: what runs on the loop takes moments.
   *
   * @throws RejectedExecutionException if the loop ended before
   */
  public <T> T call(Supplier<T> task) {
    if (inLoop()) {
      return task.get();
    }
    CompletableFuture<T> answer = new CompletableFuture<>();
    execute(
        () -> {
          try {
            answer.complete(task.get());
          } catch (RuntimeException e) {
            answer.completeExceptionally(e);
          }
        });
    return await(answer);
  }

  private <T> T await(CompletableFuture<T> answer) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return answer.get(LOOK_AFTER_LOOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (TimeoutException e) {
          if (!thread.isAlive() && !answer.isDone()) {
            throw new RejectedExecutionException("the loop has ended");
          }
        } catch (ExecutionException e) {
          throw (RuntimeException) e.getCause();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Whether this is the loop's thread. */
  public boolean inLoop() {
    return Thread.currentThread() == thread;
  }

  /**
   * Calls {@code ready} whenever the channel is ready for one of the operations. If that throws,
   * the channel is closed.
   */
  public SelectionKey register(SelectableChannel channel, int operations, Ready ready)
      throws IOException {
    channel.configureBlocking(false);
    return channel.register(selector, operations, ready);
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    Waiting timer = new Waiting(nanoTime() + delay.toNanos(), timersMade++, task);
    waiting.add(timer);
    return timer;
  }

  /**
   * Runs the tasks that were given before, closes every registered channel, and returns when the
   * thread has ended; timers are forgotten.
   */
  @Override
  public void close() {
    closed = true;
    selector.wakeup();
    if (inLoop()) {
      return;
    }
    boolean interrupted = false;
    try {
      thread.join(PATIENCE_TO_END.toMillis());
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closed) {
        turn();
      }
      runTasks();
    } catch (IOException | UncheckedIOException e) {
      LOG.error("The network loop ended, nothing is sent or received any more", e);
    } finally {
      closeAll();
    }
  }

  private void turn() throws IOException {
    selector.select(this::serve, untilNextTimer());
    awake.set(false);
    runTasks();
    runTimers();
  }

  /** In milliseconds; 0 means for ever. */
  private long untilNextTimer() {
    if (!tasks.isEmpty()) {
      return 1;
    }
    Waiting next = waiting.peek();
    if (next == null) {
      return 0;
    }
    long nanos = next.due - nanoTime();
    return Math.max(1, (nanos + 999_999) / 1_000_000);
  }

  private void serve(SelectionKey key) {
    if (!key.isValid()) {
      return;
    }
    try {
      ((Ready) key.attachment()).ready(key);
    } catch (IOException | RuntimeException e) {
      LOG.warn("A channel is closed since its events could not be dealt with", e);
      close(key);
    }
  }

  private void runTasks() {
    for (int left = tasks.size(); left > 0; left--) {
      Runnable task = tasks.poll();
      if (task != null) {
        runSafely(task);
      }
    }
  }

  private void runTimers() {
    long now = nanoTime();
    List<Waiting> due = new ArrayList<>();
    while (!waiting.isEmpty() && waiting.peek().due - now <= 0) {
      due.add(waiting.poll());
    }
    for (Waiting timer : due) {
      runSafely(timer);
    }
  }

  private static void runSafely(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("A task of the network loop failed", e);
    }
  }

  private void closeAll() {
    selector.keys().forEach(Loop::close);
    try {
      selector.close();
    } catch (IOException e) {
      LOG.warn("The selector was not closed", e);
    }
  }

  private static void close(SelectionKey key) {
    try {
      key.channel().close();
    } catch (IOException e) {
      LOG.debug("A channel was not closed", e);
    }
  }

  /** Deals with a channel that is ready. */
  @FunctionalInterface
  public interface Ready {

    /** The key says for what the channel is ready. */
    void ready(SelectionKey key) throws IOException;
  }

  private static final class Waiting implements Timer, Runnable, Comparable<Waiting> {
    private final long due;
    private final long number;
    private Runnable task;

    Waiting(long due, long number, Runnable task) {
      this.due = due;
      this.number = number;
      this.task = task;
    }

    @Override
    public void cancel() {
      task = () -> {};
    }

    @Override
    public void run() {
      task.run();
    }

    @Override
    public int compareTo(Waiting other) {
      int byTime = Long.signum(due - other.due);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }
}
