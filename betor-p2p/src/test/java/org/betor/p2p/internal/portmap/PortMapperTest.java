package org.betor.p2p.internal.portmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.betor.p2p.internal.loop.HandDrivenTimers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PortMapperTest {
  private static final Duration HALF_A_LEASE = Duration.ofMinutes(30);

  private final FakeGateway gateway;
  private final HandDrivenTimers timers = new HandDrivenTimers();
  private final BlockingQueue<Runnable> loop = new LinkedBlockingQueue<>();
  private final ExecutorService errands = Executors.newSingleThreadExecutor();
  private final PortMapper mapper;

  PortMapperTest() throws IOException {
    gateway = new FakeGateway();
    mapper =
        new PortMapper(
            new PortMapper.Surroundings(timers, loop::add, errands, gateway.ssdp()),
            InetAddress.getLoopbackAddress(),
            6881);
  }

  @AfterEach
  void close() throws IOException {
    errands.shutdownNow();
    gateway.close();
  }

  @Test
  void renewsAtHalfTime() throws Exception {
    start();
    timers.pass(HALF_A_LEASE.minusSeconds(1));
    assertThat(gateway.calls()).hasSize(2);

    timers.pass(Duration.ofSeconds(1));
    turn();

    assertThat(gateway.calls())
        .containsExactly(
            "add TCP 6881 3600", "add UDP 6881 3600", "add TCP 6881 3600", "add UDP 6881 3600");
  }

  @Test
  void takesBackWhatItMapped() throws Exception {
    start();

    mapper.stop();
    assertThat(mapper.isOver()).isFalse();
    turn();

    assertThat(gateway.calls().subList(2, 4))
        .containsExactlyInAnyOrder("delete TCP 6881", "delete UDP 6881");
    assertThat(mapper.isOver()).isTrue();
  }

  @Test
  void takesBackNothingOfAnother() throws Exception {
    gateway.errors = action -> action.contains("UDP") ? 718 : 0;
    start();

    mapper.stop();
    turn();

    assertThat(gateway.calls()).endsWith("delete TCP 6881").doesNotContain("delete UDP 6881");
  }

  @Test
  void isOverAtOnceIfThereIsNothingToTakeBack() throws Exception {
    gateway.errors = action -> 718;
    start();

    mapper.stop();

    assertThat(mapper.isOver()).isTrue();
  }

  @Test
  void isOverAfterASecondThoughTheGatewaySaysNothing() throws Exception {
    start();
    gateway.fallSilent();

    mapper.stop();
    timers.pass(Duration.ofSeconds(1));

    assertThat(mapper.isOver()).isTrue();
    turn();
  }

  @Test
  void stopsInTheMiddleOfATry() throws Exception {
    gateway.fallSilent();
    mapper.start();
    gateway.awaitQuestion();

    mapper.stop();
    turn();

    assertThat(mapper.isOver()).isTrue();
  }

  @Test
  void givesUpAGatewayThatNeverAnswersAndTriesAgain() throws Exception {
    gateway.fallSilent();
    mapper.start();
    gateway.awaitQuestion();
    timers.pass(Duration.ofSeconds(30));
    turn();
    assertThat(gateway.calls()).isEmpty();

    gateway.speak();
    timers.pass(HALF_A_LEASE);
    turn();

    assertThat(gateway.calls()).hasSize(2);
  }

  private void start() throws InterruptedException {
    mapper.start();
    turn();
  }

  /** Waits for what an errand comes to, and runs it. */
  private void turn() throws InterruptedException {
    loop.take().run();
  }
}
