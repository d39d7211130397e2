package org.betor.p2p.internal.wire;

import java.nio.ByteBuffer;
import org.betor.p2p.internal.bencode.MalformedException;

/** Cuts what a peer sends into messages, and refuses lengths that no message has. */
final class MessageReader {
  static final int CHOKE = 0;
  static final int UNCHOKE = 1;
  static final int INTERESTED = 2;
  static final int NOT_INTERESTED = 3;
  static final int HAVE = 4;
  static final int BITFIELD = 5;
  static final int REQUEST = 6;
  static final int PIECE = 7;
  static final int CANCEL = 8;
  static final int PORT = 9;
  static final int SUGGEST = 13;
  static final int HAVE_ALL = 14;
  static final int HAVE_NONE = 15;
  static final int REJECT = 16;
  static final int ALLOWED_FAST = 17;
  static final int EXTENDED = 20;

  /** A bit for each piece of the largest torrent that we read. */
  static final int MAX_BITFIELD_BYTES = (1 << 21) / 8;

  /** Larger than all others: blocks, metadata and lists of peers. */
  private static final int MAX_BYTES = 64 << 10;

  private MessageReader() {}

  /** Hands over the messages that are here in whole; the position stays before one that is not. */
  static void read(ByteBuffer bytes, PeerMessages peer) throws MalformedException {
    while (bytes.remaining() >= 4) {
      int length = bytes.getInt(bytes.position());
      int type = bytes.remaining() > 4 ? bytes.get(bytes.position() + 4) & 0xff : -1;
      checkLength(length, type);
      if (bytes.remaining() < 4 + length) {
        return;
      }
      ByteBuffer message = bytes.slice(bytes.position() + 4, length);
      bytes.position(bytes.position() + 4 + length);
      if (length > 0) {
        message.get();
        dispatch(type, message, peer);
      }
    }
  }

  private static void checkLength(int length, int type) throws MalformedException {
    boolean maybeBitfield = type == BITFIELD || type == -1;
    if (length < 0 || length > (maybeBitfield ? MAX_BITFIELD_BYTES + 1 : MAX_BYTES)) {
      throw new MalformedException(
          "a peer announces a message of %s bytes".formatted(Integer.toUnsignedString(length)));
    }
  }

  private static void dispatch(int type, ByteBuffer message, PeerMessages peer)
      throws MalformedException {
    switch (type) {
      case CHOKE -> peer.choke(true);
      case UNCHOKE -> peer.choke(false);
      case INTERESTED -> peer.interested(true);
      case NOT_INTERESTED -> peer.interested(false);
      case HAVE -> peer.have(number(message));
      case BITFIELD -> peer.bitfield(message);
      case REQUEST -> peer.request(request(message));
      case PIECE -> peer.block(number(message), number(message), message);
      case CANCEL -> peer.cancel(request(message));
      case PORT -> peer.dhtPort(port(message));
      case HAVE_ALL -> peer.haveAll();
      case HAVE_NONE -> peer.haveNone();
      case REJECT -> peer.reject(request(message));
      case EXTENDED -> peer.extended(extension(message), message);
      default -> {} // hints, and what later protocols add
    }
  }

  private static BlockRequest request(ByteBuffer message) throws MalformedException {
    return new BlockRequest(number(message), number(message), number(message));
  }

  private static int number(ByteBuffer message) throws MalformedException {
    if (message.remaining() < 4) {
      throw new MalformedException("a peer's message is too short");
    }
    int number = message.getInt();
    if (number < 0) {
      throw new MalformedException("a peer names the number " + Integer.toUnsignedString(number));
    }
    return number;
  }

  private static int port(ByteBuffer message) throws MalformedException {
    if (message.remaining() < 2) {
      throw new MalformedException("a peer's message is too short");
    }
    return message.getShort() & 0xffff;
  }

  private static int extension(ByteBuffer message) throws MalformedException {
    if (!message.hasRemaining()) {
      throw new MalformedException("a peer's message is too short");
    }
    return message.get() & 0xff;
  }
}
