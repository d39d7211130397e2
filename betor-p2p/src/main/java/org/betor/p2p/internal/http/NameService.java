package org.betor.p2p.internal.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the address of a host. Blocks. */
@FunctionalInterface
public interface NameService {

  /** The first of its addresses, IPv4 before IPv6 unless the system is told otherwise. */
  InetAddress find(String host) throws UnknownHostException;

  /** The host's address, or what is wrong, for people. */
  default InetAddress expect(String host) throws UnknownHostException {
    try {
      return find(host);
    } catch (UnknownHostException e) {
      UnknownHostException unknown = new UnknownHostException("no address is known of " + host);
      unknown.initCause(e);
      throw unknown;
    }
  }
}
