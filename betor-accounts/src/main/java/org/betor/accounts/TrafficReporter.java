package org.betor.accounts;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.betor.accounts.internal.ratio.TorrentMeter;
import org.betor.api.model.InfoHash;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient;

/**
 * Tells the server what a client transfers, on the client's side.
 *
 * <pre>{@code
 * TrafficReporter reporter = new TrafficReporter(client); // right after it was opened
 * reporter.send(report -> post(address, token, report.json())); // each minute, and at the end
 * }</pre>
 *
 * <p>Counts from what the torrents have transferred when it is made. What is transferred between
 * the last report and a crash of the client is not told. Starts no threads; safe for use by
 * several.
 */
public final class TrafficReporter {
  private final TorrentClient client;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Map<InfoHash, TorrentMeter> meters = new LinkedHashMap<>();
  private long sequence;

  /** Reports on a client from now on. */
  public TrafficReporter(TorrentClient client) {
    this(client, InstantSource.system(), new SecureRandom());
  }

  /**
   * The same, with a clock and chance that are given.
   *
   * @param random tells the sessions of clients apart
   */
  public TrafficReporter(TorrentClient client, InstantSource clock, RandomGenerator random) {
    this.client = client;
    this.clock = clock;
    this.random = random;
    client
        .torrents()
        .forEach(
            torrent ->
                meters.put(torrent.infoHash(), TorrentMeter.from(torrent, torrent.snapshot())));
  }

  /**
   * Hands over a report for each torrent that transferred something since the last one that was
   * taken.
   *
   * @param carrier takes a report by returning, also one that the server refused for good; if it
   *     throws, this and the following come again with the next call
   */
  public synchronized void send(Consumer<TrafficReport> carrier) {
    List<Torrent> torrents = client.torrents();
    for (Torrent torrent : torrents) {
      meters
          .computeIfAbsent(torrent.infoHash(), first -> TorrentMeter.fromNothing(torrent))
          .look(torrent.snapshot());
    }
    for (TorrentMeter meter : meters.values()) {
      if (meter.hasNews()) {
        meter.begin(clock.instant(), random);
        carrier.accept(meter.report(++sequence));
        meter.taken();
      }
    }
    Set<InfoHash> here = torrents.stream().map(Torrent::infoHash).collect(Collectors.toSet());
    meters.keySet().retainAll(here);
  }
}
