package org.betor.p2p.internal.tracker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.List;

/** A port of this machine that sends whatever a test wants to whoever sends a datagram. */
final class UdpPort implements AutoCloseable {
  private final Script script;
  private final DatagramSocket socket;

  UdpPort(int port, Script script) throws SocketException {
    this.script = script;
    this.socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    Thread thread = new Thread(this::serve, "tracker of a test");
    thread.setDaemon(true);
    thread.start();
  }

  /** On any free port. */
  static UdpPort open(Script script) {
    try {
      return new UdpPort(0, script);
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() {
    socket.close();
  }

  private void serve() {
    try {
      while (true) {
        DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
        socket.receive(packet);
        ByteBuffer request = ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
        for (byte[] answer : script.answers(request, packet.getAddress(), packet.getPort())) {
          socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        }
      }
    } catch (IOException closed) {
      return;
    }
  }

  /** What comes back. */
  @FunctionalInterface
  interface Script {

    /** Any number of answers to a datagram. */
    List<byte[]> answers(ByteBuffer datagram, InetAddress from, int port);
  }
}
