package org.betor.samples;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A server on a free port of 127.0.0.1, which stops at once and leaves no thread. */
final class Loopback implements AutoCloseable {
  private static final String NO_DELAY = "sun.net.httpserver.nodelay";
  private static final byte[] ADDRESS = {127, 0, 0, 1};
  private static final int THREADS = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  static {
    if (System.getProperty(NO_DELAY) == null) {
      System.setProperty(NO_DELAY, "true"); // else every small page takes 40 ms
    }
  }

  private final ExecutorService workers;
  private final HttpServer server;

  private Loopback(String name, HttpHandler handler) throws IOException {
    this.workers = workers(name);
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(ADDRESS), 0), 0);
    server.setExecutor(workers);
    server.createContext("/", handler);
    server.start();
  }

  static Loopback start(String name, HttpHandler handler) {
    try {
      return new Loopback(name, handler);
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on 127.0.0.1", e);
    }
  }

  /** Such as {@code http://127.0.0.1:8080/}. */
  URI root() {
    return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
  }

  @Override
  public void close() {
    workers.shutdownNow();
    server.stop(0);
    try {
      if (!workers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("a page of %s is still being written".formatted(root()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ExecutorService workers(String name) {
    ThreadPoolExecutor workers =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            PATIENCE.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "betor-sample-" + name);
              thread.setDaemon(true);
              return thread;
            });
    workers.allowCoreThreadTimeOut(true);
    return workers;
  }
}
