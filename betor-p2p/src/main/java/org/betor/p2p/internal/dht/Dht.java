package org.betor.p2p.internal.dht;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.betor.api.model.InfoHash;
import org.betor.p2p.internal.bencode.MalformedException;
import org.betor.p2p.internal.loop.Timers;
import org.betor.p2p.internal.loop.UdpSocket;

/**
 * One node of the table that all clients keep together: finds the peers of torrents there,
 * announces ours, and keeps its part of others'. IPv4 only. Used on the loop's thread only.
 *
 * @see <a href="https://www.bittorrent.org/beps/bep_0005.html">BEP 5, DHT protocol</a>
 */
public final class Dht {
  private static final Duration TOKENS_CHANGE = Duration.ofMinutes(5);
  private static final Duration UPKEEP = Duration.ofMinutes(1);
  private static final int BUCKETS_RENEWED_AT_ONCE = 3;
  private static final int MAX_MESSAGE_BYTES = 4_096;
  private static final int MAX_PORT = 65_535;

  private final Wire wire;
  private final Reach reach;
  private final RandomGenerator random;
  private final Id own;
  private final Table table;
  private final PeerStore peers;
  private final Service service;
  private final Allowance allowance;
  private final Calls calls;
  private final Lookups lookups;
  private final Chores chores;
  private final Joining joining;
  private boolean stopped;

  private Dht(Wire wire, Timers timers, HostNames names, DhtOptions options) {
    SavedState saved = SavedState.read(options.state(), options.random());
    this.wire = wire;
    this.reach = options.reach();
    this.random = options.random();
    this.own = saved.id();
    this.table = new Table(own, reach, timers);
    this.peers = new PeerStore(reach, timers, random);
    Tokens tokens = new Tokens(random);
    this.service = new Service(own, table, peers, tokens);
    this.allowance = new Allowance(timers);
    this.calls = new Calls(wire, timers, random, own, table);
    this.lookups = new Lookups(calls, table, timers, reach);
    this.chores = new Chores(timers);
    this.joining = new Joining(saved, options, names, calls, table, lookups, timers);
    chores.every(TOKENS_CHANGE, tokens::rotate);
    chores.every(UPKEEP, peers::expire);
    chores.every(UPKEEP, this::renewBuckets);
    joining.start();
  }

  /**
   * Takes part from this socket's port, and begins to look for other nodes.
   *
   * @param loop runs what belongs on the loop's thread
   * @param lookups runs what waits for the system to resolve host names
   */
  public static Dht open(
      UdpSocket socket, Timers timers, Executor loop, Executor lookups, DhtOptions options) {
    Wire wire = (datagram, to) -> socket.send(ByteBuffer.wrap(datagram), to);
    Dht dht = open(wire, timers, new HostNames(lookups, loop), options);
    socket.listen(dht::take);
    return dht;
  }

  static Dht open(Wire wire, Timers timers, HostNames names, DhtOptions options) {
    return new Dht(wire, timers, names, options);
  }

  /** Looks for a torrent's peers. Waits if no other node is known yet. */
  public void find(InfoHash torrent, PeerListener listener) {
    Id id = Id.of(torrent);
    lookups.peers(id, peers.some(id), listener::found, nearest -> listener.over());
  }

  /**
   * Looks for a torrent's peers and has the nodes nearest to it keep us as one more, for about half
   * an hour.
   *
   * @param port where we accept peers, from 1 to 65,535
   */
  public void announce(InfoHash torrent, int port, PeerListener listener) {
    if (port < 1 || port > MAX_PORT) {
      throw new IllegalArgumentException("a port is from 1 to 65535, got " + port);
    }
    Id id = Id.of(torrent);
    lookups.peers(
        id,
        peers.some(id),
        listener::found,
        nearest -> {
          nearest.forEach(candidate -> announce(id, port, candidate));
          listener.over();
        });
  }

  /** Asks an address that somebody told us whether a node is there. */
  public void learn(InetSocketAddress node) {
    if (!stopped && reach.admits(node) && !table.knows(node)) {
      calls.ping(node);
    }
  }

  /** What {@link DhtOptions} take the next time: our id and nodes that answered, a few KiB. */
  public byte[] state() {
    return new SavedState(own, table.good().toList()).write();
  }

  /** How many nodes are known. */
  public int size() {
    return table.size();
  }

  /** Ends lookups without a word to their listeners, and neither asks nor answers any more. */
  public void stop() {
    stopped = true;
    joining.stop();
    chores.stop();
    lookups.stop();
    calls.stop();
  }

  /** Takes a datagram if it is a message of this protocol, as {@link UdpSocket.Protocol} does. */
  boolean take(ByteBuffer datagram, InetSocketAddress from) {
    if (stopped || !datagram.hasRemaining() || datagram.get(datagram.position()) != 'd') {
      return false;
    }
    if (datagram.remaining() > MAX_MESSAGE_BYTES) {
      return true;
    }
    try {
      Message message = Message.read(datagram);
      if (reach.admits(from)) {
        take(message, from);
      }
      return true;
    } catch (MalformedException e) {
      return false;
    }
  }

  private void take(Message message, InetSocketAddress from) {
    if (message instanceof Message.Answer answer) {
      calls.take(answer, from);
    } else if (message instanceof Message.Failure failure) {
      calls.take(failure, from);
    } else if (message instanceof Message.Query query && allowance.take(from.getAddress())) {
      wire.send(service.reply(query, from), from);
      query.sender().ifPresent(id -> meet(new Node(id, from)));
    }
  }

  private void meet(Node node) {
    if (!table.heard(node) && table.wants(node)) {
      calls.ping(node.address());
    }
  }

  private void announce(Id torrent, int port, Candidate candidate) {
    if (candidate.token().length > 0) {
      Map<String, ?> arguments =
          Map.of("info_hash", torrent.bytes(), "port", port, "token", candidate.token());
      calls.ask(candidate.node().address(), "announce_peer", arguments, Calls.Reply.IGNORED);
    }
  }

  private void renewBuckets() {
    List<Id> stale = table.stale(BUCKETS_RENEWED_AT_ONCE, random);
    stale.forEach(id -> lookups.approach(id, () -> {}));
  }
}
