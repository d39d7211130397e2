package org.betor.p2p.internal.tracker;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.betor.api.model.InfoHash;
import org.betor.api.spi.SwarmReport;
import org.betor.p2p.internal.http.NameService;
import org.betor.p2p.internal.loop.Loop;
import org.betor.p2p.internal.loop.Timers;
import org.betor.p2p.internal.loop.UdpSocket;

/** Trackers on a loop of their own, for a test that waits for their answers. */
final class AskedTrackers implements AutoCloseable {
  static final InfoHash SINTEL = new InfoHash("08ada5a7a6183aae1e09d831df6748d566095a10");
  static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration FIRST_TRY = Duration.ofSeconds(15);

  private final Loop loop;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CompletableFuture<Trackers> trackers = new CompletableFuture<>();

  private AskedTrackers(Loop loop) {
    this.loop = loop;
  }

  static AskedTrackers open() {
    return open(FIRST_TRY);
  }

  static AskedTrackers open(Duration firstTry) {
    AskedTrackers asked = onALoop();
    asked.begin(asked.loop, usual(firstTry));
    return asked;
  }

  static AskedTrackers open(NameService names) {
    return open(names, AskedTrackers::usualTls);
  }

  static AskedTrackers open(NameService names, Supplier<SSLSocketFactory> tls) {
    AskedTrackers asked = onALoop();
    asked.begin(asked.loop, new Trackers.Surroundings(names, tls, FIRST_TRY));
    return asked;
  }

  /** The same, where only the test lets time pass. */
  static AskedTrackers open(Timers timers) {
    AskedTrackers asked = onALoop();
    asked.begin(timers, usual(FIRST_TRY));
    return asked;
  }

  static Announce announce(Announce.Event event) {
    return new Announce(
        SINTEL,
        new Announce.Self("-BE0001-abcdefghijkl".getBytes(US_ASCII), 51413, 0x0badcafe),
        new Announce.Progress(11, 22, 33),
        event,
        50,
        Optional.empty());
  }

  AnnounceAnswer announce(URI tracker) throws Exception {
    return announce(tracker, PATIENCE);
  }

  AnnounceAnswer announce(URI tracker, Duration patience) throws Exception {
    return this.<AnnounceAnswer>get(
        then ->
            trackers.join().announce(tracker, announce(Announce.Event.STARTED), patience, then));
  }

  SwarmReport.Answer scrape(URI tracker) throws Exception {
    return scrape(tracker, PATIENCE);
  }

  SwarmReport.Answer scrape(URI tracker, Duration patience) throws Exception {
    return this.<SwarmReport.Answer>get(
        then -> trackers.join().scrape(tracker, SINTEL, patience, then));
  }

  /** Runs a task on the loop and waits for it. */
  void run(Runnable task) throws Exception {
    CompletableFuture.runAsync(task, loop).get(30, TimeUnit.SECONDS);
  }

  Loop loop() {
    return loop;
  }

  Trackers trackers() {
    return trackers.join();
  }

  @Override
  public void close() {
    loop.execute(trackers.join()::close);
    loop.close();
    threads.shutdownNow();
  }

  private static Trackers.Surroundings usual(Duration firstTry) {
    return new Trackers.Surroundings(InetAddress::getByName, AskedTrackers::usualTls, firstTry);
  }

  private static SSLSocketFactory usualTls() {
    return (SSLSocketFactory) SSLSocketFactory.getDefault();
  }

  private static AskedTrackers onALoop() {
    try {
      return new AskedTrackers(Loop.open("trackers under test"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private <A> A get(Consumer<Consumer<A>> question) throws Exception {
    CompletableFuture<A> answer = new CompletableFuture<>();
    loop.execute(() -> question.accept(answer::complete));
    return answer.get(30, TimeUnit.SECONDS);
  }

  private void begin(Timers timers, Trackers.Surroundings surroundings) {
    loop.execute(
        () -> {
          try {
            UdpSocket socket = UdpSocket.open(loop, new InetSocketAddress(0));
            trackers.complete(
                new Trackers(loop, timers, socket, threads, new Random(1), surroundings));
          } catch (IOException e) {
            trackers.completeExceptionally(e);
          }
        });
    trackers.join();
  }
}
