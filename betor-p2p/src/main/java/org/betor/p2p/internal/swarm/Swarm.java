package org.betor.p2p.internal.swarm;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.betor.api.model.InfoHash;
import org.betor.api.spi.PieceOrder;
import org.betor.p2p.internal.bencode.MalformedException;
import org.betor.p2p.internal.disk.PieceStore;
import org.betor.p2p.internal.wire.Connection;
import org.betor.p2p.internal.wire.PeerHandshake;
import org.betor.p2p.internal.wire.PeerHandshake.PeerId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A torrent among its peers: connects to some of those that are to be had, fetches the metadata if
 * it is not here, then the pieces that are missing, and serves what is here. Used on the loop's
 * thread only.
 */
public final class Swarm {
  private static final Logger LOG = LoggerFactory.getLogger(Swarm.class);
  private static final int ENOUGH_PEERS = 10;
  private static final int MOST_CALLS = 20;
  private static final int MOST_FETCHING = 3;

  private final InfoHash torrent;
  private final Surroundings surroundings;
  private final Events events;
  private final Candidates candidates = new Candidates();
  private final Map<PeerId, Peer> peers = new LinkedHashMap<>();
  private final Set<InetSocketAddress> calls = new LinkedHashSet<>();
  private final int mostPeers;
  private final Choker choker;
  private final RateMeter down = new RateMeter();
  private final RateMeter up = new RateMeter();
  private final Download.Events downloadEvents = new DownloadEvents();
  private byte @Nullable [] metadata;
  private @Nullable Download download;
  private boolean isPrivate;
  private boolean running;
  private boolean callsSoon;

  /** Stands still until it is started. */
  public Swarm(InfoHash torrent, Surroundings surroundings, Events events) {
    this.torrent = torrent;
    this.surroundings = surroundings;
    this.events = events;
    this.mostPeers = surroundings.limits().connectionsPerTorrent();
    this.choker =
        new Choker(
            surroundings.limits().uploadSlots(),
            surroundings.random(),
            surroundings.timers().nanoTime());
  }

  /** The metadata is here: what the torrent holds is known. */
  public void metadata(byte[] info, boolean isPrivate, Pieces pieces, PieceStore store) {
    this.metadata = info;
    this.isPrivate = isPrivate;
    this.download =
        new Download(
            pieces,
            store,
            surroundings.timers(),
            surroundings.random().nextLong(),
            surroundings.room(),
            downloadEvents);
    for (Peer peer : List.copyOf(peers.values())) {
      takeUp(peer);
    }
  }

  private void takeUp(Peer peer) {
    peer.metadata().stop();
    try {
      peer.metadataCame();
      peer.requests().fill();
      peer.connection().flush();
    } catch (MalformedException e) {
      peer.leave(String.valueOf(e.getMessage()));
    }
  }

  /** Connects to peers, and takes those that call. */
  public void start() {
    running = true;
    callMore();
  }

  /** Leaves all peers. */
  public void stop(String why) {
    running = false;
    List.copyOf(peers.values()).forEach(peer -> peer.leave(why));
    if (download != null) {
      download.end();
    }
  }

  /** The priorities of pieces changed, or pieces that were here are gone. */
  public void wantedChanged() {
    if (download != null) {
      download.wantedChanged();
    }
    for (Peer peer : List.copyOf(peers.values())) {
      peer.countUseful();
      peer.requests().fill();
      peer.connection().flush();
    }
  }

  /** What is urgent changed at once: the fastest are asked for it first. */
  public void hurry() {
    peers.values().stream()
        .sorted(Comparator.comparingLong((Peer peer) -> peer.down().perSecond()).reversed())
        .toList()
        .forEach(peer -> peer.requests().hurry());
  }

  /** Which pieces come first. */
  public void order(PieceOrder order) {
    if (download != null) {
      download.order(order);
    }
  }

  /**
   * Where pieces come in that are fetched elsewhere; null as long as nobody knows what they are.
   */
  public @Nullable Reservations reservations() {
    return download == null ? null : download.reservations();
  }

  /** Peers that may be there. */
  public void learn(Collection<InetSocketAddress> addresses) {
    candidates.add(addresses);
    callMore();
  }

  /** Peers that may be there, as a peer says. */
  void hear(Collection<InetSocketAddress> addresses) {
    candidates.addHearsay(addresses);
    callMore();
  }

