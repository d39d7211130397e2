package org.betor.p2p.internal.session;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.betor.p2p.internal.loop.Timers;
import org.betor.p2p.internal.swarm.Limits;
import org.betor.p2p.internal.swarm.Room;
import org.betor.p2p.internal.swarm.Seats;
import org.betor.p2p.internal.swarm.Surroundings;
import org.betor.p2p.internal.swarm.Swarm;
import org.betor.p2p.internal.wire.PeerHandshake.PeerId;
import org.betor.p2p.internal.wire.Throttle;

/** What the client gives to a swarm. */
record Neighbourhood(
    Network network,
    RandomGenerator random,
    Room room,
    Seats seats,
    Limits limits,
    boolean exchangesPeers,
    OwnThrottles own,
    OwnThrottles all)
    implements Surroundings {

  @Override
  public Timers timers() {
    return network.loop();
  }

  @Override
  public PeerId peerId() {
    return network.peerId();
  }

  @Override
  public int port() {
    return network.port();
  }

  @Override
  public OptionalInt dhtPort() {
    return network.dht().isPresent() ? OptionalInt.of(network.port()) : OptionalInt.empty();
  }

  @Override
  public void dhtNode(InetSocketAddress node) {
    network.dht().ifPresent(dht -> dht.learn(node));
  }

  @Override
  public List<Throttle> down() {
    return List.of(own.down(), all.down());
  }

  @Override
  public List<Throttle> up() {
    return List.of(own.up(), all.up());
  }

  @Override
  public void call(InetSocketAddress address, Swarm swarm) {
    network.door().call(address, swarm);
  }
}
