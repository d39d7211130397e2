package org.betor.p2p.internal.swarm;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.BitSet;
import org.betor.p2p.internal.bencode.MalformedException;
import org.betor.p2p.internal.wire.BlockRequest;
import org.betor.p2p.internal.wire.Connection;
import org.betor.p2p.internal.wire.MessageIntake;
import org.betor.p2p.internal.wire.Outgoing;
import org.betor.p2p.internal.wire.PeerHandshake;
import org.betor.p2p.internal.wire.PeerHandshake.PeerId;
import org.jspecify.annotations.Nullable;

/** A connected peer of a torrent: what it has, and how we stand with one another. */
final class Peer extends MessageIntake {
  /** The largest index that a torrent we read may have. */
  private static final int MAX_PIECES = 1 << 21;

  /** Once would do, but aria2 1.36 says all of them anew when it gained some. */
  private static final int MOST_TIMES_SAID_IN_VAIN = 5;

  private final Swarm swarm;
  private final Connection connection;
  private final PeerHandshake greeting;

  /** Whether we called it, so that its address is where it listens. */
  private final boolean called;

  private final Requests requests;
  private final Serving serving;
  private final MetadataTalk metadata;
  private final PeerExchange exchange;
  private final RateMeter down = new RateMeter();
  private final RateMeter up = new RateMeter();

  /** The pieces that it has, as far as it said so. */
  private final BitSet pieces = new BitSet();

  private int timesSaidInVain;
  private boolean saidAll;
  private boolean choked = true;
  private boolean weAreInterested;
  private int useful;
  private ExtensionHandshake extensions = ExtensionHandshake.NONE;
  private long heardAt;
  private long spokeAt;

  Peer(Swarm swarm, Connection connection, PeerHandshake greeting, boolean called) {
    this.swarm = swarm;
    this.connection = connection;
    this.greeting = greeting;
    this.called = called;
    this.requests = new Requests(this, swarm);
    this.serving = new Serving(this, swarm);
    this.metadata = new MetadataTalk(this, swarm);
    this.exchange = new PeerExchange(this, swarm);
    this.heardAt = swarm.nanoTime();
  }

  /** Says first what we have. */
  void greet() {
    if (greeting.features().extensions()) {
      connection.send(Outgoing.extended(0, swarm.extensionHandshake()));
    }
    sendPieces();
    swarm.dhtPort().ifPresent(this::sendDhtPort);
    connection.flush();
  }

  private void sendPieces() {
    Pieces ours = swarm.pieces();
    boolean fast = greeting.features().fast();
    if (ours != null && ours.isComplete() && fast) {
      send(Outgoing.haveAll());
    } else if (ours != null && !ours.here().isEmpty()) {
      send(Outgoing.bitfield(ours.here(), ours.grid().pieces()));
    } else if (fast) {
      send(Outgoing.haveNone());
    }
  }

  private void sendDhtPort(int port) {
    if (greeting.features().dht()) {
      send(Outgoing.dhtPort(port));
    }
  }

  void send(Outgoing message) {
    connection.send(message);
    spokeAt = swarm.nanoTime();
  }

  /** Sends a message of an extension by the peer's number for it. */
  void sendExtended(int id, byte[] payload) {
    send(Outgoing.extended(id, payload));
  }

  /** Whether we called it, and not it us. */
  boolean wasCalled() {
    return called;
  }

  /** Whether neither of us wants anything of the other. */
  boolean isIdle() {
    return !weAreInterested && !serving.isInterested();
  }

  Connection connection() {
    return connection;
  }

  PeerId id() {
    return greeting.peerId();
  }

  boolean isFast() {
    return greeting.features().fast();
  }

  ExtensionHandshake extensions() {
    return extensions;
  }

  InetSocketAddress address() {
    return connection.remote();
  }

  /** Where others can call it; null if that is not known. */
  @Nullable InetSocketAddress listens() {
    if (called) {
      return address();
    }
    return extensions.port().isPresent()
        ? new InetSocketAddress(address().getAddress(), extensions.port().getAsInt())
        : null;
  }

  Requests requests() {
    return requests;
  }

  Serving serving() {
    return serving;
  }

  MetadataTalk metadata() {
    return metadata;
  }

  PeerExchange exchange() {
    return exchange;
  }

  RateMeter down() {
    return down;
  }

  RateMeter up() {
    return up;
  }

  boolean isChoked() {
    return choked;
  }

  boolean isInteresting() {
    return weAreInterested;
  }

  boolean has(int piece) {
    return pieces.get(piece);
  }

  /** The pieces that it has. Not to be changed. */
  BitSet pieces() {
    return pieces;
  }

  boolean hasAll() {
    return swarm.pieces() != null && pieces.cardinality() == swarm.pieces().grid().pieces();
  }

  long heardAt() {
    return heardAt;
  }

  long spokeAt() {
    return spokeAt;
  }

  boolean isOfNoUse() {
    return swarm.isOfNoUse(this);
  }

  void leave(String why) {
    connection.close(why);
  }

