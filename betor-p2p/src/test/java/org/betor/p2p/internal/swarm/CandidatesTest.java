package org.betor.p2p.internal.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.betor.p2p.internal.loop.HandDrivenTimers;
import org.junit.jupiter.api.Test;

class CandidatesTest {
  private final HandDrivenTimers timers = new HandDrivenTimers();
  private final Candidates candidates = new Candidates();

  @Test
  void areTriedOnceInTheirOrder() {
    candidates.add(List.of(at(1), at(2)));
    candidates.add(List.of(at(1)));

    assertThat(tried()).containsExactly(at(1), at(2));
  }

  @Test
  void areTriedAgainAfterLongerAndLongerTimesAndThenGivenUp() {
    candidates.add(List.of(at(1)));
    List<Integer> seconds = new ArrayList<>();
    for (int second = 0; second < 1_000; second++) {
      int now = second;
      tried().forEach(address -> seconds.add(now));
      timers.pass(Duration.ofSeconds(1));
    }

    assertThat(seconds).containsExactly(0, 1, 5, 21, 85);
  }

  @Test
  void areTriedSoonAgainOnceTheyWereReached() {
    candidates.add(List.of(at(1)));
    for (int i = 0; i < 5; i++) {
      assertThat(tried()).hasSize(1);
      candidates.reached(at(1));
      timers.pass(Duration.ofSeconds(10));
    }
  }

  @Test
  void areLeftOutWhereTheyAreNotFree() {
    candidates.add(List.of(at(1), at(2)));

    assertThat(candidates.next(timers.nanoTime(), address -> !address.equals(at(1))))
        .hasValue(at(2));
    candidates.remove(at(1));
    assertThat(tried()).isEmpty();
  }

  @Test
  void areNoMoreThanFewThousandWhateverPeersTell() {
    candidates.add(IntStream.rangeClosed(1, 60_000).mapToObj(CandidatesTest::at).toList());

    assertThat(candidates.known(100_000)).hasSize(2_000);
  }

  @Test
  void areNeverWhereNobodyCanBe() throws Exception {
    InetAddress peer = address(198, 51, 100, 7);
    candidates.add(
        List.of(
            new InetSocketAddress(peer, 0),
            new InetSocketAddress(address(0, 0, 0, 0), 6881),
            new InetSocketAddress(address(224, 0, 0, 251), 6881),
            InetSocketAddress.createUnresolved("gone.example", 6881)));

    assertThat(tried()).isEmpty();
  }

  @Test
  void areNotTakenFromTheHostOfALiarOnWhateverPort() throws Exception {
    InetAddress host = address(198, 51, 100, 7);
    InetAddress other = address(198, 51, 100, 8);
    candidates.ban(new InetSocketAddress(host, 50_000));
    candidates.add(List.of(new InetSocketAddress(host, 6881), new InetSocketAddress(other, 6881)));

    assertThat(tried()).containsExactly(new InetSocketAddress(other, 6881));
    assertThat(candidates.isBanned(new InetSocketAddress(host, 1))).isTrue();
  }

  @Test
  void areHostsOfTheirOwnOnEachPortOfTheLoopbackAddress() {
    candidates.ban(at(1));
    candidates.add(List.of(at(1), at(2)));

    assertThat(tried()).containsExactly(at(2));
  }

  @Test
  void areRememberedFirstIfTheyWereReached() {
    candidates.add(List.of(at(1), at(2), at(3)));
    tried();
    candidates.reached(at(3));
    candidates.reached(at(9));

    assertThat(candidates.known(3)).containsExactly(at(3), at(9), at(1));
  }

  private List<InetSocketAddress> tried() {
    List<InetSocketAddress> tried = new ArrayList<>();
    while (tried.size() < 10_000) {
      var next = candidates.next(timers.nanoTime(), address -> true);
      if (next.isEmpty()) {
        return tried;
      }
      tried.add(next.get());
    }
    throw new AssertionError("there is always one more");
  }

  private static InetSocketAddress at(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private static InetAddress address(int... bytes) throws UnknownHostException {
    byte[] four = new byte[4];
    for (int i = 0; i < 4; i++) {
      four[i] = (byte) bytes[i];
    }
    return InetAddress.getByAddress(four);
  }
}
