package org.betor.core.internal.catalog;

import java.util.ArrayList;
import java.util.List;
import org.betor.core.internal.catalog.LogEntry.Part;

/** What is durable and waits for its way into the index. Safe for use by several threads. */
final class Backlog {
  /** So many parts of releases are worth a batch. */
  private static final int BATCH = 1_000;

  /** So many wait at most; whoever writes more waits too. */
  private static final int FULL = 8_000;

  private List<Part> parts = new ArrayList<>();

  /** Waits while it is full, unless interrupted; the interrupt flag is kept. */
  synchronized void awaitRoom() {
    try {
      while (parts.size() >= FULL) {
        wait();
      }
    } catch (InterruptedException inAHurry) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether there is just now enough for a batch. */
  synchronized boolean add(List<LogEntry> entries) {
    int before = parts.size();
    entries.forEach(entry -> parts.addAll(entry.parts()));
    return before / BATCH < parts.size() / BATCH;
  }

  synchronized List<Part> take() {
    List<Part> taken = parts;
    parts = new ArrayList<>();
    notifyAll();
    return taken;
  }
}
