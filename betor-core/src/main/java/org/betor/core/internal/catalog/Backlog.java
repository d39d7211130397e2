package org.betor.core.internal.catalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.betor.core.internal.catalog.LogEntry.Part;

/**
 * What is durable and waits for its way into the index, in the order of the log. Safe for use by
 * several threads.
 */
final class Backlog {
  /** So many parts of releases are worth a batch. */
  private static final int BATCH = 1_000;

  /** So many bytes of records, about 8,000 small ones, are one too; whoever writes more waits. */
  private static final long FULL = 2 << 20;

  /** Each ends where a file of the log ends; the last is still growing. */
  private final Deque<Batch> batches = new ArrayDeque<>();

  private int waiting;
  private long waitingBytes;

  /**
   * Begins empty.
   *
   * @param start what the log held before
   */
  Backlog(ChangeLog.Position start) {
    batches.add(new Batch(new ArrayList<>(), start));
  }

  /** Waits while it is full, unless interrupted; the interrupt flag is kept. */
  synchronized void awaitRoom() {
    try {
      while (waitingBytes >= FULL) {
        wait();
      }
    } catch (InterruptedException inAHurry) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Adds what the log holds up to a position. Tells whether there is just now enough for a batch.
   */
  synchronized boolean add(List<LogEntry> entries, ChangeLog.Position end) {
    List<Part> parts = batches.removeLast().parts; // grows in place
    int before = waiting;
    waiting -= parts.size();
    entries.forEach(entry -> parts.addAll(entry.parts()));
    waiting += parts.size();
    entries.forEach(entry -> waitingBytes += bytes(entry.parts()));
    batches.add(new Batch(parts, end));
    return before / BATCH < waiting / BATCH || waitingBytes >= FULL;
  }

  /** Ends a batch, for a commit of exactly what was added so far. */
  synchronized void seal() {
    batches.add(new Batch(new ArrayList<>(), batches.getLast().end));
  }

  /** Takes what may be written now: nothing that belongs behind a commit which has yet to come. */
  synchronized Batch take() {
    Batch first = batches.removeFirst();
    batches.addFirst(new Batch(new ArrayList<>(), first.end));
    return taken(first);
  }

  /** Takes what has to be written before the next commit, which comes now. */
  synchronized Batch takeSealed() {
    return taken(batches.removeFirst());
  }

  private Batch taken(Batch batch) {
    waiting -= batch.parts.size();
    waitingBytes -= bytes(batch.parts);
    notifyAll();
    return batch;
  }

  private static long bytes(List<Part> parts) {
    return parts.stream().mapToLong(part -> part.record().length).sum();
  }

  /**
   * A stretch of the log.
   *
   * @param end where in the log it ends
   */
  record Batch(List<Part> parts, ChangeLog.Position end) {}
}
