package org.betor.p2p;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** A connection to a server, on which a test says what it likes. */
final class RawRequest implements AutoCloseable {
  /** So that who reads nothing is noticed soon. */
  private static final int BUFFER_BYTES = 32 << 10;

  private final Socket socket;

  RawRequest(URI server) throws IOException {
    this.socket = new Socket();
    this.socket.setReceiveBufferSize(BUFFER_BYTES);
    this.socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()));
    this.socket.setSoTimeout((int) Clients.PATIENCE.toMillis());
  }

  /** All that is answered to a text until the server closes the connection. */
  static String answer(URI server, String text) throws IOException {
    try (RawRequest request = new RawRequest(server)) {
      request.send(text);
      return request.rest();
    }
  }

  RawRequest send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    return this;
  }

  String read(int bytes) throws IOException {
    return new String(socket.getInputStream().readNBytes(bytes), ISO_8859_1);
  }

  /** The lines up to the next empty one. */
  String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append(read(1));
    }
    return head.toString();
  }

  String rest() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
  }

  void halfClose() throws IOException {
    socket.shutdownOutput();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