  /** A peer came by, or was called; the connection is its from now on. */
  public void met(Connection connection, PeerHandshake greeting, boolean called) {
    InetSocketAddress address = connection.remote();
    if (called) {
      calls.remove(address);
      candidates.reached(address);
    }
    boolean ourselves = greeting.peerId().equals(surroundings.peerId());
    if (ourselves && called) {
      candidates.remove(address);
    }
    boolean seated = called || surroundings.seats().take();
    boolean wanted = running && seated && !ourselves && !candidates.isBanned(address);
    if (wanted && makeWay(address, greeting.peerId(), called)) {
      join(new Peer(this, connection, greeting, called));
    } else {
      connection.close("not wanted");
      giveBackSeat(seated);
    }
  }

  private void giveBackSeat(boolean taken) {
    if (taken) {
      surroundings.seats().giveBack();
    }
  }

  /** Makes room for a peer, if that is to be had. */
  private boolean makeWay(InetSocketAddress address, PeerId id, boolean called) {
    Peer twin = peers.get(id);
    if (twin != null) {
      return makeWay(twin, address, called);
    }
    if (peers.size() >= mostPeers) {
      peers.values().stream()
          .filter(Peer::isIdle)
          .findFirst()
          .ifPresent(peer -> peer.leave("others come that may be of more use"));
    }
    return peers.size() < mostPeers;
  }

  /**
   * Leaves the connection that there is to a peer, if the new one is better: of two that were made
   * in the same direction the later one, else the one on which both sides agree. Clients of other
   * kinds have other rules, and mostly keep the first.
   */
  private boolean makeWay(Peer twin, InetSocketAddress address, boolean called) {
    if (!twin.id().isOfSameKind(surroundings.peerId())) {
      return false;
    }
    boolean ours = surroundings.peerId().compareTo(twin.id()) < 0;
    boolean better = called == twin.wasCalled() ? !called : called == ours;
    boolean makesWay = better && address.getAddress().equals(twin.address().getAddress());
    if (makesWay) {
      twin.leave("it is connected in another way");
    }
    return makesWay;
  }

  private void join(Peer peer) {
    peers.put(peer.id(), peer);
    peer.connection().throttles(surroundings.down(), surroundings.up());
    peer.connection().intake(peer);
    peer.greet();
    LOG.debug("{}: {} joined", torrent, peer);
  }

  /** A peer that was called is not to be had. */
  public void missed(InetSocketAddress address, String why) {
    calls.remove(address);
    surroundings.seats().giveBack();
    LOG.debug("{}: no peer at {}: {}", torrent, address, why);
    callMoreSoon();
  }

  void gone(Peer peer, String why) {
    LOG.debug("{}: {} left: {}", torrent, peer, why);
    peers.remove(peer.id(), peer);
    surroundings.seats().giveBack();
    InetSocketAddress listens = peer.listens();
    if (listens != null && isOfNoUse(peer)) {
      candidates.postpone(listens, nanoTime());
    }
    callMoreSoon();
  }

  /** Both have everything, so that there is nothing to give or to take. */
  boolean isOfNoUse(Peer peer) {
    return download != null && download.pieces().isComplete() && peer.hasAll();
  }

  /** Later, since a call that fails at once is missed before the next one is begun. */
  private void callMoreSoon() {
    if (!callsSoon) {
      callsSoon = true;
      surroundings
          .timers()
          .after(
              Duration.ZERO,
              () -> {
                callsSoon = false;
                callMore();
              });
    }
  }

  private void callMore() {
    while (running && calls.size() < MOST_CALLS && peers.size() + calls.size() < mostPeers) {
      if (!surroundings.seats().take()) {
        return;
      }
      Optional<InetSocketAddress> next = candidates.next(nanoTime(), this::isNew);
      if (next.isEmpty()) {
        surroundings.seats().giveBack();
        return;
      }
      calls.add(next.get());
      surroundings.call(next.get(), this);
    }
  }

  private boolean isNew(InetSocketAddress address) {
    return !calls.contains(address)
        && peers.values().stream().noneMatch(peer -> address.equals(peer.listens()));
  }

  /** A second is over. */
  public void tick() {
    down.tick();
    up.tick();
    if (!running) {
      return;
    }
    callMore();
    for (Peer peer : List.copyOf(peers.values())) {
      Upkeep.tick(peer, nanoTime());
    }
    choker.tick(List.copyOf(peers.values()), isFinished(), nanoTime());
    if (download != null) {
      download.dropUseless(peers.isEmpty());
    }
  }

  private boolean isFinished() {
    return download != null && download.pieces().isFinished();
  }

