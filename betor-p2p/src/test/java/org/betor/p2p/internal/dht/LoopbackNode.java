package org.betor.p2p.internal.dht;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.betor.api.model.InfoHash;
import org.betor.p2p.internal.loop.Loop;
import org.betor.p2p.internal.loop.UdpSocket;

/** A node with a loop and a socket of its own, whose answers a test waits for. */
final class LoopbackNode implements AutoCloseable {
  private final Loop loop;
  private final ExecutorService lookups = Executors.newSingleThreadExecutor();
  private final CompletableFuture<Dht> dht = new CompletableFuture<>();
  private final CompletableFuture<InetSocketAddress> address = new CompletableFuture<>();

  private LoopbackNode(Loop loop) {
    this.loop = loop;
  }

  static LoopbackNode open(InetSocketAddress... bootstrap) throws Exception {
    LoopbackNode node = new LoopbackNode(Loop.open("a node of the DHT"));
    node.loop.execute(() -> node.begin(Arrays.asList(bootstrap)));
    node.address();
    return node;
  }

  InetSocketAddress address() throws Exception {
    return address.get(20, TimeUnit.SECONDS);
  }

  /** Returns when all is found. */
  List<InetSocketAddress> find(InfoHash torrent) throws Exception {
    return await((node, listener) -> node.find(torrent, listener));
  }

  /** Returns what peers were there. */
  List<InetSocketAddress> announce(InfoHash torrent, int port) throws Exception {
    return await((node, listener) -> node.announce(torrent, port, listener));
  }

  @Override
  public void close() {
    loop.execute(() -> dht.join().stop());
    loop.close();
    lookups.shutdownNow();
  }

  private void begin(List<InetSocketAddress> bootstrap) {
    try {
      InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      UdpSocket socket = UdpSocket.open(loop, any);
      DhtOptions options =
          new DhtOptions(bootstrap, new byte[0], new Random(socket.address().getPort()), Reach.ANY);
      dht.complete(Dht.open(socket, loop, loop, lookups, options));
      address.complete(socket.address());
    } catch (IOException e) {
      address.completeExceptionally(e);
    }
  }

  private List<InetSocketAddress> await(BiConsumer<Dht, PeerListener> lookup) throws Exception {
    Collected collected = new Collected();
    loop.execute(() -> lookup.accept(dht.join(), collected));
    return collected.all.get(60, TimeUnit.SECONDS);
  }

  private static final class Collected implements PeerListener {
    private final List<InetSocketAddress> some = new ArrayList<>();
    private final CompletableFuture<List<InetSocketAddress>> all = new CompletableFuture<>();

    @Override
    public void found(List<InetSocketAddress> peers) {
      some.addAll(peers);
    }

    @Override
    public void over() {
      all.complete(some);
    }
  }
}
