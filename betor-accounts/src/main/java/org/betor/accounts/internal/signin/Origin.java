package org.betor.accounts.internal.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.betor.accounts.internal.people.Folded;

/** Keys under which failures are counted. */
final class Origin {
  private static final int NETWORK_BYTES = 8;

  private Origin() {}

  /** That of a name or e-mail address, whether somebody has it or not; tells nothing about it. */
  static String account(String login) {
    return "account:" + Sha256.hex(Folded.of(login));
  }

  /** That of an IPv4 address, or an IPv6 network of 64 bits, which one customer has. */
  static String address(InetAddress address) {
    byte[] bytes = address.getAddress();
    byte[] network = address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes;
    return "address:" + HexFormat.of().formatHex(network);
  }
}
