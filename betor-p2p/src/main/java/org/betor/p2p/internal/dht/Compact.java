package org.betor.p2p.internal.dht;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Nodes and addresses as messages carry them, IPv4 only.
 *
 * @see <a href="https://www.bittorrent.org/beps/bep_0005.html">BEP 5, contact encoding</a>
 */
final class Compact {
  private static final int IP_BYTES = 4;
  private static final int ADDRESS_BYTES = IP_BYTES + 2;
  private static final int NODE_BYTES = Id.BYTES + ADDRESS_BYTES;

  private Compact() {}

  /** All have IPv4 addresses. */
  static byte[] nodes(Collection<Node> nodes) {
    ByteBuffer bytes = ByteBuffer.allocate(nodes.size() * NODE_BYTES);
    for (Node node : nodes) {
      bytes.put(node.id().bytes()).put(address(node.address()));
    }
    return bytes.array();
  }

  /** None if the bytes do not end where a node ends. */
  static List<Node> nodes(byte[] bytes) {
    List<Node> nodes = new ArrayList<>();
    if (bytes.length % NODE_BYTES == 0) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        Id id = Id.of(next(left, Id.BYTES)).orElseThrow();
        address(next(left, ADDRESS_BYTES)).ifPresent(at -> nodes.add(new Node(id, at)));
      }
    }
    return nodes;
  }

  /** Of an IPv4 address. */
  static byte[] address(InetSocketAddress address) {
    return ByteBuffer.allocate(ADDRESS_BYTES)
        .put(address.getAddress().getAddress())
        .putShort((short) address.getPort())
        .array();
  }

  /** Empty if these are not the bytes of an IPv4 address and a port. */
  static Optional<InetSocketAddress> address(byte[] bytes) {
    if (bytes.length != ADDRESS_BYTES) {
      return Optional.empty();
    }
    ByteBuffer left = ByteBuffer.wrap(bytes);
    InetAddress ip = ip(next(left, IP_BYTES));
    return Optional.of(new InetSocketAddress(ip, Short.toUnsignedInt(left.getShort())));
  }

  static boolean fits(InetSocketAddress address) {
    return address.getAddress() instanceof Inet4Address;
  }

  private static byte[] next(ByteBuffer left, int length) {
    byte[] bytes = new byte[length];
    left.get(bytes);
    return bytes;
  }

  private static InetAddress ip(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
