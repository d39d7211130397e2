package org.betor.accounts.internal.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.betor.accounts.AccountsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TurnsTest {
  @Test
  void whoFindsNoPlaceIsToldAtOnceAndThePlaceIsFreeAgainLater() {
    Turns turns = new Turns(1, 0);

    turns.take(
        () -> {
          assertThatThrownBy(() -> turns.take(() -> "second"))
              .isInstanceOfSatisfying(
                  AccountsException.class,
                  refusal -> assertThat(refusal.reason()).isEqualTo(AccountsException.Reason.BUSY));
          return "first";
        });

    assertThat(turns.take(() -> "third")).isEqualTo("third");
  }

  @Test
  @Timeout(60)
  void onlySoManyWorkAtATimeAndTheNextWaits() throws Exception {
    Turns turns = new Turns(2, 1);
    CountDownLatch bothWork = new CountDownLatch(2);
    CountDownLatch done = new CountDownLatch(1);
    AtomicBoolean third = new AtomicBoolean();
    List<Thread> two = List.of(worker(turns, bothWork, done), worker(turns, bothWork, done));
    two.forEach(Thread::start);
    bothWork.await();

    Thread next = new Thread(() -> turns.take(() -> third.getAndSet(true)));
    next.start();
    while (next.getState() != Thread.State.WAITING && next.isAlive()) {
      Thread.onSpinWait();
    }

    assertThat(third).isFalse();
    done.countDown();
    next.join();
    assertThat(third).isTrue();
  }

  private static Thread worker(Turns turns, CountDownLatch working, CountDownLatch done) {
    return new Thread(
        () ->
            turns.take(
                () -> {
                  working.countDown();
                  try {
                    done.await();
                  } catch (InterruptedException interrupt) {
                    throw new AssertionError(interrupt);
                  }
                  return working;
                }));
  }

  @Test
  void anInterruptEndsTheWait() {
    Turns turns = new Turns(1, 1);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> turns.take(() -> "never")).isInstanceOf(AccountsException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
