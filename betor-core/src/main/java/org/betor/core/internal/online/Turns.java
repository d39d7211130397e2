package org.betor.core.internal.online;

import java.util.HashSet;
import java.util.Set;

/** Lets one thread at a time ask the same question; the next one finds the answer kept. */
final class Turns {
  private final Set<String> taken = new HashSet<>();

  /** Waits for the turn; {@link #leave} ends it. */
  synchronized void enter(String question) throws InterruptedException {
    while (!taken.add(question)) {
      wait();
    }
  }

  synchronized void leave(String question) {
    taken.remove(question);
    notifyAll();
  }
}
