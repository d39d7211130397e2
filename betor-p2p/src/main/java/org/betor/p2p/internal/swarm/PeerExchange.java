package org.betor.p2p.internal.swarm;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.betor.p2p.internal.bencode.Bencode;
import org.betor.p2p.internal.bencode.Dictionary;
import org.betor.p2p.internal.bencode.MalformedException;

/**
 * Tells a peer who else is there, and hears it from the peer.
 *
 * @see <a href="https://www.bittorrent.org/beps/bep_0011.html">BEP 11, peer exchange</a>
 */
final class PeerExchange {
  private static final long EVERY_NANOS = Duration.ofMinutes(1).toNanos();

  /** Peers speak once a minute; those that speak much more often are not listened to. */
  private static final long LEAST_BETWEEN_NANOS = Duration.ofSeconds(20).toNanos();

  private static final int MOST_TOLD = 50;
  private static final int MOST_HEARD = 100;
  private static final int V4_BYTES = 6;
  private static final int V6_BYTES = 18;

  private final Peer peer;
  private final Swarm swarm;
  private final Set<InetSocketAddress> told = new LinkedHashSet<>();
  private long toldAt;
  private long heardAt;

  PeerExchange(Peer peer, Swarm swarm) {
    this.peer = peer;
    this.swarm = swarm;
    this.toldAt = swarm.nanoTime() - EVERY_NANOS;
    this.heardAt = toldAt;
  }

  /** A second is over: tells what changed, once a minute. */
  void tick() {
    boolean due = swarm.nanoTime() - toldAt >= EVERY_NANOS;
    if (!due || peer.extensions().pexId() == 0 || !swarm.exchangesPeers()) {
      return;
    }
    Set<InetSocketAddress> now = swarm.listening(peer);
    List<InetSocketAddress> added =
        now.stream().filter(each -> !told.contains(each)).limit(MOST_TOLD).toList();
    List<InetSocketAddress> dropped =
        told.stream().filter(each -> !now.contains(each)).limit(MOST_TOLD).toList();
    if (!added.isEmpty() || !dropped.isEmpty()) {
      toldAt = swarm.nanoTime();
      told.addAll(added);
      dropped.forEach(told::remove);
      peer.sendExtended(peer.extensions().pexId(), message(added, dropped));
      peer.connection().flush();
    }
  }

  private static byte[] message(List<InetSocketAddress> added, List<InetSocketAddress> dropped) {
    Map<String, Object> message = new HashMap<>();
    message.put("added", compact(added, V4_BYTES));
    message.put("added.f", new byte[compact(added, V4_BYTES).length / V4_BYTES]);
    message.put("added6", compact(added, V6_BYTES));
    message.put("added6.f", new byte[compact(added, V6_BYTES).length / V6_BYTES]);
    message.put("dropped", compact(dropped, V4_BYTES));
    message.put("dropped6", compact(dropped, V6_BYTES));
    return Bencode.write(message);
  }

  private static byte[] compact(List<InetSocketAddress> peers, int bytesEach) {
    ByteBuffer bytes = ByteBuffer.allocate(bytesEach * peers.size());
    for (InetSocketAddress each : peers) {
      if ((each.getAddress() instanceof Inet4Address) == (bytesEach == V4_BYTES)) {
        bytes.put(each.getAddress().getAddress()).putShort((short) each.getPort());
      }
    }
    byte[] used = new byte[bytes.position()];
    bytes.flip().get(used);
    return used;
  }

  void received(ByteBuffer payload) throws MalformedException {
    boolean soon = swarm.nanoTime() - heardAt < LEAST_BETWEEN_NANOS;
    if (!swarm.exchangesPeers() || soon) {
      return;
    }
    heardAt = swarm.nanoTime();
    Dictionary said = Dictionary.read(payload);
    List<InetSocketAddress> heard = new ArrayList<>();
    read(said.bytes("added").orElse(new byte[0]), V4_BYTES, heard);
    read(said.bytes("added6").orElse(new byte[0]), V6_BYTES, heard);
    swarm.hear(heard.subList(0, Math.min(heard.size(), MOST_HEARD)));
  }

  private static void read(byte[] compact, int bytesEach, List<InetSocketAddress> peers) {
    ByteBuffer bytes = ByteBuffer.wrap(compact);
    byte[] address = new byte[bytesEach - 2];
    while (bytes.remaining() >= bytesEach) {
      bytes.get(address);
      peers.add(new InetSocketAddress(inet(address), bytes.getShort() & 0xffff));
    }
  }

  private static InetAddress inet(byte[] address) {
    try {
      return InetAddress.getByAddress(address);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("4 and 16 bytes are addresses", e);
    }
  }
}
