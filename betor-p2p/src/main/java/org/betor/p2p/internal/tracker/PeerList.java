package org.betor.p2p.internal.tracker;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.betor.p2p.internal.bencode.Dictionary;

/**
 * Gathers the peers that a tracker names. Those that nobody can connect to are left out, and so is
 * what comes after the first 200.
 *
 * @see <a href="https://www.bittorrent.org/beps/bep_0023.html">BEP 23, compact peer lists</a>
 * @see <a href="https://www.bittorrent.org/beps/bep_0007.html">BEP 7, IPv6 trackers</a>
 */
final class PeerList {
  private static final int MAX_PEERS = 200;
  private static final int MAX_PORT = 65_535;
  private static final int IPV4_BYTES = 4;
  private static final int IPV6_BYTES = 16;

  /** Text of this shape is never looked up as a name. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

  private final Set<InetSocketAddress> peers = new LinkedHashSet<>();

  /** All that a bencoded answer names. */
  static List<InetSocketAddress> of(Dictionary answer) {
    PeerList list = new PeerList();
    answer.bytes("peers").ifPresent(all -> list.addCompact(ByteBuffer.wrap(all), IPV4_BYTES));
    answer.bytes("peers6").ifPresent(all -> list.addCompact(ByteBuffer.wrap(all), IPV6_BYTES));
    answer.list("peers").forEach(list::addOne);
    return list.peers();
  }

  List<InetSocketAddress> peers() {
    return List.copyOf(peers);
  }

  /** Adds addresses of that length with ports behind them; a part of one at the end is ignored. */
  void addCompact(ByteBuffer all, int addressBytes) {
    byte[] address = new byte[addressBytes];
    while (all.remaining() >= addressBytes + Short.BYTES && peers.size() < MAX_PEERS) {
      all.get(address);
      int port = Short.toUnsignedInt(all.getShort());
      try {
        add(InetAddress.getByAddress(address), port);
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
      }
    }
  }

  private void addOne(Object peer) {
    if (!(peer instanceof Dictionary dictionary)) {
      return;
    }
    String host = dictionary.bytes("ip").map(ip -> new String(ip, US_ASCII)).orElse("");
    long port = dictionary.number("port").orElse(0);
    if (port < 0 || port > MAX_PORT || !LITERAL.matcher(host).matches()) {
      return;
    }
    try {
      add(InetAddress.getByName(host), (int) port);
    } catch (UnknownHostException malformed) {
      return;
    }
  }

  private void add(InetAddress address, int port) {
    boolean reachable = !address.isAnyLocalAddress() && !address.isMulticastAddress();
    if (port > 0 && reachable && peers.size() < MAX_PEERS) {
      peers.add(new InetSocketAddress(address, port));
    }
  }
}
