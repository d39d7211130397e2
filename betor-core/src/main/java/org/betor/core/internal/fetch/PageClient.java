package org.betor.core.internal.fetch;

import com.github.mizosoft.methanol.Methanol;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The HTTP client with its caches and threads. */
final class PageClient implements AutoCloseable {
  private final AtomicInteger threadNumber = new AtomicInteger();
  private final Set<Thread> started = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool(this::daemon);
  private final PageCaches caches;
  private final Methanol client;

  PageClient(Path cacheFolder, Limits limits, InstantSource clock) {
    this.caches = PageCaches.open(cacheFolder, threads);
    this.client =
        Methanol.newBuilder()
            .version(HttpClient.Version.HTTP_2)
            .connectTimeout(limits.connect())
            .requestTimeout(limits.answer())
            .executor(threads)
            .cacheChain(caches.chain())
            .userAgent("Betor/%s (+https://betor.org)".formatted(version()))
            .backendInterceptor(new NetworkInterceptor(clock))
            .build();
  }

  HttpResponse<byte[]> send(HttpRequest request, HttpResponse.BodyHandler<byte[]> body)
      throws IOException, InterruptedException {
    return client.send(request, body);
  }

  void forget(URI address) {
    caches.forget(address);
  }

  /**
   * Ends the threads. Whoever still fetches gets an error; the one thread that the JDK's client
   * started itself ends when the client is garbage.
   */
  @Override
  public void close() {
    caches.close();
    threads.shutdownNow();
    try {
      if (threads.awaitTermination(1, TimeUnit.SECONDS)) {
        for (Thread leaving : started) {
          leaving.join();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "betor-fetch-" + threadNumber.incrementAndGet());
    thread.setDaemon(true);
    started.removeIf(earlier -> earlier.getState() == Thread.State.TERMINATED);
    started.add(thread);
    return thread;
  }

  private static String version() {
    try (InputStream version = PageClient.class.getResourceAsStream("version.txt")) {
      return version == null
          ? "unknown"
          : new String(version.readAllBytes(), StandardCharsets.US_ASCII).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
