package org.betor.p2p.internal.dht;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.betor.api.model.InfoHash;

/** Nodes that reach one another within the memory of a test. */
final class SimulatedNetwork {
  private static final Duration ONE_WAY = Duration.ofMillis(20);

  final SteppedTimers timers = new SteppedTimers();
  private final Map<InetSocketAddress, Wire> receivers = new HashMap<>();
  private final Random random = new Random(5);
  private int hosts;
  private int sent;

  /** A public address that no other has. */
  InetSocketAddress newAddress() {
    hosts++;
    return address("203.0." + hosts / 250 + "." + (1 + hosts % 250), 6881);
  }

  Dht join(InetSocketAddress at, InetSocketAddress... bootstrap) {
    return join(at, new byte[0], bootstrap);
  }

  Dht join(InetSocketAddress at, byte[] state, InetSocketAddress... bootstrap) {
    DhtOptions options =
        new DhtOptions(
            Arrays.asList(bootstrap), state, new Random(random.nextLong()), Reach.PUBLIC);
    HostNames names = new HostNames(Runnable::run, Runnable::run);
    Dht dht = Dht.open((datagram, to) -> send(at, datagram, to), timers, names, options);
    receive(at, (datagram, from) -> dht.take(ByteBuffer.wrap(datagram), from));
    return dht;
  }

  /** That many nodes which all know the first one only. */
  List<Dht> joinAll(int count, InetSocketAddress first) {
    List<Dht> nodes = new ArrayList<>();
    nodes.add(join(first));
    while (nodes.size() < count) {
      nodes.add(join(newAddress(), first));
    }
    timers.pass(Duration.ofMinutes(1));
    return nodes;
  }

  /** What comes to that address goes there; {@code from} is given in the place of a receiver. */
  void receive(InetSocketAddress at, Wire receiver) {
    receivers.put(at, receiver);
  }

  void disappear(InetSocketAddress address) {
    receivers.remove(address);
  }

  void send(InetSocketAddress from, byte[] datagram, InetSocketAddress to) {
    sent++;
    timers.after(
        ONE_WAY, () -> receivers.getOrDefault(to, (lost, nobody) -> {}).send(datagram, from));
  }

  /** How many datagrams anybody sent. */
  int sent() {
    return sent;
  }

  /** What a node finds of a torrent within a minute. */
  List<InetSocketAddress> find(Dht node, InfoHash torrent) {
    List<InetSocketAddress> found = new ArrayList<>();
    node.find(torrent, found::addAll);
    timers.pass(Duration.ofMinutes(1));
    return found;
  }

  void announce(Dht node, InfoHash torrent, int port) {
    node.announce(torrent, port, peers -> {});
    timers.pass(Duration.ofMinutes(1));
  }

  static InetSocketAddress address(String ip, int port) {
    try {
      return new InetSocketAddress(InetAddress.getByName(ip), port);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
