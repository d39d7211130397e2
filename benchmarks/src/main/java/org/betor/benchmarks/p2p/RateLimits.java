package org.betor.benchmarks.p2p;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.SeedOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient.Rates;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentSource;
import org.betor.p2p.BtClient;

/**
 * Whether limits hold, of a client and of a torrent, down and up, each set and changed while a
 * download runs: {@code RateLimits [SECONDS]} measures each for so many seconds, 10 unless told.
 */
public final class RateLimits {
  private static final int MIB = 1 << 20;
  private static final List<Long> LIMITS = List.of(4L * MIB, 8L * MIB);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration SETTLING = Duration.ofSeconds(2);

  private final long seconds;
  private final Path folder;
  private double worst;

  private RateLimits(long seconds, Path folder) {
    this.seconds = seconds;
    this.folder = folder;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("betor-rates-");
    try {
      new RateLimits(arguments.length > 0 ? Long.parseLong(arguments[0]) : 10, folder).run();
    } finally {
      delete(folder);
    }
  }

  private void run() throws Exception {
    try (BtClient seeder = open("seeder");
        BtClient leecher = open("leecher")) {
      Torrent seeded = seeder.seed(film(), SeedOptions.PLAIN);
      Torrent torrent =
          leecher.add(
              TorrentSource.of(seeded.metainfo().orElseThrow()),
              AddOptions.builder(folder.resolve("films"))
                  .peers(
                      List.of(
                          new InetSocketAddress(InetAddress.getLoopbackAddress(), seeder.port())))
                  .rates(down(LIMITS.get(0)))
                  .build());
      measure("torrent, down", torrent, TorrentSnapshot::downloadedBytes, torrent::limit, true);
      measure("client, down", torrent, TorrentSnapshot::downloadedBytes, leecher::limit, true);
      measure("torrent, up", seeded, TorrentSnapshot::uploadedBytes, seeded::limit, false);
      measure("client, up", seeded, TorrentSnapshot::uploadedBytes, seeder::limit, false);
    }
    System.out.printf(Locale.ROOT, "furthest off: %.1f %%%n", worst * 100);
  }

  private void measure(
      String what,
      Torrent torrent,
      ToLongFunction<TorrentSnapshot> bytes,
      Consumer<Rates> limit,
      boolean down)
      throws Exception {
    for (long rate : LIMITS) {
      limit.accept(down ? down(rate) : up(rate));
      pass(SETTLING);
      Moment begin = next(torrent, bytes);
      pass(Duration.ofSeconds(seconds));
      Moment end = next(torrent, bytes);
      double measured = (end.bytes - begin.bytes) / ((end.nanos - begin.nanos) / 1e9);
      double off = measured / rate - 1;
      worst = Math.max(worst, Math.abs(off));
      System.out.printf(
          Locale.ROOT,
          "%s: %.2f of %d MiB/s (%+.1f %%)%n",
          what,
          measured / MIB,
          rate / MIB,
          off * 100);
    }
    limit.accept(Rates.UNLIMITED);
  }

  /** When it was counted next: a snapshot may be as old as the second before. */
  private static Moment next(Torrent torrent, ToLongFunction<TorrentSnapshot> bytes)
      throws Exception {
    long before = bytes.applyAsLong(torrent.snapshot());
    TorrentSnapshot changed = torrent.await(now -> bytes.applyAsLong(now) != before, PATIENCE);
    return new Moment(System.nanoTime(), bytes.applyAsLong(changed));
  }

  private static void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left; (left = end - System.nanoTime()) > 0; ) {
      LockSupport.parkNanos(left);
    }
  }

  private static Rates down(long bytesPerSecond) {
    return new Rates(OptionalLong.of(bytesPerSecond), OptionalLong.empty());
  }

  private static Rates up(long bytesPerSecond) {
    return new Rates(OptionalLong.empty(), OptionalLong.of(bytesPerSecond));
  }

  /** Large enough for all measurements. */
  private Path film() throws IOException {
    Path film = Files.createDirectories(folder.resolve("seed")).resolve("Sintel.2010.mkv");
    byte[] random = new byte[MIB];
    new Random(7).nextBytes(random);
    long sum = LIMITS.stream().mapToLong(Long::longValue).sum();
    try (OutputStream out = Files.newOutputStream(film)) {
      for (long mib = 0; mib < 4 * (seconds + 4) * sum / MIB; mib++) {
        out.write(random);
      }
    }
    return film;
  }

  private BtClient open(String name) throws IOException {
    return BtClient.builder(folder.resolve(name))
        .bind(InetAddress.getLoopbackAddress())
        .discovery(Set.of())
        .open();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private record Moment(long nanos, long bytes) {}
}
