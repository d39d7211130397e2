package org.betor.p2p.internal.webseed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A web server of this machine with files, that may misbehave in any manner. */
public final class LoopbackFiles implements AutoCloseable {
  private static final Pattern RANGE = Pattern.compile("(?m)^Range: bytes=(\\d+)-(\\d+)$");

  private final ServerSocket server;
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final CountDownLatch firstAsked = new CountDownLatch(1);
  private final Semaphore cuts = new Semaphore(0);
  private volatile Manner manner = LoopbackFiles::serve;

  private LoopbackFiles() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  public static LoopbackFiles open() throws IOException {
    return new LoopbackFiles();
  }

  /** Has a file at that path, which is escaped. */
  public LoopbackFiles put(String path, byte[] content) {
    files.put(path, content);
    return this;
  }

  /** Answers otherwise than well. */
  public LoopbackFiles manner(Manner other) {
    manner = other;
    return this;
  }

  /** The address of such a path, which is escaped. */
  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
  }

  /** What was asked for so far. */
  public List<Asked> asked() {
    return asked;
  }

  /** Waits until somebody asked for something. */
  public void awaitAsked() throws InterruptedException {
    firstAsked.await();
  }

  /** Waits until a client hangs up; each counts once. Only for {@link #silence}. */
  public void awaitCut() throws InterruptedException {
    cuts.acquire();
  }

  /** The right answer. */
  public static void serve(Asked asked, OutputStream out) throws IOException {
    if (asked.file.length == 0) {
      answer(out, "404 Not Found", "Content-Length: 0");
    } else {
      answer(out, "206 Partial Content", asked.contentRange(), asked.contentLength());
      out.write(asked.file, asked.from, asked.length());
    }
  }

  /** The right head, and nothing behind it, until the client hangs up. */
  public void silence(Asked asked, OutputStream out) throws IOException {
    answer(out, "206 Partial Content", asked.contentRange(), asked.contentLength());
    if (asked.connection.getInputStream().read() < 0) {
      cuts.release();
    }
  }

  public static void answer(OutputStream out, String status, String... headers) throws IOException {
    String lines = String.join("\r\n", headers);
    out.write(("HTTP/1.1 " + status + "\r\n" + lines + "\r\n\r\n").getBytes(ISO_8859_1));
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
      Asked request = asked(head.toString(), connection);
      Manner asOfNow = manner; // before the test hears of it, which may change it then
      asked.add(request);
      firstAsked.countDown();
      asOfNow.answer(request, connection.getOutputStream());
    } catch (IOException | InterruptedException cut) {
      return;
    } finally {
      connections.remove(connection);
    }
  }

  private Asked asked(String head, Socket connection) {
    int end = head.indexOf(" HTTP/");
    String path = end < 0 ? "" : head.substring(4, end);
    Matcher range = RANGE.matcher(head);
    boolean partial = range.find();
    byte[] file = files.getOrDefault(path, new byte[0]);
    return new Asked(
        path,
        file,
        partial ? Integer.parseInt(range.group(1)) : 0,
        partial ? Integer.parseInt(range.group(2)) + 1 : file.length,
        connection);
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "web seed of a test");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * A request.
   *
   * @param path as it was sent, escaped
   * @param file what is there; empty if nothing is
   * @param from the first byte
   * @param to behind the last byte
   * @param connection where it came
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Asked(String path, byte[] file, int from, int to, Socket connection) {
    public int length() {
      return to - from;
    }

    public String contentRange() {
      return "Content-Range: bytes %d-%d/%d".formatted(from, to - 1, file.length);
    }

    public String contentLength() {
      return "Content-Length: " + length();
    }
  }

  /** How a request is answered. */
  @FunctionalInterface
  public interface Manner {
    void answer(Asked asked, OutputStream out) throws IOException, InterruptedException;
  }
}
