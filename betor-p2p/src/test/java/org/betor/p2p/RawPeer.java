package org.betor.p2p;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.betor.api.model.InfoHash;
import org.betor.p2p.internal.bencode.Bencode;

/** One end of a connection, at which a test says message by message what it likes. */
final class RawPeer implements AutoCloseable {
  static final int UNCHOKE = 1;
  static final int INTERESTED = 2;
  static final int NOT_INTERESTED = 3;
  static final int BITFIELD = 5;
  static final int REQUEST = 6;
  static final int BLOCK = 7;
  static final int HAVE_ALL = 14;
  static final int HAVE_NONE = 15;
  static final int EXTENDED = 20;

  /** The numbers by which it knows messages of extensions. */
  static final int METADATA = 3;

  static final int PEX = 4;

  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;

  RawPeer(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    out = new DataOutputStream(socket.getOutputStream());
  }

  /** Calls a client and says nothing. */
  static RawPeer call(BtClient client) throws IOException {
    return new RawPeer(new Socket(InetAddress.getLoopbackAddress(), client.port()));
  }

  /** Calls a client and shakes hands, for a torrent that it shares. */
  static RawPeer call(BtClient client, InfoHash torrent) throws IOException {
    RawPeer peer = call(client);
    peer.greet(torrent);
    peer.readGreeting();
    return peer;
  }

  /** Says the first 68 bytes, under a name of its own. */
  void greet(InfoHash torrent) throws IOException {
    byte[] id = new byte[20];
    ThreadLocalRandom.current().nextBytes(id);
    raw(
        ByteBuffer.allocate(68)
            .put((byte) 19)
            .put("BitTorrent protocol".getBytes(US_ASCII))
            .putLong(0x10_00_04) // extensions, and the fast one
            .put(HexFormat.of().parseHex(torrent.hex()))
            .put(id)
            .array());
  }

  void readGreeting() throws IOException {
    in.readFully(new byte[68]);
  }

  /** Says bytes that may be anything. */
  void raw(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  void say(int type, byte[] content) throws IOException {
    raw(message(type, content));
  }

  void say(int type, int... numbers) throws IOException {
    raw(message(type, numbers));
  }

  static byte[] message(int type, int... numbers) {
    ByteBuffer content = ByteBuffer.allocate(4 * numbers.length);
    for (int number : numbers) {
      content.putInt(number);
    }
    return message(type, content.array());
  }

  static byte[] message(int type, byte[] content) {
    return ByteBuffer.allocate(5 + content.length)
        .putInt(1 + content.length)
        .put((byte) type)
        .put(content)
        .array();
  }

  void block(int piece, int offset, byte[] bytes) throws IOException {
    say(
        BLOCK,
        ByteBuffer.allocate(8 + bytes.length).putInt(piece).putInt(offset).put(bytes).array());
  }

  void extended(int id, byte[] content) throws IOException {
    say(EXTENDED, extension(id, content));
  }

  static byte[] extension(int id, byte[] content) {
    return ByteBuffer.allocate(1 + content.length).put((byte) id).put(content).array();
  }

  /** Says that it knows metadata and peer exchange, and has metadata of that size. */
  void offer(long metadataBytes) throws IOException {
    Map<String, Object> messages = Map.of("ut_metadata", METADATA, "ut_pex", PEX);
    extended(0, Bencode.write(Map.of("m", messages, "metadata_size", metadataBytes)));
  }

  /**
   * What the client says next, save that it is still there.
   *
   * @throws EOFException if it hung up
   */
  Said next() throws IOException {
    try {
      int length;
      do {
        length = in.readInt();
      } while (length == 0);
      int type = in.readUnsignedByte();
      return new Said(type, ByteBuffer.wrap(in.readNBytes(length - 1)));
    } catch (SocketException reset) {
      throw new EOFException(reset.getMessage());
    }
  }

  /** What the client says next of that kind. */
  Said next(int type) throws IOException {
    Said said;
    do {
      said = next();
    } while (said.type != type);
    return said;
  }

  /** Listens until the client hangs up. */
  void awaitHangUp() throws IOException {
    try {
      while (true) {
        next();
      }
    } catch (EOFException hungUp) {
      return;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /**
   * A message.
   *
   * @param type its number
   * @param content what follows that
   */
  record Said(int type, ByteBuffer content) {}
}
