package org.betor.p2p;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.betor.api.Experimental;
import org.betor.api.model.InfoHash;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.SwarmReport;
import org.betor.api.spi.TorrentClient;
import org.betor.p2p.internal.loop.Loop;
import org.betor.p2p.internal.loop.UdpSocket;
import org.betor.p2p.internal.tracker.Scrapes;
import org.betor.p2p.internal.tracker.Trackers;

/**
 * Asks trackers how many peers share a torrent, without joining them and without a client. The
 * trackers learn this machine's address and which torrent is asked for. Safe for use by several
 * threads.
 *
 * <pre>{@code
 * try (SwarmScraper scraper = SwarmScraper.open()) {
 *   SwarmReport report = scraper.scrape(link, Duration.ofSeconds(10));
 *   report.swarm(Instant.now()).ifPresent(swarm -> System.out.println(swarm.seeders()));
 * }
 * }</pre>
 */
@Experimental
public final class SwarmScraper implements TorrentClient.Scraper, AutoCloseable {
  private static final String NAME = "betor-scraper";
  private static final int MAX_THREADS = 32;
  private static final int MAX_WAITING = 1000;
  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final Duration PATIENCE_TO_END = Duration.ofSeconds(5);

  private final Loop loop;
  private final ThreadPoolExecutor threads;
  private final Trackers trackers;
  private final Scrapes scrapes;

  private SwarmScraper(Loop loop, ThreadPoolExecutor threads, Trackers trackers) {
    this.loop = loop;
    this.threads = threads;
    this.trackers = trackers;
    this.scrapes = new Scrapes(loop, trackers);
  }

  /**
   * Opens one, with a UDP port and threads of its own until it is closed.
   *
   * @throws IOException if the system gives no port
   */
  public static SwarmScraper open() throws IOException {
    Loop loop = Loop.open(NAME);
    ThreadPoolExecutor threads = threads();
    CompletableFuture<Trackers> trackers = new CompletableFuture<>();
    loop.execute(() -> open(loop, threads, trackers));
    try {
      return new SwarmScraper(loop, threads, trackers.get());
    } catch (ExecutionException e) {
      loop.close();
      throw new IOException("no UDP port to ask trackers from", e.getCause());
    } catch (InterruptedException e) {
      loop.close();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a UDP port was opened", e);
    }
  }

  /**
   * Asks all trackers that the link names at once.
   *
   * @param patience how long the slowest may take; positive
   * @return what each of them said, or that it said nothing in time
   * @throws IllegalArgumentException if the link has no info-hash
   * @throws org.betor.api.spi.TorrentException if this is closed, also while it waits
   */
  @Override
  public SwarmReport scrape(MagnetLink link, Duration patience) throws InterruptedException {
    return scrapes.scrape(link, patience);
  }

  /**
   * Asks trackers at once.
   *
   * @param asked over UDP, HTTP or HTTPS; of more than 100 the rest is not asked
   * @param patience how long the slowest may take; positive
   * @return what each of them said, or that it said nothing in time
   * @throws org.betor.api.spi.TorrentException if this is closed, also while it waits
   */
  public SwarmReport scrape(InfoHash infoHash, Collection<URI> asked, Duration patience)
      throws InterruptedException {
    return scrapes.scrape(infoHash, asked, patience);
  }

  /** Gives the port and the threads back; who waits for a report gets an exception. */
  @Override
  public void close() {
    scrapes.close();
    threads.shutdownNow();
    loop.execute(trackers::close);
    loop.close();
    try {
      threads.awaitTermination(PATIENCE_TO_END.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void open(
      Loop loop, ThreadPoolExecutor threads, CompletableFuture<Trackers> trackers) {
    try {
      UdpSocket socket = UdpSocket.open(loop, new InetSocketAddress(0));
      RandomGenerator random = new SecureRandom();
      trackers.complete(new Trackers(loop, socket, threads, random));
    } catch (IOException e) {
      trackers.completeExceptionally(e);
    }
  }

  private static ThreadPoolExecutor threads() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            MAX_THREADS,
            MAX_THREADS,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(MAX_WAITING),
            SwarmScraper::thread);
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, NAME + "-blocking");
    thread.setDaemon(true);
    return thread;
  }
}
