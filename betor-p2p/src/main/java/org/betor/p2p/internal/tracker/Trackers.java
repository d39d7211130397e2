package org.betor.p2p.internal.tracker;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLSocketFactory;
import org.betor.api.model.InfoHash;
import org.betor.api.spi.SwarmReport;
import org.betor.p2p.internal.http.NameService;
import org.betor.p2p.internal.loop.Loop;
import org.betor.p2p.internal.loop.Timers;
import org.betor.p2p.internal.loop.UdpSocket;

/**
 * The trackers of all torrents of a client, over UDP, HTTP and HTTPS. Used on the loop's thread
 * only, where all answers come too.
 */
public final class Trackers implements AnnounceChannel {
  private static final Duration USUAL_FIRST_TRY = Duration.ofSeconds(3);

  private final Executor loop;
  private final Timers timers;
  private final UdpTrackers udp;
  private final HttpTrackers http;
  private final Set<Inquiry<?>> open = new LinkedHashSet<>();

  /**
   * With the usual patience.
   *
   * @param socket carries the datagrams, and gets this as one of its protocols
   * @param threads do what blocks: look names up and speak HTTP. They should be bounded; what they
   *     do ends soon after its answer came or its time was over
   */
  public Trackers(Loop loop, UdpSocket socket, Executor threads, RandomGenerator random) {
    this(
        loop,
        loop,
        socket,
        threads,
        random,
        new Surroundings(
            InetAddress::getByName,
            () -> (SSLSocketFactory) SSLSocketFactory.getDefault(),
            USUAL_FIRST_TRY));
  }

  Trackers(
      Executor loop,
      Timers timers,
      UdpSocket socket,
      Executor threads,
      RandomGenerator random,
      Surroundings surroundings) {
    this.loop = loop;
    this.timers = timers;
    Blocking blocking = new Blocking(threads, loop);
    this.udp = new UdpTrackers(socket, timers, random, blocking, surroundings);
    this.http = new HttpTrackers(blocking, surroundings);
    socket.listen(udp);
  }

  @Override
  public void announce(
      URI tracker, Announce announce, Duration patience, Consumer<? super AnnounceAnswer> then) {
    ask(new Inquiry<>(tracker, new AnnounceQuestion(announce), then), patience);
  }

  /**
   * Asks how many peers share a torrent.
   *
   * @param patience how long an answer may take
   * @param then gets the answer, always and once, and never before this returns
   */
  public void scrape(
      URI tracker,
      InfoHash infoHash,
      Duration patience,
      Consumer<? super SwarmReport.Answer> then) {
    ask(new Inquiry<>(tracker, new ScrapeQuestion(tracker, infoHash), then), patience);
  }

  /** Ends all that is under way, with answers that say so, and cuts its connections. */
  public void close() {
    List.copyOf(open).forEach(inquiry -> inquiry.fail("the client is closed"));
  }

  private void ask(Inquiry<?> inquiry, Duration patience) {
    open.add(inquiry);
    Timers.Timer deadline =
        timers.after(patience, () -> inquiry.fail("no answer within " + shown(patience)));
    inquiry.atEnd(
        () -> {
          deadline.cancel();
          open.remove(inquiry);
        });
    loop.execute(() -> begin(inquiry, patience));
  }

  private void begin(Inquiry<?> inquiry, Duration patience) {
    if (inquiry.isOver()) {
      return;
    }
    switch (String.valueOf(inquiry.tracker().getScheme()).toLowerCase(Locale.ROOT)) {
      case "udp" -> udp.ask(inquiry);
      case "http", "https" -> http.ask(inquiry, patience);
      default -> inquiry.fail("trackers are asked over UDP, HTTP and HTTPS only");
    }
  }

  private static String shown(Duration patience) {
    return patience.toMillis() % 1000 == 0
        ? patience.toSeconds() + " s"
        : patience.toMillis() + " ms";
  }

  /**
   * What is around, and other than usual in tests.
   *
   * @param names finds hosts
   * @param tls secures connections; asked for on a thread that may block
   * @param firstTry when a datagram is sent once more
   */
  record Surroundings(NameService names, Supplier<SSLSocketFactory> tls, Duration firstTry) {}
}
