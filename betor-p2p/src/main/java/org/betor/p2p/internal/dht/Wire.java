package org.betor.p2p.internal.dht;

import java.net.InetSocketAddress;

/** Carries datagrams, and may lose them. */
@FunctionalInterface
interface Wire {

  void send(byte[] datagram, InetSocketAddress to);
}
