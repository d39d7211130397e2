package org.betor.accounts.internal.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.betor.accounts.AccountsException;
import org.junit.jupiter.api.Test;

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
  void onlySoManyWorkAtATime() {
    Turns turns = new Turns(2, 1_000);
    AtomicInteger working = new AtomicInteger();

    assertThat(
            IntStream.range(0, 200)
                .parallel()
                .mapToObj(
                    i ->
                        turns.take(
                            () -> {
                              int together = working.incrementAndGet();
                              working.decrementAndGet();
                              return together;
                            })))
        .hasSize(200)
        .allMatch(together -> together <= 2);
  }

  @Test
  void anInterruptEndsTheWait() {
    Turns turns = new Turns(1, 1);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> turns.take(() -> "never")).isInstanceOf(AccountsException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
