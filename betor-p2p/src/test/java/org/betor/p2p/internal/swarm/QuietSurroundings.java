package org.betor.p2p.internal.swarm;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.betor.p2p.internal.loop.Timers;
import org.betor.p2p.internal.wire.PeerHandshake.PeerId;
import org.betor.p2p.internal.wire.Throttle;

/** Surroundings without limits and without a DHT, that call nobody. */
public class QuietSurroundings implements Surroundings {
  private final Timers timers;
  private final Seats seats = new Seats(100);
  private final PeerId peerId;
  private final Room room = new Room(64 << 20);
  private final Random random = new Random(11);

  public QuietSurroundings(Timers timers, PeerId peerId) {
    this.timers = timers;
    this.peerId = peerId;
  }

  @Override
  public Timers timers() {
    return timers;
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public Room room() {
    return room;
  }

  @Override
  public Seats seats() {
    return seats;
  }

  @Override
  public Limits limits() {
    return Limits.USUAL;
  }

  @Override
  public PeerId peerId() {
    return peerId;
  }

  @Override
  public int port() {
    return 6881;
  }

  @Override
  public OptionalInt dhtPort() {
    return OptionalInt.empty();
  }

  @Override
  public void dhtNode(InetSocketAddress node) {}

  @Override
  public boolean exchangesPeers() {
    return true;
  }

  @Override
  public List<Throttle> down() {
    return List.of();
  }

  @Override
  public List<Throttle> up() {
    return List.of();
  }

  @Override
  public void call(InetSocketAddress address, Swarm swarm) {}
}
