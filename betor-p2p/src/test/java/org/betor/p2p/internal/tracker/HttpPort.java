package org.betor.p2p.internal.tracker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A port of this machine that sends whatever a test wants to whoever asks over HTTP. */
final class HttpPort implements AutoCloseable {
  private final Script script;
  private final ServerSocket server;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final List<String> heads = new CopyOnWriteArrayList<>();

  HttpPort(int port, Script script) throws IOException {
    this(new ServerSocket(), port, script);
  }

  HttpPort(ServerSocket server, int port, Script script) throws IOException {
    this.script = script;
    this.server = server;
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    start(this::accept);
  }

  /** On any free port. */
  static HttpPort open(Script script) {
    try {
      return new HttpPort(0, script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An answer of that status with these header lines. */
  static byte[] answer(String status, List<String> headers, byte[] body) {
    String lines = headers.isEmpty() ? "" : String.join("\r\n", headers) + "\r\n";
    byte[] head = ("HTTP/1.1 " + status + "\r\n" + lines + "\r\n").getBytes(ISO_8859_1);
    byte[] all = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }

  static byte[] ok(byte[] body) {
    return answer("200 OK", List.of("Content-Length: " + body.length), body);
  }

  int port() {
    return server.getLocalPort();
  }

  /** The heads of all requests so far. */
  List<String> heads() {
    return heads;
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = server.accept();
        connections.add(connection);
        start(() -> serve(connection));
      }
    } catch (IOException closed) {
      return;
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
      StringBuilder head = new StringBuilder();
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        head.append(line).append('\n');
      }
      heads.add(head.toString());
      int end = head.indexOf(" HTTP/");
      script.play(end < 0 ? "" : head.substring(4, end), connection.getOutputStream());
    } catch (IOException | InterruptedException cut) {
      return;
    } finally {
      connections.remove(connection);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "tracker of a test");
    thread.setDaemon(true);
    thread.start();
  }

  /** What happens on a connection. */
  @FunctionalInterface
  interface Script {

    /** Answers a request for that path and query. */
    void play(String target, OutputStream out) throws IOException, InterruptedException;
  }
}
