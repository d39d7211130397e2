package org.betor.p2p.internal.swarm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.betor.p2p.internal.bencode.Bencode;
import org.betor.p2p.internal.bencode.Dictionary;
import org.betor.p2p.internal.wire.BlockRequest;
import org.betor.p2p.internal.wire.MessageIntake;
import org.betor.p2p.internal.wire.Outgoing;

/** The far end of a connection, which says and hears what a test wants. */
final class ScriptedPeer extends MessageIntake {
  /** What it was asked for and neither sent nor was told to forget. */
  final List<BlockRequest> requests = new ArrayList<>();

  final List<Integer> haves = new ArrayList<>();
  final List<BlockRequest> cancelled = new ArrayList<>();
  final Map<Integer, List<byte[]>> extended = new HashMap<>();
  final List<BlockRequest> received = new ArrayList<>();
  boolean choked = true;
  boolean interested;
  boolean gone;
  private final SocketChannel channel;
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 20);

  ScriptedPeer(SocketChannel channel) {
    this.channel = channel;
  }

  ScriptedPeer say(Outgoing... messages) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Outgoing message : messages) {
      all.writeBytes(bytes(message.head()));
      all.writeBytes(bytes(message.content()));
    }
    channel.write(ByteBuffer.wrap(all.toByteArray()));
    return this;
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] copy = new byte[buffer.remaining()];
    buffer.duplicate().get(copy);
    return copy;
  }

  /** Says it is a seeder and serves us. */
  ScriptedPeer offerAll() throws IOException {
    return say(Outgoing.haveAll(), Outgoing.choke(false));
  }

  /** Sends a block that it was asked for. */
  void serve(BlockRequest request, byte[] row, long pieceBytes) throws IOException {
    int start = (int) (request.piece() * pieceBytes) + request.offset();
    requests.remove(request);
    say(Outgoing.block(request, ByteBuffer.wrap(row, start, request.length())));
  }

  /** Reads until it heard so, or the connection ended. */
  ScriptedPeer hear(BooleanSupplier enough) throws IOException {
    while (!gone && !enough.getAsBoolean()) {
      hearMore();
    }
    return this;
  }

  private void hearMore() throws IOException {
    try {
      gone = channel.read(bytes) < 0;
    } catch (IOException reset) {
      gone = true;
      if (Thread.currentThread().isInterrupted()) {
        throw reset; // the test takes too long
      }
    }
    take(bytes.flip());
    bytes.compact();
  }

  /**
   * Says something that is answered, and hears all up to the answer: then what was said before is
   * dealt with too.
   */
  ScriptedPeer ping() throws IOException {
    if (gone) {
      return this;
    }
    long before = metadataMessages(2);
    byte[] ours = ExtensionHandshake.bytes(false, 0, 6881, 10);
    byte[] request = Bencode.write(Map.of("msg_type", 0, "piece", 1_000_000));
    say(Outgoing.extended(0, ours), Outgoing.extended(1, request));
    return hear(() -> metadataMessages(2) > before);
  }

  /** How many messages of metadata of that type it heard. */
  long metadataMessages(int type) {
    return extended.getOrDefault(ExtensionHandshake.METADATA_ID, List.of()).stream()
        .filter(payload -> messageType(payload) == type)
        .count();
  }

  private static int messageType(byte[] payload) {
    try {
      return (int) Dictionary.read(ByteBuffer.wrap(payload)).number("msg_type").orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(new String(payload, StandardCharsets.ISO_8859_1), e);
    }
  }

  @Override
  public void choke(boolean choked) {
    this.choked = choked;
  }

  @Override
  public void interested(boolean interested) {
    this.interested = interested;
  }

  @Override
  public void have(int piece) {
    haves.add(piece);
  }

  @Override
  public void bitfield(ByteBuffer bits) {}

  @Override
  public void haveAll() {}

  @Override
  public void haveNone() {}

  @Override
  public void request(BlockRequest request) {
    requests.add(request);
  }

  @Override
  public void cancel(BlockRequest request) {
    requests.remove(request);
    cancelled.add(request);
  }

  @Override
  public void reject(BlockRequest request) {}

  @Override
  public void block(int piece, int offset, ByteBuffer data) {
    received.add(new BlockRequest(piece, offset, data.remaining()));
  }

  @Override
  public void dhtPort(int port) {}

  @Override
  public void extended(int id, ByteBuffer payload) {
    extended.computeIfAbsent(id, any -> new ArrayList<>()).add(bytes(payload));
  }

  @Override
  public void closed(String why) {}
}
