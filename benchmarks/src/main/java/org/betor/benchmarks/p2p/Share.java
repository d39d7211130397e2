package org.betor.benchmarks.p2p;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient.Rates;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentSource;
import org.betor.p2p.BtClient;

/**
 * Shares torrents on loopback until its input ends: {@code share FOLDER OWN [--torrent FILE]...
 * [--magnet LINK]... [--peer ADDRESS:PORT]... [--up BYTES_PER_SECOND]}. Prints {@code listening
 * PORT}, {@code metadata SECONDS} and {@code have SECONDS}, both since the last torrent was added.
 */
public final class Share {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final List<TorrentSource> sources = new ArrayList<>();
  private final List<InetSocketAddress> peers = new ArrayList<>();
  private Rates rates = Rates.UNLIMITED;
  private boolean magnets;

  private Share(List<String> options) throws IOException {
    for (int i = 0; i < options.size(); i += 2) {
      read(options.get(i), options.get(i + 1));
    }
  }

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    List<String> words = List.of(arguments);
    Share share = new Share(words.subList(3, words.size()));
    try (BtClient client =
        BtClient.builder(Path.of(words.get(2)))
            .bind(InetAddress.getLoopbackAddress())
            .discovery(Set.of())
            .rates(share.rates)
            .open()) {
      System.out.println("listening " + client.port());
      share.run(client, Path.of(words.get(1)));
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  private void read(String option, String value) throws IOException {
    switch (option) {
      case "--torrent" -> sources.add(TorrentSource.read(Path.of(value)));
      case "--magnet" -> {
        sources.add(TorrentSource.of(MagnetLink.parse(value)));
        magnets = true;
      }
      case "--peer" -> {
        int colon = value.lastIndexOf(':');
        int port = Integer.parseInt(value.substring(colon + 1));
        peers.add(new InetSocketAddress(value.substring(0, colon), port));
      }
      case "--up" ->
          rates = new Rates(OptionalLong.empty(), OptionalLong.of(Long.parseLong(value)));
      default -> throw new IllegalArgumentException("there is no option " + option);
    }
  }

  private void run(BtClient client, Path folder) throws Exception {
    AddOptions options = AddOptions.builder(folder).peers(peers).build();
    List<Torrent> torrents = new ArrayList<>();
    for (TorrentSource source : sources) {
      torrents.add(client.add(source, options));
    }
    long start = System.nanoTime();
    if (magnets) {
      await(torrents, TorrentSnapshot::hasMetadata);
      say("metadata", start);
    }
    await(torrents, TorrentSnapshot::isFinished);
    say("have", start);
  }

  private static void await(List<Torrent> torrents, Predicate<TorrentSnapshot> until)
      throws Exception {
    for (Torrent torrent : torrents) {
      torrent.await(until, PATIENCE);
    }
  }

  private static void say(String what, long startNanos) {
    System.out.printf(Locale.ROOT, "%s %.4f%n", what, (System.nanoTime() - startNanos) / 1e9);
  }
}
