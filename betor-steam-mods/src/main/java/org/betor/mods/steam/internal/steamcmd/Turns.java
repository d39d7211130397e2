package org.betor.mods.steam.internal.steamcmd;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One run at a time, in the order in which items are wanted; those that are waiting then, and may,
 * go with the first of them, so that they need one login together. Whoever finds its item brought
 * by another's run only takes it. Safe for use by several threads.
 */
final class Turns {
  /** Others saw more items crash the program. */
  private static final int MOST_ITEMS = 10;

  private static final int SECONDS_BETWEEN_SIGNS_OF_LIFE = 30;

  private final ReentrantLock turn = new ReentrantLock(true);
  private final Set<Order> waiting = new LinkedHashSet<>();

  /** Returns when the item is over. */
  void await(Order order, Runs runs) throws IOException, InterruptedException {
    add(order);
    try {
      while (!order.isOver()) {
        if (turn.tryLock(SECONDS_BETWEEN_SIGNS_OF_LIFE, TimeUnit.SECONDS)) {
          take(order, runs);
        } else {
          order.tell();
        }
      }
    } finally {
      remove(order);
    }
  }

  private void take(Order order, Runs runs) throws IOException, InterruptedException {
    try {
      if (!order.isOver()) {
        runs.run(together(order));
      }
    } finally {
      turn.unlock();
    }
  }

  private synchronized List<Order> together(Order first) throws IOException {
    List<Order> together = new ArrayList<>(List.of(first));
    for (Order other : waiting) {
      boolean hasRoom = together.size() < MOST_ITEMS;
      if (hasRoom && other != first && !other.isOver() && first.goesWith(other)) {
        together.add(other);
      }
    }
    return together;
  }

  private synchronized void add(Order order) {
    waiting.add(order);
  }

  private synchronized void remove(Order order) {
    order.leave();
    waiting.remove(order);
  }

  /** Runs the program. */
  @FunctionalInterface
  interface Runs {

    /**
     * For these items, of which the first one is the caller's. What is not over then comes again.
     */
    void run(List<Order> orders) throws IOException, InterruptedException;
  }
}
