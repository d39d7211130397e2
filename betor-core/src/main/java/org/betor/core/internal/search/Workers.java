package org.betor.core.internal.search;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Daemon threads that carry the name of what they do. */
public final class Workers {
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "betor-idle");
            thread.setDaemon(true);
            return thread;
          });
  private final Set<Thread> busy = ConcurrentHashMap.newKeySet();

  /** Runs a task on a thread of that name, until it ends or is cancelled. */
  public Future<?> submit(String name, Runnable task) {
    return threads.submit(() -> run(name, task));
  }

  /** Runs a task on a thread of that name. */
  public void start(String name, Runnable task) {
    threads.execute(() -> run(name, task));
  }

  /** Interrupts all tasks and waits for them; the names of those that will not end. */
  public Set<String> close(Duration patience) {
    threads.shutdownNow();
    try {
      threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException wantsToGo) {
      Thread.currentThread().interrupt();
    }
    Set<String> names = new TreeSet<>();
    busy.forEach(thread -> names.add(thread.getName()));
    return names;
  }

  private void run(String name, Runnable task) {
    Thread thread = Thread.currentThread();
    thread.setName(name);
    busy.add(thread);
    try {
      task.run();
    } finally {
      busy.remove(thread);
      thread.setName("betor-idle");
    }
  }
}
