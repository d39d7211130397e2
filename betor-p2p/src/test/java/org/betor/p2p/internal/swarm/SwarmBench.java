package org.betor.p2p.internal.swarm;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.betor.p2p.internal.disk.InventedTorrent;
import org.betor.p2p.internal.disk.OpenFiles;
import org.betor.p2p.internal.disk.PieceStore;
import org.betor.p2p.internal.disk.Storage;
import org.betor.p2p.internal.loop.HandDrivenTimers;
import org.betor.p2p.internal.loop.Loop;
import org.betor.p2p.internal.wire.ConnectedChannels;
import org.betor.p2p.internal.wire.Connection;
import org.betor.p2p.internal.wire.PeerHandshake;
import org.betor.p2p.internal.wire.PeerHandshake.Features;
import org.betor.p2p.internal.wire.PeerHandshake.PeerId;
import org.betor.p2p.internal.wire.Wires;

/** A swarm whose peers are scripted, whose time passes by hand, and whose disk waits to be told. */
final class SwarmBench implements AutoCloseable {
  final InventedTorrent torrent;
  final Pieces pieces;
  final Loop loop = Loop.open("swarm under test");
  final HandDrivenTimers timers = new HandDrivenTimers();
  final List<InetSocketAddress> calls = new ArrayList<>();
  final List<Integer> gained = new ArrayList<>();
  final Swarm swarm;

  /** What becomes of a call; nothing, unless a test says so. */
  BiConsumer<InetSocketAddress, Swarm> callee = (address, from) -> {};

  private final Queue<Runnable> disk = new ConcurrentLinkedQueue<>();
  private final Wires wires = new Wires(loop);
  private final OpenFiles files = new OpenFiles(5);
  private final Random random = new Random(11);
  private final PieceStore store;
  private final List<ConnectedChannels> channels = new ArrayList<>();

  SwarmBench(InventedTorrent torrent, Path folder) throws Exception {
    this.torrent = torrent;
    this.pieces = new Pieces(torrent.grid());
    Storage storage = new Storage(torrent.metainfo(), torrent.grid(), folder, files);
    this.store = new PieceStore(storage, torrent.grid(), disk::add, loop);
    this.swarm =
        onLoop(
            () -> {
              Swarm made =
                  new Swarm(torrent.metainfo().infoHash().orElseThrow(), new Around(), new Heard());
              made.start();
              return made;
            });
  }

  /** The metadata is here from the start. */
  SwarmBench withMetadata() throws Exception {
    onLoop(
        () -> {
          learnMetadata();
          return true;
        });
    return this;
  }

  private void learnMetadata() {
    swarm.metadata(torrent.metainfo().info(), false, pieces, store);
  }

  /** One more peer, which says nothing yet. */
  ScriptedPeer join() throws Exception {
    ConnectedChannels both = open();
    onLoop(
        () -> {
          swarm.met(Connection.of(wires, both.near()), greeting(), false);
          return true;
        });
    return new ScriptedPeer(both.far());
  }

  /** A peer that the swarm does not know. */
  Peer stranger() throws Exception {
    ConnectedChannels both = open();
    return onLoop(() -> new Peer(swarm, Connection.of(wires, both.near()), greeting(), false));
  }

  private ConnectedChannels open() throws IOException {
    ConnectedChannels both = ConnectedChannels.open();
    channels.add(both);
    return both;
  }

  private PeerHandshake greeting() {
    byte[] id = new byte[20];
    random.nextBytes(id);
    return new PeerHandshake(swarm.torrent(), new PeerId(id), Features.ours(true));
  }

  /** So many seconds go by. */
  void pass(int seconds) throws Exception {
    onLoop(
        () -> {
          for (int i = 0; i < seconds; i++) {
            timers.pass(Duration.ofSeconds(1));
            swarm.tick();
          }
          return true;
        });
  }

  /** What waits for the disk is done, and all that follows from it on the loop. */
  void runDisk() throws Exception {
    for (Runnable work; (work = disk.poll()) != null; ) {
      work.run();
    }
    onLoop(() -> true);
  }

  int waitingForDisk() {
    return disk.size();
  }

  <T> T onLoop(Callable<T> task) throws Exception {
    CompletableFuture<T> done = new CompletableFuture<>();
    loop.execute(
        () -> {
          try {
            done.complete(task.call());
          } catch (Throwable e) {
            done.completeExceptionally(e);
          }
        });
    return done.get(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    loop.close();
    files.close();
    for (ConnectedChannels each : channels) {
      each.close();
    }
  }

  private final class Heard implements Swarm.Events {

    @Override
    public boolean metadata(byte[] info) {
      boolean right = Arrays.equals(info, torrent.metainfo().info());
      if (right) {
        learnMetadata();
      }
      return right;
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

  private final class Around extends QuietSurroundings {

    Around() {
      super(timers, new PeerId(new byte[20]));
    }

    @Override
    public void call(InetSocketAddress address, Swarm from) {
      calls.add(address);
      callee.accept(address, from);
    }
  }
}
