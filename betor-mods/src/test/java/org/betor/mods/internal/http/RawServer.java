package org.betor.mods.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Sends the same bytes to everybody who comes, and then ends the connection, or keeps it. */
final class RawServer implements AutoCloseable {
  final CountDownLatch visited = new CountDownLatch(1);
  private final ServerSocket server;
  private final String answer;
  private final boolean keepsOpen;
  private final Thread thread;
  private final List<Socket> open = new ArrayList<>();

  RawServer(String answer, boolean keepsOpen) throws IOException {
    this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answer, keepsOpen);
  }

  RawServer(ServerSocket server, String answer, boolean keepsOpen) {
    this.server = server;
    this.answer = answer;
    this.keepsOpen = keepsOpen;
    this.thread = new Thread(this::serve, "raw-server");
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  URI address() {
    return URI.create("http://127.0.0.1:%d/".formatted(server.getLocalPort()));
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket visitor = server.accept();
        synchronized (open) {
          open.add(visitor);
        }
        visitor.getInputStream().read();
        visitor.getOutputStream().write(answer.getBytes(ISO_8859_1));
        if (!keepsOpen) {
          visitor.shutdownOutput();
        }
        visited.countDown();
      } catch (IOException closed) {
        visited.countDown();
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Socket visitor : open) {
      visitor.close();
    }
  }
}
