package org.betor.p2p.internal.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * Two sockets on the loopback address that are connected with one another.
 *
 * @param near the end that is ours
 * @param far the peer's, which blocks
 */
public record ConnectedChannels(SocketChannel near, SocketChannel far) implements AutoCloseable {

  public static ConnectedChannels open() throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      SocketChannel far = SocketChannel.open(server.getLocalAddress());
      return new ConnectedChannels(server.accept(), far);
    }
  }

  @Override
  public void close() throws IOException {
    near.close();
    far.close();
  }
}
