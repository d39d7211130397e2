package org.betor.p2p;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentSource;

/** Clients of one test on the loopback address, each with a folder; closed with this. */
final class Clients implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final long POLL_NANOS = 5_000_000;

  private final Path folder;
  private final Deque<BtClient> open = new ArrayDeque<>();

  Clients(Path folder) {
    this.folder = folder;
  }

  /** Opens one that speaks plainly and is found by its address alone. */
  BtClient open(String name) throws IOException {
    return keep(builder(folder.resolve(name)).open());
  }

  /** Closes one more with this. */
  BtClient keep(BtClient client) {
    open.push(client);
    return client;
  }

  static BtClient.Builder builder(Path folder) {
    return BtClient.builder(folder)
        .bind(InetAddress.getLoopbackAddress())
        .encryption(Encryption.OFF)
        .discovery(Set.of());
  }

  /** One that has the film, and calls those others. */
  BtClient seeder(Film film, BtClient... others) throws IOException {
    BtClient client = open("seeder");
    client.add(
        TorrentSource.of(film.metainfo()),
        AddOptions.builder(film.path().resolveSibling(""))
            .peers(Stream.of(others).map(Clients::at).toList())
            .build());
    return client;
  }

  /** Downloads the film below {@code films/}, from those peers. */
  Torrent download(BtClient client, Film film, InetSocketAddress... peers) {
    return client.add(
        TorrentSource.of(film.metainfo()),
        AddOptions.builder(folder.resolve("films")).peers(List.of(peers)).build());
  }

  static InetSocketAddress at(BtClient client) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), client.port());
  }

  /** Waits until something is so; fails if it does not become so. */
  static void eventually(String what, BooleanSupplier isSo) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("it never came to that: " + what);
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  /** Waits until all threads have ended whose names begin so; for isolated tests. */
  static void eventuallyNoThread(String named) {
    eventually(
        "all threads end",
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith(named)));
  }

  @Override
  public void close() {
    open.forEach(BtClient::close);
  }
}
