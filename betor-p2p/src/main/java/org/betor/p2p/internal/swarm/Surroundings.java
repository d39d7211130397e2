package org.betor.p2p.internal.swarm;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.betor.p2p.internal.loop.Timers;
import org.betor.p2p.internal.wire.PeerHandshake.PeerId;
import org.betor.p2p.internal.wire.Throttle;

/** What the client around a swarm gives to it. */
public interface Surroundings {

  /** Time. */
  Timers timers();

  /** Chance. */
  RandomGenerator random();

  /** Room for pieces on their way. */
  Room room();

  /** Room for connections. */
  Seats seats();

  /** How many peers there may be. */
  Limits limits();

  /** By which we know ourselves. */
  PeerId peerId();

  /** Where we listen. */
  int port();

  /** Where our DHT node listens; empty without one. */
  OptionalInt dhtPort();

  /** A DHT node may be there. */
  void dhtNode(InetSocketAddress node);

  /** Whether peers tell one another of others. */
  boolean exchangesPeers();

  /** What limits what comes. */
  List<Throttle> down();

  /** What limits what goes. */
  List<Throttle> up();

  /**
   * Calls a peer; it is given to {@link Swarm#met}, or its address to {@link Swarm#missed}, later.
   */
  void call(InetSocketAddress address, Swarm swarm);
}
