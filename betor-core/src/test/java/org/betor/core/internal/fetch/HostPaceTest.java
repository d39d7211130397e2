package org.betor.core.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HostPaceTest {
  private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

  private final FakeTime time = new FakeTime();
  private final HostPace pace = new HostPace(2, HALF_A_SECOND, time, time);

  @Test
  void keepsStartsHalfASecondApart() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      pace.enter();
      pace.leave();
    }

    assertThat(time.pauses()).containsExactly(HALF_A_SECOND, HALF_A_SECOND);
  }

  @Test
  void waitsOnlyForWhatIsLeftOfTheHalfSecond() throws InterruptedException {
    enterAndLeave();
    time.pass(Duration.ofMillis(300));
    enterAndLeave();
    time.pass(Duration.ofMinutes(1));
    enterAndLeave();

    assertThat(time.pauses()).containsExactly(Duration.ofMillis(200));
  }

  @Test
  void letsAThirdInWhenOneLeaves() throws Exception {
    pace.enter();
    pace.enter();
    var third = new FutureTask<>(this::entered);
    Thread thread = new Thread(third);
    thread.start();
    while (thread.getState() != Thread.State.WAITING) {
      assertThat(Thread.currentThread().isInterrupted()).as("out of time").isFalse();
    }
    assertThat(third.isDone()).isFalse();

    pace.leave();

    assertThat(third.get()).isTrue();
  }

  @Test
  void givesThePlaceBackWhenInterrupted() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(pace::enter).isInstanceOf(InterruptedException.class);
    }
    enterAndLeave();
    time.pass(Duration.ofMinutes(1));

    assertThat(pace.isIdle()).isTrue();
  }

  @Test
  void doesNotWaitAnHourWhenTheClockIsSetBackByOne() throws InterruptedException {
    enterAndLeave();
    time.pass(Duration.ofHours(-1));
    enterAndLeave();

    assertThat(time.pauses()).isEmpty();
  }

  @Test
  void pacesEachHostByItself() throws Exception {
    var paces = new Paces(Limits.USUAL, time, time);
    List<InetAddress> far = List.of(InetAddress.getByName("93.184.215.14"));
    HostPace one = paces.of(URI.create("http://one.example/a"), far);

    assertThat(paces.of(URI.create("HTTP://One.example:80/b"), far)).isSameAs(one);
    assertThat(paces.of(URI.create("https://one.example/a"), far)).isNotSameAs(one);
    assertThat(paces.of(URI.create("http://two.example/a"), far)).isNotSameAs(one);
  }

  @Test
  void hurriesOnThisMachine() throws Exception {
    var paces = new Paces(Limits.USUAL, time, time);
    var here = paces.of(URI.create("http://localhost/"), List.of(InetAddress.getLoopbackAddress()));
    for (int i = 0; i < 5; i++) {
      here.enter();
      here.leave();
    }

    assertThat(time.pauses()).isEmpty();
  }

  @Test
  void forgetsIdleHostsWhenThereAreTooMany() throws Exception {
    var paces = new Paces(Limits.USUAL, time, time);
    List<InetAddress> far = List.of(InetAddress.getByName("93.184.215.14"));
    HostPace busy = paces.of(URI.create("http://busy.example/"), far);
    HostPace idle = paces.of(URI.create("http://idle.example/"), far);
    busy.enter();
    for (int i = 0; i < 1_000; i++) {
      paces.of(URI.create("http://host" + i + ".example/"), far);
    }

    assertThat(paces.of(URI.create("http://busy.example/"), far)).isSameAs(busy);
    assertThat(paces.of(URI.create("http://idle.example/"), far)).isNotSameAs(idle);
  }

  private boolean entered() throws InterruptedException {
    pace.enter();
    return true;
  }

  private void enterAndLeave() throws InterruptedException {
    pace.enter();
    pace.leave();
  }
}
