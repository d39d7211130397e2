package org.betor.p2p.internal.webseed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLSocketFactory;
import org.betor.api.metainfo.Metainfo;
import org.betor.p2p.internal.bencode.Bencode;
import org.betor.p2p.internal.disk.InventedTorrent;
import org.betor.p2p.internal.disk.OpenFiles;
import org.betor.p2p.internal.disk.PieceStore;
import org.betor.p2p.internal.disk.Storage;
import org.betor.p2p.internal.loop.HandDrivenTimers;
import org.betor.p2p.internal.swarm.Pieces;
import org.betor.p2p.internal.swarm.QuietSurroundings;
import org.betor.p2p.internal.swarm.Seats;
import org.betor.p2p.internal.swarm.Swarm;
import org.betor.p2p.internal.wire.PeerHandshake.PeerId;
import org.betor.p2p.internal.wire.Throttle;

/** Web seeds of a torrent without peers: the test's thread is the loop, and time passes by hand. */
final class WebSeedBench implements AutoCloseable {
  final HandDrivenTimers timers = new HandDrivenTimers();
  final List<Integer> gained = new ArrayList<>();
  final Throttle throttle = new Throttle();
  final Pieces pieces;
  final Swarm swarm;
  private final BlockingQueue<Runnable> loop = new LinkedBlockingQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Given to the threads and not done. */
  private final AtomicInteger underWay = new AtomicInteger();

  private final OpenFiles files = new OpenFiles(5);
  private final WebSeeds seeds;

  WebSeedBench(InventedTorrent torrent, Path folder, URI... addresses) {
    Metainfo metainfo = with(torrent, addresses);
    pieces = new Pieces(torrent.grid());
    Storage storage = new Storage(metainfo, torrent.grid(), folder, files);
    swarm =
        new Swarm(
            metainfo.infoHash().orElseThrow(),
            new QuietSurroundings(timers, new PeerId(new byte[20])),
            new Heard());
    swarm.metadata(
        metainfo.info(),
        false,
        pieces,
        new PieceStore(storage, torrent.grid(), Runnable::run, loop::add));
    seeds =
        new WebSeeds(
            new WebSeeding(
                timers,
                loop::add,
                this::fetch,
                new Seats(8),
                InetAddress::getByName,
                () -> (SSLSocketFactory) SSLSocketFactory.getDefault()),
            swarm,
            Objects.requireNonNull(swarm.reservations()),
            metainfo,
            List.of(throttle));
  }

  private void fetch(Runnable work) {
    underWay.incrementAndGet();
    threads.execute(
        () -> {
          try {
            work.run();
          } finally {
            underWay.decrementAndGet();
          }
        });
  }

  private static Metainfo with(InventedTorrent torrent, URI... addresses) {
    Map<String, Object> root = new TreeMap<>();
    root.put("info", new Bencode.Encoded(torrent.metainfo().info()));
    root.put("url-list", List.of(addresses).stream().map(URI::toString).toList());
    return Metainfo.read(Bencode.write(root));
  }

  /** A second goes by. */
  void pass() {
    timers.pass(Duration.ofSeconds(1));
    throttle.refill(Duration.ofSeconds(1).toNanos());
    swarm.tick();
    seeds.tick();
  }

  void pass(int seconds) {
    for (int i = 0; i < seconds; i++) {
      pass();
    }
  }

  /** Does what is to be done on the loop until something is so; no time goes by. */
  void until(BooleanSupplier isSo) throws InterruptedException {
    while (!isSo.getAsBoolean()) {
      Runnable next = loop.poll(10, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("it never came to that");
      }
      next.run();
    }
  }

  /** Lets time go by until all is here. */
  void finish() throws InterruptedException {
    seeds.tick();
    for (int second = 0; !pieces.isFinished(); second++) {
      if (second > 20_000) {
        throw new AssertionError("only %d pieces came".formatted(pieces.count()));
      }
      Runnable next = loop.poll(20, TimeUnit.MILLISECONDS);
      if (next == null) {
        pass();
      } else {
        next.run();
      }
    }
  }

  /** Waits until nothing is being fetched, and does what follows from it; no time goes by. */
  void settle() throws InterruptedException {
    while (underWay.get() > 0 || !loop.isEmpty()) {
      Runnable next = loop.poll(1, TimeUnit.MILLISECONDS);
      if (next != null) {
        next.run();
      }
    }
  }

  void hurry() {
    seeds.hurry();
  }

  void stop() {
    seeds.stop();
  }

  @Override
  public void close() {
    seeds.stop();
    threads.shutdownNow();
    files.close();
  }

  private final class Heard implements Swarm.Events {

    @Override
    public boolean metadata(byte[] info) {
      return true;
    }

    @Override
    public void gained(int piece) {
      gained.add(piece);
    }

    @Override
    public void diskFailed(IOException cause) {
      throw new AssertionError(cause);
    }
  }
}
