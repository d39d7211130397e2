package org.betor.p2p.internal.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.betor.api.model.InfoHash;
import org.betor.p2p.internal.bencode.MalformedException;
import org.betor.p2p.internal.hash.HashBytes;

/**
 * The first 68 bytes that each side sends.
 *
 * @param torrent what the talk is about
 * @param peerId 20 bytes, by which a peer knows itself again
 * @param features what the peer knows besides the first protocol
 * @see <a href="https://www.bittorrent.org/beps/bep_0003.html">BEP 3, peer protocol</a>
 */
public record PeerHandshake(InfoHash torrent, PeerId peerId, Features features) {
  /** How long it is. */
  public static final int BYTES = 68;

  private static final byte[] PROTOCOL = "\u0013BitTorrent protocol".getBytes(US_ASCII);

  /** Whether the bytes that are here, as few as they may be, begin a handshake. */
  public static boolean mayBegin(ByteBuffer bytes) {
    int length = Math.min(bytes.remaining(), PROTOCOL.length);
    return bytes.slice(bytes.position(), length).equals(ByteBuffer.wrap(PROTOCOL, 0, length));
  }

  /** Reads one from at least {@link #BYTES} bytes. */
  public static PeerHandshake read(ByteBuffer bytes) throws MalformedException {
    if (!mayBegin(bytes)) {
      throw new MalformedException("a peer does not speak the BitTorrent protocol");
    }
    bytes.position(bytes.position() + PROTOCOL.length);
    long reserved = bytes.getLong();
    byte[] infoHash = new byte[20];
    bytes.get(infoHash);
    byte[] peerId = new byte[PeerId.BYTES];
    bytes.get(peerId);
    return new PeerHandshake(
        HashBytes.infoHash(infoHash), new PeerId(peerId), new Features(reserved));
  }

  /** Its bytes. */
  public byte[] bytes() {
    return ByteBuffer.allocate(BYTES)
        .put(PROTOCOL)
        .putLong(features.bits())
        .put(HashBytes.of(torrent))
        .put(peerId.bytes())
        .array();
  }

  /**
   * What a peer knows besides the first protocol.
   *
   * @param bits as they stand in the handshake
   */
  public record Features(long bits) {
    private static final long EXTENSIONS = 0x10_00_00L;
    private static final long FAST = 0x04;
    private static final long DHT = 0x01;

    /** What this client knows. */
    public static Features ours(boolean dht) {
      return new Features(EXTENSIONS | FAST | (dht ? DHT : 0));
    }

    /** Extension protocol, BEP 10. */
    public boolean extensions() {
      return (bits & EXTENSIONS) != 0;
    }

    /** Fast extension, BEP 6. */
    public boolean fast() {
      return (bits & FAST) != 0;
    }

    /** Distributed hash table, BEP 5. */
    public boolean dht() {
      return (bits & DHT) != 0;
    }
  }

  /**
   * By which a peer knows itself again.
   *
   * @param bytes 20 of them
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by its content
  public record PeerId(byte[] bytes) implements Comparable<PeerId> {
    static final int BYTES = 20;

    /** A dash and two letters. */
    private static final int KIND_BYTES = 3;

    @Override
    public boolean equals(Object other) {
      return other instanceof PeerId id && Arrays.equals(bytes, id.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    /** Whether both are of one client software, as its first letters say. */
    public boolean isOfSameKind(PeerId other) {
      return Arrays.equals(bytes, 0, KIND_BYTES, other.bytes, 0, KIND_BYTES);
    }

    @Override
    public int compareTo(PeerId other) {
      return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public String toString() {
      return HexFormat.of().formatHex(bytes);
    }
  }
}