  /** The metadata came: what the peer said before is looked at now. */
  void metadataCame() throws MalformedException {
    int count = knownPieces().grid().pieces();
    if (saidAll) {
      pieces.set(0, count);
    }
    if (pieces.length() > count) {
      pieces.clear(); // or they would be taken from a count that they are not in
      throw new MalformedException("the peer has pieces that the torrent does not have");
    }
    swarm.peerHas(pieces);
    countUseful();
  }

  /** What is wanted changed, or what we have. */
  void countUseful() {
    Pieces ours = swarm.pieces();
    if (ours != null) {
      useful = ours.countMissing(pieces);
      tellInterest();
    }
  }

  /** We have a piece now that the peer may have too; it may not be wanted any more. */
  void gained(int piece) {
    if (pieces.get(piece) && knownPieces().priority(piece) > 0) {
      useful--;
    }
    send(Outgoing.have(piece));
    tellInterest();
  }

  private void tellInterest() {
    boolean interesting = useful > 0;
    if (interesting != weAreInterested) {
      weAreInterested = interesting;
      send(Outgoing.interested(interesting));
    }
  }

  private Pieces knownPieces() {
    Pieces ours = swarm.pieces();
    if (ours == null) {
      throw new IllegalStateException("asked for pieces before the metadata is here");
    }
    return ours;
  }

  @Override
  public void choke(boolean choked) {
    this.choked = choked;
    if (choked && !isFast()) {
      requests.dropAll();
    }
  }

  @Override
  public void interested(boolean interested) {
    serving.interested(interested);
    swarm.interestChanged(this);
  }

  @Override
  public void have(int piece) throws MalformedException {
    Pieces ours = swarm.pieces();
    if (piece >= (ours == null ? MAX_PIECES : ours.grid().pieces())) {
      throw new MalformedException("the peer has piece %d, which is none".formatted(piece));
    }
    if (pieces.get(piece)) {
      return;
    }
    pieces.set(piece);
    if (ours != null) {
      swarm.peerHas(piece);
      useful += ours.isMissing(piece) ? 1 : 0;
      tellInterest();
    }
  }

  @Override
  public void bitfield(ByteBuffer bits) throws MalformedException {
    BitSet said = new BitSet();
    for (int i = 0; bits.hasRemaining(); i += Byte.SIZE) {
      int eight = Integer.reverse(bits.get()) >>> (Integer.SIZE - Byte.SIZE);
      for (; eight != 0; eight &= eight - 1) {
        said.set(i + Integer.numberOfTrailingZeros(eight));
      }
    }
    setPieces(said);
  }

  @Override
  public void haveAll() throws MalformedException {
    saidAll = true;
    BitSet all = new BitSet();
    if (swarm.pieces() != null) {
      all.set(0, swarm.pieces().grid().pieces());
    }
    setPieces(all);
  }

  @Override
  public void haveNone() throws MalformedException {
    setPieces(new BitSet());
  }

  private void setPieces(BitSet said) throws MalformedException {
    boolean more = said.cardinality() > pieces.cardinality();
    if (!more && ++timesSaidInVain > MOST_TIMES_SAID_IN_VAIN) {
      throw new MalformedException("the peer says again and again which pieces it has");
    }
    Pieces ours = swarm.pieces();
    if (ours != null && said.length() > ours.grid().pieces()) {
      throw new MalformedException("the peer has pieces that the torrent does not have");
    }
    if (ours != null) {
      swarm.peerGone(pieces);
      swarm.peerHas(said);
    }
    pieces.clear();
    pieces.or(said);
    countUseful();
  }

  @Override
  public void request(BlockRequest request) throws MalformedException {
    serving.request(request);
  }

  @Override
  public void cancel(BlockRequest request) {
    serving.cancel(request);
  }

  @Override
  public void reject(BlockRequest request) {
    requests.rejected(request);
  }

  @Override
  public void block(int piece, int offset, ByteBuffer data) throws MalformedException {
    requests.received(new BlockRequest(piece, offset, data.remaining()), data);
  }

  @Override
  public void dhtPort(int port) {
    swarm.dhtNode(new InetSocketAddress(address().getAddress(), port));
  }

  @Override
  public void extended(int id, ByteBuffer payload) throws MalformedException {
    switch (id) {
      case 0 -> extensionHandshake(payload);
      case ExtensionHandshake.METADATA_ID -> metadata.received(payload);
      case ExtensionHandshake.PEX_ID -> exchange.received(payload);
      default -> {} // none that we said we know
    }
  }

  private void extensionHandshake(ByteBuffer payload) throws MalformedException {
    extensions = ExtensionHandshake.read(payload);
    metadata.offered();
  }

  @Override
  public void paused() {
    heardAt = swarm.nanoTime();
    requests.fill();
    connection.flush();
  }

  @Override
  public void sent() {
    serving.go();
  }

  @Override
  public void closed(String why) {
    requests.dropAll();
    if (swarm.pieces() != null) {
      swarm.peerGone(pieces);
    }
    swarm.gone(this, why);
  }

  @Override
  public String toString() {
    return address().toString();
  }
}
