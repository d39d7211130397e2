package org.betor.p2p.internal.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UdpSocketTest {

  @Test
  void goesOnThoughAProtocolFails() throws Exception {
    AtomicInteger failures = new AtomicInteger();
    CountDownLatch came = new CountDownLatch(2);
    try (Loop loop = Loop.open("test");
        DatagramSocket sender = new DatagramSocket()) {
      InetSocketAddress at = loop.call(() -> listen(loop, failures, came));

      for (int i = 0; i < 2; i++) {
        sender.send(new DatagramPacket(new byte[] {1}, 1, at));
        sender.send(new DatagramPacket(new byte[] {2}, 1, at));
      }

      assertThat(came.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(failures).hasPositiveValue();
    }
  }

  private static InetSocketAddress listen(Loop loop, AtomicInteger failures, CountDownLatch came) {
    try {
      UdpSocket socket =
          UdpSocket.open(loop, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      socket.listen(
          (datagram, from) -> {
            if (datagram.get() == 1) {
              failures.incrementAndGet();
              throw new IllegalStateException("a fault on purpose");
            }
            return false;
          });
      socket.listen(
          (datagram, from) -> {
            came.countDown();
            return true;
          });
      return socket.address();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
