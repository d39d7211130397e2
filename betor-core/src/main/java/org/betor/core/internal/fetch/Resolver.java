package org.betor.core.internal.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. */
@FunctionalInterface
interface Resolver {
  Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  /** All addresses of a host name or address literal; at least one. */
  List<InetAddress> resolve(String host) throws UnknownHostException;
}
