package org.betor.events.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.rabbitmq.client.AMQP.BasicProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConfirmedChannelTest {
  private static final Duration PATIENCE =
      Duration.ofMillis(10); // in a time that only goes when we say so;

  private final FakeBroker broker = new FakeBroker();
  private final AtomicLong now = new AtomicLong();
  private ConfirmedChannel channel;
  private long last;

  @BeforeEach
  void publishThreeThatAreNotConfirmed() throws IOException {
    broker.stopConfirming();
    channel = ConfirmedChannel.over(broker.broker().connect("publisher"), now::get);
    BasicProperties properties = new BasicProperties.Builder().messageId("sintel").build();
    for (int times = 0; times < 3; times++) {
      last = channel.publish("", "queue", false, properties, new byte[0]);
    }
  }

  @Test
  void aSlowLineIsWaitedForAsLongAsItGoesOn() throws Exception {
    assertThat(
            channel.await(
                () -> {
                  passAlmostAllPatience();
                  confirmNext();
                  return last;
                },
                PATIENCE))
        .isTrue();
  }

  @Test
  void aLineThatStandsStillIsGivenUp() {
    confirmNext();

    assertThatIOException()
        .isThrownBy(
            () ->
                channel.await(
                    () -> {
                      passAlmostAllPatience();
                      return last;
                    },
                    PATIENCE))
        .withMessage("the broker confirms nothing");
    assertThat(Duration.ofNanos(now.get())).isBetween(PATIENCE, PATIENCE.multipliedBy(2));
  }

  private void passAlmostAllPatience() {
    now.addAndGet(PATIENCE.minusMillis(2).toNanos());
  }

  private void confirmNext() {
    try {
      broker.confirmNext();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
