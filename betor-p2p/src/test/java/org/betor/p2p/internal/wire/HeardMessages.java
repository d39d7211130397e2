package org.betor.p2p.internal.wire;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Writes down what a peer says, a line for each message. */
final class HeardMessages implements PeerMessages {
  final List<String> lines = new ArrayList<>();

  @Override
  public void choke(boolean choked) {
    lines.add("choke " + choked);
  }

  @Override
  public void interested(boolean interested) {
    lines.add("interested " + interested);
  }

  @Override
  public void have(int piece) {
    lines.add("have " + piece);
  }

  @Override
  public void bitfield(ByteBuffer bits) {
    lines.add("bitfield " + hex(bits));
  }

  @Override
  public void haveAll() {
    lines.add("have all");
  }

  @Override
  public void haveNone() {
    lines.add("have none");
  }

  @Override
  public void request(BlockRequest request) {
    lines.add("request " + request);
  }

  @Override
  public void cancel(BlockRequest request) {
    lines.add("cancel " + request);
  }

  @Override
  public void reject(BlockRequest request) {
    lines.add("reject " + request);
  }

  @Override
  public void block(int piece, int offset, ByteBuffer data) {
    lines.add("block " + piece + " " + offset + " " + hex(data));
  }

  @Override
  public void dhtPort(int port) {
    lines.add("dht port " + port);
  }

  @Override
  public void extended(int id, ByteBuffer payload) {
    lines.add("extended " + id + " " + hex(payload));
  }

  static String hex(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    return HexFormat.of().formatHex(copy);
  }
}
