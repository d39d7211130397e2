package org.betor.p2p.internal.dht;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the addresses of hosts: asks off the loop, since that blocks, and tells on the loop. */
final class HostNames {
  private static final Logger LOG = LoggerFactory.getLogger(HostNames.class);

  private final Executor lookups;
  private final Executor loop;

  HostNames(Executor lookups, Executor loop) {
    this.lookups = lookups;
    this.loop = loop;
  }

  /** Hands over all addresses of all hosts that have some. */
  void resolve(List<InetSocketAddress> hosts, Consumer<List<InetSocketAddress>> found) {
    try {
      lookups.execute(
          () -> {
            List<InetSocketAddress> addresses = hosts.stream().flatMap(HostNames::all).toList();
            loop.execute(() -> found.accept(addresses));
          });
    } catch (RejectedExecutionException e) {
      LOG.debug("No host names are resolved any more", e);
    }
  }

  private static Stream<InetSocketAddress> all(InetSocketAddress host) {
    if (!host.isUnresolved()) {
      return Stream.of(host);
    }
    List<InetSocketAddress> all = new ArrayList<>();
    try {
      for (InetAddress ip : InetAddress.getAllByName(host.getHostString())) {
        all.add(new InetSocketAddress(ip, host.getPort()));
      }
    } catch (UnknownHostException e) {
      LOG.debug("The DHT's host {} has no address now: {}", host, e.getMessage());
    }
    return all.stream();
  }
}
