package org.betor.core.internal.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** A web server on this machine, down to the bytes, so that it can misbehave. */
final class LoopbackSite implements AutoCloseable {
  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, List<Reply>> replies = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  LoopbackSite() throws IOException {
    threads.execute(this::accept);
  }

  /** Answers one path so; with several replies one after the other, the last one for ever. */
  LoopbackSite page(String path, Reply... inTurn) {
    replies.put(path, new CopyOnWriteArrayList<>(inTurn));
    return this;
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
  }

  URI home() {
    return at("/");
  }

  /** What was asked for, as it came. */
  List<Request> requests() {
    return List.copyOf(requests);
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        threads.execute(() -> serve(connection));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      Request request = read(connection);
      requests.add(request);
      reply(request.path()).write(connection.getOutputStream());
    } catch (IOException | InterruptedException e) {
      // the client went away, or the test is over
    }
  }

  private Reply reply(String path) {
    List<Reply> left = replies.getOrDefault(path, List.of(Reply.of(404, "nothing here")));
    synchronized (this) {
      return left.size() > 1 ? left.remove(0) : left.get(0);
    }
  }

  private static Request read(Socket connection) throws IOException {
    var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
    String path = String.valueOf(in.readLine()).split(" ", 3)[1];
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      String[] header = line.split(": ?", 2);
      headers.put(header[0], header[1]);
    }
    return new Request(path, headers);
  }

  record Request(String path, Map<String, String> headers) {}

  /** Writes an answer; may wait, break off, or write nonsense. */
  @FunctionalInterface
  interface Reply {
    void write(OutputStream out) throws IOException, InterruptedException;

    static Reply of(int status, String body, String... headers) {
      return of(status, body.getBytes(ISO_8859_1), headers);
    }

    static Reply of(int status, byte[] body, String... headers) {
      return out -> {
        out.write(head(status, body.length, headers).getBytes(ISO_8859_1));
        out.write(body);
        out.flush();
      };
    }

    /** Promises more than it sends before the connection ends. */
    static Reply brokenOff() {
      return out -> {
        out.write(head(200, 1_000).getBytes(ISO_8859_1));
        out.write("only so much".getBytes(ISO_8859_1));
        out.flush();
      };
    }

    private static String head(int status, int length, String... headers) {
      StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
      for (String header : headers) {
        head.append(header).append("\r\n");
      }
      return head.append("Connection: close\r\nContent-Length: " + length + "\r\n\r\n").toString();
    }
  }
}