  /** The torrent. */
  public InfoHash torrent() {
    return torrent;
  }

  /** Whether more peers would be of use. */
  public boolean isHungry() {
    return !isFinished() && peers.size() < Math.min(ENOUGH_PEERS, mostPeers);
  }

  /** How many peers are connected. */
  public int size() {
    return peers.size();
  }

  /** How many whole copies they hold; see the snapshot. */
  public double availability() {
    return download == null ? 0 : download.availability();
  }

  /** Content that comes. */
  public RateMeter down() {
    return down;
  }

  /** Content that goes. */
  public RateMeter up() {
    return up;
  }

  /** Whether pieces are on their way to the disk. */
  public boolean isLanding() {
    return download != null && download.isLanding();
  }

  /** Some addresses at which peers were, to be tried first another time. */
  public List<InetSocketAddress> known(int most) {
    return candidates.known(most);
  }

  // What its peers ask and tell.

  long nanoTime() {
    return surroundings.timers().nanoTime();
  }

  @Nullable Pieces pieces() {
    return download == null ? null : download.pieces();
  }

  @Nullable Download download() {
    return download;
  }

  /** What peers may have of us; null also if the torrent is private. */
  byte @Nullable [] metadata() {
    return isPrivate ? null : metadata;
  }

  byte[] extensionHandshake() {
    int bytes = metadata == null || isPrivate ? 0 : metadata.length;
    return ExtensionHandshake.bytes(
        exchangesPeers(), bytes, surroundings.port(), Serving.MOST_REQUESTS / 2);
  }

  OptionalInt dhtPort() {
    return isPrivate ? OptionalInt.empty() : surroundings.dhtPort();
  }

  void dhtNode(InetSocketAddress node) {
    surroundings.dhtNode(node);
  }

  boolean exchangesPeers() {
    return !isPrivate && surroundings.exchangesPeers();
  }

  /** Where others than this peer can be called. */
  Set<InetSocketAddress> listening(Peer asking) {
    Set<InetSocketAddress> addresses = new LinkedHashSet<>();
    for (Peer peer : peers.values()) {
      InetSocketAddress listens = peer.listens();
      if (peer != asking && listens != null) {
        addresses.add(listens);
      }
    }
    return addresses;
  }

  void peerHas(int piece) {
    if (download != null) {
      download.peerHas(piece);
    }
  }

  void peerHas(BitSet pieces) {
    if (download != null) {
      download.peerHas(pieces);
    }
  }

  void peerGone(BitSet pieces) {
    if (download != null) {
      download.peerGone(pieces);
    }
  }

  void interestChanged(Peer peer) {
    choker.interestChanged(peer, peers.values());
  }

  boolean mayFetch() {
    return metadata == null
        && peers.values().stream().filter(peer -> peer.metadata().isFetching()).count()
            < MOST_FETCHING;
  }

  /** Whether these bytes are the metadata, or it is here already; who sent others is banned. */
  boolean metadataCame(byte[] info, Peer from) {
    boolean right = metadata != null || events.metadata(info);
    if (!right) {
      candidates.ban(from.address());
    }
    return right;
  }

  void downloaded(int bytes) {
    down.count(bytes);
  }

  void uploaded(int bytes) {
    up.count(bytes);
  }

  void wasted(long bytes) {
    LOG.trace("{}: {} bytes came for nothing", torrent, bytes);
  }

  void unreadable(IOException cause) {
    events.diskFailed(cause);
  }

  private final class DownloadEvents implements Download.Events {

    @Override
    public void gained(int piece) {
      for (Peer peer : new ArrayList<>(peers.values())) {
        peer.gained(piece);
        peer.requests().fill();
        peer.connection().flush();
      }
      events.gained(piece);
    }

    @Override
    public void lied(Peer peer) {
      candidates.ban(peer.address());
      peer.leave("it sent what is not the torrent's");
    }

    @Override
    public void wasted(long bytes) {
      Swarm.this.wasted(bytes);
    }

    @Override
    public void failed(IOException cause) {
      events.diskFailed(cause);
    }
  }

  /** What others have to know. */
  public interface Events {

    /**
     * A peer sent what it says is the info dictionary.
     *
     * @return whether it is; then {@link Swarm#metadata} was called
     */
    boolean metadata(byte[] info);

    /** A piece is on disk and verified. */
    void gained(int piece);

    /** A file cannot be read or written. */
    void diskFailed(IOException cause);
  }
}
