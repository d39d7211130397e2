package org.betor.accounts.internal.password;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.betor.accounts.AccountsException;
import org.betor.accounts.AccountsException.Reason;

/** Lets few work at a time and few more wait, in the order in which they came. */
final class Turns {
  private final Semaphore places;
  private final Semaphore working;

  Turns(int atATime, int waiting) {
    this.places = new Semaphore(atATime + waiting);
    this.working = new Semaphore(atATime, true);
  }

  /**
   * Works when it is its turn.
   *
   * @throws AccountsException with {@link Reason#BUSY} if too many wait already, or the thread is
   *     interrupted while it does
   */
  <T> T take(Supplier<T> work) {
    if (!places.tryAcquire()) {
      throw new AccountsException(
          Reason.BUSY, "too many people sign in at once: try again in a minute");
    }
    return inTurn(work);
  }

  /** Works when it is its turn, or not at all if too many wait already. */
  <T> Optional<T> takeIfThereIsRoom(Supplier<T> work) {
    return places.tryAcquire() ? Optional.of(inTurn(work)) : Optional.empty();
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      working.acquire();
      try {
        return work.get();
      } finally {
        working.release();
      }
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new AccountsException(
          Reason.BUSY, "interrupted while it waited for its turn", interrupt);
    } finally {
      places.release();
    }
  }
}
