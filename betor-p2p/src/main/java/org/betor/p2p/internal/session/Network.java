package org.betor.p2p.internal.session;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.betor.p2p.Discovery;
import org.betor.p2p.internal.dht.Dht;
import org.betor.p2p.internal.dht.DhtOptions;
import org.betor.p2p.internal.dht.Reach;
import org.betor.p2p.internal.greeting.Door;
import org.betor.p2p.internal.greeting.Line;
import org.betor.p2p.internal.greeting.Manners;
import org.betor.p2p.internal.loop.Loop;
import org.betor.p2p.internal.loop.UdpSocket;
import org.betor.p2p.internal.lsd.LocalDiscovery;
import org.betor.p2p.internal.portmap.PortMapper;
import org.betor.p2p.internal.tracker.Announce;
import org.betor.p2p.internal.tracker.Scrapes;
import org.betor.p2p.internal.tracker.Trackers;
import org.betor.p2p.internal.webseed.WebSeeding;
import org.betor.p2p.internal.wire.PeerHandshake.Features;
import org.betor.p2p.internal.wire.PeerHandshake.PeerId;
import org.betor.p2p.internal.wire.Wires;

/**
 * A client's loop and sockets.
 *
 * @param loop their thread
 * @param wires buffers of connections
 * @param door where peers come in
 * @param port of peers and of UDP
 * @param peerId by which peers know us
 * @param self what trackers are told of us
 * @param trackers asks them
 * @param scrapes asks them how many peers there are
 * @param dht the DHT node; empty if it is off
 * @param lsd peers of the local network; empty if they are not looked for
 * @param portMapper our port at the gateway; empty if that is left alone
 * @param webSeeding what web seeds are asked with
 */
record Network(
    Loop loop,
    Wires wires,
    Door door,
    int port,
    PeerId peerId,
    Announce.Self self,
    Trackers trackers,
    Scrapes scrapes,
    Optional<Dht> dht,
    Optional<LocalDiscovery> lsd,
    Optional<PortMapper> portMapper,
    WebSeeding webSeeding) {
  private static final String AGENT = "-Bo0100-";
  private static final int TRIES_FOR_A_PAIR = 10;

  /** Opens the sockets. */
  static Network open(Setup setup, Executor errands, SecureRandom random, byte[] dhtState)
      throws IOException {
    Loop loop = Loop.open("betor-p2p");
    try {
      return loop.call(() -> open(loop, setup, errands, random, dhtState));
    } catch (UncheckedIOException e) {
      loop.close();
      throw e.getCause();
    } catch (RuntimeException e) {
      loop.close();
      throw e;
    }
  }

  private static Network open(
      Loop loop, Setup setup, Executor errands, SecureRandom random, byte[] dhtState) {
    Wires wires = new Wires(loop);
    PeerId peerId = peerId(random);
    boolean withDht = setup.discovery().contains(Discovery.DHT);
    Manners manners = new Manners(peerId, Features.ours(withDht), setup.encryption(), random);
    Line line = new Line(loop, wires, manners, setup.address());
    try {
      Pair pair = pair(loop, line, setup);
      Trackers trackers = new Trackers(loop, pair.udp, errands, random);
      Optional<Dht> dht =
          withDht
              ? Optional.of(
                  Dht.open(pair.udp, loop, loop, errands, dhtOptions(setup, random, dhtState)))
              : Optional.empty();
      int port = pair.door.address().getPort();
      Announce.Self self = new Announce.Self(peerId.bytes(), port, random.nextInt());
      Scrapes scrapes = new Scrapes(loop, trackers);
      return new Network(
          loop,
          wires,
          pair.door,
          port,
          peerId,
          self,
          trackers,
          scrapes,
          dht,
          lsd(loop, setup, port, random),
          portMapper(loop, setup, port, errands),
          WebSeeding.of(loop, errands));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The same port for TCP and UDP, as peers expect; where any will do, one that is free in both.
   */
  private static Pair pair(Loop loop, Line line, Setup setup) throws IOException {
    for (int left = setup.port() == 0 ? TRIES_FOR_A_PAIR : 1; ; left--) {
      Door door = Door.open(line, new InetSocketAddress(setup.address(), setup.port()));
      try {
        return new Pair(door, udp(loop, door.address()));
      } catch (IOException e) {
        door.close();
        if (left <= 1) {
          throw e;
        }
      }
    }
  }

  private static UdpSocket udp(Loop loop, InetSocketAddress address) throws IOException {
    try {
      return UdpSocket.open(loop, address);
    } catch (BindException e) {
      throw new IOException(
          "UDP port %d of %s cannot be listened at: %s"
              .formatted(address.getPort(), address.getAddress(), e.getMessage()),
          e);
    }
  }

  private static Optional<LocalDiscovery> lsd(
      Loop loop, Setup setup, int port, SecureRandom random) {
    return setup.discovery().contains(Discovery.LSD)
        ? LocalDiscovery.open(loop, setup.address(), port, setup.meeting(), random)
        : Optional.empty();
  }

  private static Optional<PortMapper> portMapper(
      Loop loop, Setup setup, int port, Executor errands) {
    return setup
        .gateways()
        .map(ssdp -> new PortMapper.Surroundings(loop, loop, errands, ssdp))
        .map(surroundings -> new PortMapper(surroundings, setup.address(), port));
  }

  private static DhtOptions dhtOptions(Setup setup, SecureRandom random, byte[] state) {
    return setup.dhtNodes().isEmpty()
        ? DhtOptions.ofTheInternet(state)
        : new DhtOptions(setup.dhtNodes(), state, random, Reach.ANY);
  }

  private static PeerId peerId(SecureRandom random) {
    byte[] id = new byte[20];
    random.nextBytes(id);
    byte[] agent = AGENT.getBytes(US_ASCII);
    System.arraycopy(agent, 0, id, 0, agent.length);
    return new PeerId(id);
  }

  private record Pair(Door door, UdpSocket udp) {}
}
