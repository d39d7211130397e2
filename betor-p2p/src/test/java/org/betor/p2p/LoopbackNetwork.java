package org.betor.p2p;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.betor.p2p.internal.lsd.Meeting;

/** Gives each datagram that comes to all who sent one before, as a multicast group would. */
final class LoopbackNetwork implements AutoCloseable {
  private final DatagramSocket socket;
  private final Set<SocketAddress> members = new LinkedHashSet<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::run, "test-network");

  LoopbackNetwork() throws IOException {
    socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    thread.start();
  }

  /** How clients come to it. */
  Meeting meeting() {
    return new Meeting(0, (InetSocketAddress) socket.getLocalSocketAddress());
  }

  /** All that was said. */
  List<String> heard() {
    return heard;
  }

  private void run() {
    byte[] bytes = new byte[2_048];
    try {
      while (true) {
        DatagramPacket datagram = new DatagramPacket(bytes, bytes.length);
        socket.receive(datagram);
        heard.add(new String(bytes, 0, datagram.getLength(), ISO_8859_1));
        members.add(datagram.getSocketAddress());
        for (SocketAddress member : members) {
          socket.send(new DatagramPacket(bytes, datagram.getLength(), member));
        }
      }
    } catch (SocketException closed) {
      // nothing more comes
    } catch (IOException e) {
      heard.add("failed: " + e);
    }
  }

  @Override
  public void close() {
    socket.close();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
