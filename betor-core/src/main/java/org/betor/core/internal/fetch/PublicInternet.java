package org.betor.core.internal.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells the addresses of the public Internet from all others.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IPv4 special-purpose
 *     addresses</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IPv6 special-purpose
 *     addresses</a>
 */
final class PublicInternet {
  private static final List<Block> NOT_PUBLIC =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "224.0.0.0/4",
              "240.0.0.0/4",
              "fc00::/7",
              "fe80::/10",
              "fec0::/10",
              "ff00::/8")
          .map(Block::parse)
          .toList();

  /** IPv6 blocks that wrap an IPv4 address: how many bytes stand before it. */
  private static final List<Wrapper> WRAPPERS =
      List.of(
          new Wrapper(Block.parse("::/96"), 12),
          new Wrapper(Block.parse("::ffff:0:0:0/96"), 12),
          new Wrapper(Block.parse("64:ff9b::/96"), 12),
          new Wrapper(Block.parse("2002::/16"), 2));

  private PublicInternet() {}

  static boolean has(InetAddress address) {
    return has(address.getAddress());
  }

  private static boolean has(byte[] address) {
    return NOT_PUBLIC.stream().noneMatch(block -> block.has(address))
        && WRAPPERS.stream()
            .filter(wrapper -> wrapper.block.has(address))
            .allMatch(wrapper -> has(wrapper.wrapped(address)));
  }

  private record Wrapper(Block block, int before) {
    byte[] wrapped(byte[] address) {
      return Arrays.copyOfRange(address, before, before + 4);
    }
  }

  /** The addresses that start with the same bits. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Block(byte[] start, int bits) {
    static Block parse(String text) {
      String[] parts = text.split("/", 2);
      try {
        return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(text, e);
      }
    }

    boolean has(byte[] address) {
      if (address.length != start.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % 8;
        if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
