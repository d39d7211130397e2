package org.betor.p2p.internal.loop;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One UDP port that several protocols share. Datagrams that the system does not take at once are
 * lost, as datagrams may be. Used on the loop's thread only.
 */
public final class UdpSocket {
  private static final Logger LOG = LoggerFactory.getLogger(UdpSocket.class);

  /** No datagram is larger. */
  private static final int MAX_BYTES = 65_535;

  /** So that a flood leaves time for everything else. */
  private static final int MAX_DATAGRAMS_AT_ONCE = 64;

  private final DatagramChannel channel;
  private final ByteBuffer incoming = ByteBuffer.allocate(MAX_BYTES);
  private final List<Protocol> protocols = new ArrayList<>();

  private UdpSocket(DatagramChannel channel) {
    this.channel = channel;
  }

  /** Binds a port; port 0 takes any that is free. Closed with the loop. */
  public static UdpSocket open(Loop loop, InetSocketAddress address) throws IOException {
    DatagramChannel channel = DatagramChannel.open();
    try {
      return of(loop, channel.bind(address));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Takes a channel that is bound already. Closed with the loop. */
  public static UdpSocket of(Loop loop, DatagramChannel bound) throws IOException {
    UdpSocket socket = new UdpSocket(bound);
    loop.register(bound, SelectionKey.OP_READ, key -> socket.receive());
    return socket;
  }

  /** Offers what comes to this protocol, after those that listen already. */
  public void listen(Protocol protocol) {
    protocols.add(protocol);
  }

  /** The bound address. */
  public InetSocketAddress address() throws IOException {
    return (InetSocketAddress) channel.getLocalAddress();
  }

  /** Sends what remains in the buffer as one datagram, or loses it. */
  public void send(ByteBuffer datagram, InetSocketAddress to) {
    try {
      channel.send(datagram, to);
    } catch (IOException | IllegalArgumentException e) {
      LOG.debug("A datagram to {} was not sent: {}", to, e.getMessage());
    }
  }

  private void receive() {
    for (int i = 0; i < MAX_DATAGRAMS_AT_ONCE; i++) {
      incoming.clear();
      InetSocketAddress from = next();
      if (from == null) {
        return;
      }
      incoming.flip();
      offer(from);
    }
  }

  private @Nullable InetSocketAddress next() {
    try {
      return (InetSocketAddress) channel.receive(incoming);
    } catch (IOException e) {
      LOG.debug("A datagram was not received: {}", e.getMessage());
      return null;
    }
  }

  private void offer(InetSocketAddress from) {
    for (Protocol protocol : protocols) {
      if (take(protocol, from)) {
        return;
      }
    }
  }

  /** What one protocol makes of a datagram does not harm the others. */
  private boolean take(Protocol protocol, InetSocketAddress from) {
    try {
      return protocol.take(incoming.duplicate(), from);
    } catch (RuntimeException e) {
      LOG.warn("A datagram of {} could not be dealt with", from, e);
      return true;
    }
  }

  /** Something that is spoken in datagrams. */
  @FunctionalInterface
  public interface Protocol {

    /**
     * Takes a datagram if it is its own. The buffer is good until this returns.
     *
     * @return false if it is none of this protocol's
     */
    boolean take(ByteBuffer datagram, InetSocketAddress from);
  }
}
