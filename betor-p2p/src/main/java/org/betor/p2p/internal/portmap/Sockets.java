package org.betor.p2p.internal.portmap;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.betor.p2p.internal.http.HttpAnswer;
import org.betor.p2p.internal.http.PlainHttp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one thread blocks on, so that another can cut it at any moment. */
final class Sockets {
  private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);
  private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(5).toMillis();
  private static final int MOST_BYTES = 256 << 10;

  private final InetSocketAddress local;
  private final List<Closeable> open = new ArrayList<>();
  private boolean cut;

  /** Asks from this local address. */
  Sockets(InetAddress local) {
    this.local = new InetSocketAddress(local, 0);
  }

  /** Ends what is under way, and whatever would follow. */
  synchronized void cut() {
    cut = true;
    for (Closeable socket : open) {
      try {
        socket.close();
      } catch (IOException e) {
        LOG.debug("A socket was not closed", e);
      }
    }
    open.clear();
  }

  synchronized boolean isCut() {
    return cut;
  }

  private synchronized <S extends Closeable> S opened(S socket) throws IOException {
    if (cut) {
      socket.close();
      throw new IOException("it was given up");
    }
    open.add(socket);
    return socket;
  }

  private synchronized void closed(Closeable socket) {
    open.remove(socket);
  }

  /** For datagrams; good until it is cut. */
  DatagramSocket datagrams() throws IOException {
    return opened(new DatagramSocket(local));
  }

  /** Asks a gateway over HTTP. */
  Answer ask(GatewayHost host, String method, URI address, String headers, byte[] body)
      throws IOException {
    try (Socket socket = opened(new Socket())) {
      socket.bind(local);
      socket.connect(host.at(address), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      HttpAnswer http = PlainHttp.ask(socket, method, address, headers, body, MOST_BYTES);
      closed(socket);
      return new Answer(http, socket.getLocalAddress());
    }
  }

  /**
   * What a gateway said.
   *
   * @param http its answer
   * @param local our address that it spoke to
   */
  record Answer(HttpAnswer http, InetAddress local) {}
}
