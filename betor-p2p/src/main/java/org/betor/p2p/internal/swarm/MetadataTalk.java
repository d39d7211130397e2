package org.betor.p2p.internal.swarm;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.betor.p2p.internal.bencode.Bencode;
import org.betor.p2p.internal.bencode.Dictionary;
import org.betor.p2p.internal.bencode.MalformedException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the info dictionary from a peer, all of it from that one, so that who sends a wrong one
 * is known; and gives it to a peer that asks.
 *
 * @see <a href="https://www.bittorrent.org/beps/bep_0009.html">BEP 9, metadata exchange</a>
 */
final class MetadataTalk {
  private static final int PIECE_BYTES = 16 << 10;

  /** A peer that does not read what it asked for gets no more. */
  private static final int MOST_QUEUED_BYTES = 512 << 10;

  private static final int REQUESTS_AT_ONCE = 8;
  private static final long PATIENCE_NANOS = Duration.ofSeconds(20).toNanos();

  private static final long SULK_NANOS = Duration.ofMinutes(1).toNanos();

  private static final int REQUEST = 0;
  private static final int DATA = 1;
  private static final int REJECT = 2;

  private final Peer peer;
  private final Swarm swarm;
  private byte @Nullable [][] pieces;

  /** The size that it said when it was asked. */
  private int bytes;

  private int asked;
  private int came;
  private long cameAt;
  private long notBefore;

  MetadataTalk(Peer peer, Swarm swarm) {
    this.peer = peer;
    this.swarm = swarm;
    this.notBefore = swarm.nanoTime();
  }

  /** Whether it is being fetched from this peer. */
  boolean isFetching() {
    return pieces != null;
  }

  /** The peer said that it has it; fetches it, if the swarm wants. */
  void offered() {
    int said = peer.extensions().metadataBytes();
    boolean gives = said > 0 && peer.extensions().metadataId() > 0;
    boolean due = !isFetching() && swarm.nanoTime() - notBefore >= 0;
    if (gives && due && swarm.mayFetch()) {
      bytes = said;
      pieces = new byte[(bytes + PIECE_BYTES - 1) / PIECE_BYTES][];
      asked = 0;
      came = 0;
      cameAt = swarm.nanoTime();
      ask(pieces);
    }
  }

  /** It is here, or is fetched elsewhere. */
  void stop() {
    pieces = null;
  }

  /** A second is over. */
  void tick() {
    if (isFetching() && swarm.nanoTime() - cameAt > PATIENCE_NANOS) {
      peer.leave("it keeps the metadata back");
    }
  }

  private void ask(byte[][] wanted) {
    while (asked < wanted.length && asked - came < REQUESTS_AT_ONCE) {
      send(Map.of("msg_type", REQUEST, "piece", asked++), new byte[0]);
    }
    peer.connection().flush();
  }

  void received(ByteBuffer payload) throws MalformedException {
    Dictionary said = Dictionary.read(payload);
    int piece = (int) Math.min(said.number("piece").orElse(-1), Integer.MAX_VALUE);
    switch ((int) Math.min(said.number("msg_type").orElse(-1), Integer.MAX_VALUE)) {
      case REQUEST -> give(piece);
      case DATA -> take(piece, payload);
      case REJECT -> refused();
      default -> {} // what later protocols add
    }
  }

  /** Others are asked first now. */
  private void refused() {
    notBefore = swarm.nanoTime() + SULK_NANOS;
    stop();
  }

  private void take(int piece, ByteBuffer content) throws MalformedException {
    byte[][] wanted = pieces;
    if (wanted == null) {
      return;
    }
    if (piece < 0 || piece >= asked || wanted[piece] != null) {
      throw new MalformedException("the peer sends metadata piece " + piece + " unasked");
    }
    if (content.remaining() != length(piece)) {
      throw new MalformedException(
          "the peer sends %d bytes of metadata piece %d, which has %d"
              .formatted(content.remaining(), piece, length(piece)));
    }
    wanted[piece] = new byte[content.remaining()];
    content.get(wanted[piece]);
    came++;
    cameAt = swarm.nanoTime();
    if (came == wanted.length) {
      whole(wanted);
    } else {
      ask(wanted);
    }
  }

  private int length(int piece) {
    return Math.min(PIECE_BYTES, bytes - piece * PIECE_BYTES);
  }

  private void whole(byte[][] parts) throws MalformedException {
    ByteBuffer info = ByteBuffer.allocate(bytes);
    Arrays.stream(parts).forEach(info::put);
    stop();
    if (!swarm.metadataCame(info.array(), peer)) {
      throw new MalformedException("the peer's metadata is not what the info-hash says");
    }
  }

  private void give(int piece) {
    byte[] info = swarm.metadata();
    boolean unread = peer.connection().queuedBytes() > MOST_QUEUED_BYTES;
    if (info == null || unread || piece < 0 || (long) piece * PIECE_BYTES >= info.length) {
      send(Map.of("msg_type", REJECT, "piece", Math.max(0, piece)), new byte[0]);
      return;
    }
    int start = piece * PIECE_BYTES;
    int end = Math.min(info.length, start + PIECE_BYTES);
    send(
        Map.of("msg_type", DATA, "piece", piece, "total_size", info.length),
        Arrays.copyOfRange(info, start, end));
  }

  private void send(Map<String, Integer> said, byte[] content) {
    if (peer.extensions().metadataId() > 0) {
      byte[] head = Bencode.write(said);
      byte[] payload = Arrays.copyOf(head, head.length + content.length);
      System.arraycopy(content, 0, payload, head.length, content.length);
      peer.sendExtended(peer.extensions().metadataId(), payload);
    }
  }
}
