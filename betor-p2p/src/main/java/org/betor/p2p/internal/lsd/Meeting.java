package org.betor.p2p.internal.lsd;

import java.net.InetSocketAddress;

/**
 * Where clients of one network hear of one another.
 *
 * @param port where we listen
 * @param group where we announce; joined if it is a multicast address
 */
public record Meeting(int port, InetSocketAddress group) {
  private static final int PORT = 6_771;

  /** Where all clients meet, over IPv4. */
  public static final Meeting USUAL =
      new Meeting(PORT, new InetSocketAddress("239.192.152.143", PORT));
}
