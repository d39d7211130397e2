package org.betor.p2p.internal.wire;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.function.Consumer;

/**
 * A message to a peer.
 *
 * @param head all of it, or all but the content of a block
 * @param content of a block; empty in other messages
 */
public record Outgoing(ByteBuffer head, ByteBuffer content) {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  /** How many bytes of it are still to be written. */
  int remaining() {
    return head.remaining() + content.remaining();
  }

  /** We do not serve the peer, or do. */
  public static Outgoing choke(boolean choked) {
    return bare(choked ? MessageReader.CHOKE : MessageReader.UNCHOKE);
  }

  /** We want something that the peer has, or do not. */
  public static Outgoing interested(boolean interested) {
    return bare(interested ? MessageReader.INTERESTED : MessageReader.NOT_INTERESTED);
  }

  /** We have one piece more. */
  public static Outgoing have(int piece) {
    return message(MessageReader.HAVE, 4, bytes -> bytes.putInt(piece));
  }

  /** We have all pieces; for peers that know the fast extension. */
  public static Outgoing haveAll() {
    return bare(MessageReader.HAVE_ALL);
  }

  /** We have no piece; for peers that know the fast extension. */
  public static Outgoing haveNone() {
    return bare(MessageReader.HAVE_NONE);
  }

  /** The pieces that we have. */
  public static Outgoing bitfield(BitSet pieces, int count) {
    byte[] bits = new byte[(count + 7) / 8];
    pieces.stream().forEach(piece -> bits[piece / 8] |= (byte) (0x80 >>> (piece % 8)));
    return message(MessageReader.BITFIELD, bits.length, bytes -> bytes.put(bits));
  }

  /** We ask for a block. */
  public static Outgoing request(BlockRequest block) {
    return about(MessageReader.REQUEST, block);
  }

  /** We do not want a block any more. */
  public static Outgoing cancel(BlockRequest block) {
    return about(MessageReader.CANCEL, block);
  }

  /** We do not send a block; for peers that know the fast extension. */
  public static Outgoing reject(BlockRequest block) {
    return about(MessageReader.REJECT, block);
  }

  /** A block. */
  public static Outgoing block(BlockRequest block, ByteBuffer content) {
    ByteBuffer head = ByteBuffer.allocate(13);
    head.putInt(9 + content.remaining()).put((byte) MessageReader.PIECE);
    head.putInt(block.piece()).putInt(block.offset());
    return new Outgoing(head.flip(), content);
  }

  /** Our DHT port. */
  public static Outgoing dhtPort(int port) {
    return message(MessageReader.PORT, 2, bytes -> bytes.putShort((short) port));
  }

  /** A message of an extension. */
  public static Outgoing extended(int id, byte[] payload) {
    return message(
        MessageReader.EXTENDED, 1 + payload.length, bytes -> bytes.put((byte) id).put(payload));
  }

  /** Says only that we are still there. */
  public static Outgoing keepAlive() {
    return new Outgoing(ByteBuffer.allocate(4), NOTHING);
  }

  private static Outgoing about(int type, BlockRequest block) {
    return message(
        type,
        12,
        bytes -> bytes.putInt(block.piece()).putInt(block.offset()).putInt(block.length()));
  }

  private static Outgoing bare(int type) {
    return message(type, 0, bytes -> {});
  }

  private static Outgoing message(int type, int payload, Consumer<ByteBuffer> rest) {
    ByteBuffer head = ByteBuffer.allocate(5 + payload).putInt(1 + payload).put((byte) type);
    rest.accept(head);
    return new Outgoing(head.flip(), NOTHING);
  }
}
