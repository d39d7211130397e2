package org.betor.p2p.internal.lsd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.betor.p2p.internal.loop.Loop;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GroupTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @Test
  void twoOfOneMachineHearEachOtherWhereLoopbackTakesMulticast() throws Exception {
    CountDownLatch heard = new CountDownLatch(2);
    Meeting meeting = meeting(freePort());
    try (Loop loop = Loop.open("test")) {
      Optional<Group> one = loop.call(() -> joined(loop, meeting, heard));
      Optional<Group> other = loop.call(() -> joined(loop, meeting, heard));
      Assumptions.assumeTrue(one.isPresent() && other.isPresent());

      loop.execute(() -> one.get().send("hello".getBytes(UTF_8)));

      Assumptions.assumeTrue(heard.await(2, TimeUnit.SECONDS), "multicast goes nowhere here");
      assertThat(heard.getCount()).isZero();
    }
  }

  @Test
  void aNetworkThatCannotBeJoinedIsNoError() throws Exception {
    InetAddress nowhere = InetAddress.getByName("203.0.113.77");
    Meeting meeting = meeting(freePort());
    try (Loop loop = Loop.open("test")) {
      assertThat(loop.call(() -> LocalDiscovery.open(loop, nowhere, 1, meeting, new Random(14))))
          .isEmpty();
    }
  }

  private static Optional<Group> joined(Loop loop, Meeting meeting, CountDownLatch heard) {
    try {
      Group group = Group.join(loop, LOOPBACK, meeting);
      group.listen(
          (datagram, from) -> {
            heard.countDown();
            return true;
          });
      return Optional.of(group);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Meeting meeting(int port) {
    return new Meeting(port, new InetSocketAddress("239.192.152.143", port));
  }

  private static int freePort() {
    try (DatagramSocket free = new DatagramSocket(new InetSocketAddress(0))) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
