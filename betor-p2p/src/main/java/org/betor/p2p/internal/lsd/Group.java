package org.betor.p2p.internal.lsd;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.betor.p2p.internal.loop.Loop;
import org.betor.p2p.internal.loop.UdpSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A multicast group, as it is on some networks of this machine. What is sent goes no further than
 * these, since its time to live stays at one hop.
 */
final class Group {
  private static final Logger LOG = LoggerFactory.getLogger(Group.class);

  /** The JDK's own may be of IPv6, which this socket does not know. */
  private static final byte[] ANY_IPV4 = {0, 0, 0, 0};

  private final DatagramChannel channel;
  private final UdpSocket socket;
  private final InetSocketAddress group;
  private final List<NetworkInterface> networks;

  private Group(
      DatagramChannel channel,
      UdpSocket socket,
      InetSocketAddress group,
      List<NetworkInterface> networks) {
    this.channel = channel;
    this.socket = socket;
    this.group = group;
    this.networks = List.copyOf(networks);
  }

  /** Joins on the network of a local address, or on all that are up. Left with the loop. */
  static Group join(Loop loop, InetAddress address, Meeting meeting) throws IOException {
    DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
    try {
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true); // others listen there too
      List<NetworkInterface> networks = List.of();
      if (meeting.group().getAddress().isMulticastAddress()) {
        channel.bind(new InetSocketAddress(InetAddress.getByAddress(ANY_IPV4), meeting.port()));
        networks = join(channel, meeting.group().getAddress(), address);
      } else {
        channel.bind(new InetSocketAddress(address, meeting.port()));
      }
      return new Group(channel, UdpSocket.of(loop, channel), meeting.group(), networks);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static List<NetworkInterface> join(
      DatagramChannel channel, InetAddress group, InetAddress address) throws IOException {
    List<NetworkInterface> joined = new ArrayList<>();
    for (NetworkInterface network : networks(address)) {
      try {
        channel.join(group, network);
        joined.add(network);
      } catch (IOException e) {
        LOG.debug("{} was not joined on {}: {}", group, network, e.getMessage());
      }
    }
    if (joined.isEmpty()) {
      throw new IOException("no network of %s takes multicast".formatted(address));
    }
    return joined;
  }

  private static List<NetworkInterface> networks(InetAddress address) throws IOException {
    if (!address.isAnyLocalAddress()) {
      NetworkInterface own = NetworkInterface.getByInetAddress(address);
      return own == null ? List.of() : List.of(own);
    }
    List<NetworkInterface> networks = new ArrayList<>();
    for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      boolean local = !network.isLoopback() && !network.isPointToPoint();
      if (local && network.isUp() && network.supportsMulticast() && hasIpv4(network)) {
        networks.add(network);
      }
    }
    return networks;
  }

  private static boolean hasIpv4(NetworkInterface network) {
    return network.inetAddresses().anyMatch(Inet4Address.class::isInstance);
  }

  void listen(UdpSocket.Protocol protocol) {
    socket.listen(protocol);
  }

  /** Where it announces. */
  InetSocketAddress address() {
    return group;
  }

  /** Tells all networks, or those that take it. */
  void send(byte[] datagram) {
    if (networks.isEmpty()) {
      socket.send(ByteBuffer.wrap(datagram), group);
    }
    for (NetworkInterface network : networks) {
      try {
        channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, network);
        socket.send(ByteBuffer.wrap(datagram), group);
      } catch (IOException e) {
        LOG.debug("Nothing was announced on {}: {}", network, e.getMessage());
      }
    }
  }
}
