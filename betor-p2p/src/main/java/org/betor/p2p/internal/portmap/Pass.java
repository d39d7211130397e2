package org.betor.p2p.internal.portmap;

import java.io.IOException;
import java.net.InetAddress;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One try to map a port, at the gateway that did it before or at any that is found. Blocks. */
final class Pass {
  private final Ssdp ssdp;
  private final InetAddress local;
  private final int port;
  private final Sockets sockets;
  private final Set<String> problems = new LinkedHashSet<>();
  private Optional<Gateway> gateway = Optional.empty();
  private Set<Protocol> ours = Set.of();

  Pass(Ssdp ssdp, InetAddress local, int port, Sockets sockets) {
    this.ssdp = ssdp;
    this.local = local;
    this.port = port;
    this.sockets = sockets;
  }

  Outcome run(Outcome before) {
    boolean renewed = before.gateway().isPresent() && map(before.gateway().get(), before.ours());
    if (!renewed) {
      search();
    }
    String problem = sockets.isCut() ? "no gateway answers in time" : String.join("; ", problems);
    return new Outcome(gateway, ours, problem);
  }

  private void search() {
    try {
      GatewaySearch search = GatewaySearch.begin(ssdp, local, sockets);
      Optional<GatewaySearch.Found> found = search.next();
      if (found.isEmpty()) {
        problems.add("no gateway answers");
      }
      while (found.isPresent() && !map(found.get())) {
        found = search.next();
      }
    } catch (IOException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
  }

  private boolean map(GatewaySearch.Found found) {
    try {
      List<Gateway> gateways = Gateway.of(found.host(), found.location(), sockets);
      if (gateways.isEmpty()) {
        problem(found.host(), "it maps no ports");
      }
      return gateways.stream().anyMatch(each -> map(each, Set.of()));
    } catch (IOException e) {
      problem(found.host(), e.getMessage());
      return false;
    }
  }

  /** Whether it mapped the port for one protocol at least. */
  private boolean map(Gateway candidate, Set<Protocol> before) {
    problems.clear();
    Set<Protocol> mapped = EnumSet.noneOf(Protocol.class);
    Set<Protocol> mayBe = EnumSet.noneOf(Protocol.class);
    mayBe.addAll(before);
    for (Protocol protocol : Protocol.values()) {
      try {
        mayBe.add(protocol);
        candidate.add(protocol, port, sockets);
        mapped.add(protocol);
      } catch (RefusedException e) {
        mayBe.remove(protocol);
        problem(candidate.host(), protocol + ": " + e.getMessage());
      } catch (IOException e) {
        problem(candidate.host(), e.getMessage());
        break; // it would take as long again
      }
    }
    if (!mayBe.isEmpty()) {
      gateway = Optional.of(candidate);
      ours = mayBe;
    }
    return !mapped.isEmpty();
  }

  private void problem(GatewayHost host, @Nullable String message) {
    problems.add("%s: %s".formatted(host.address().getHostAddress(), message));
  }
}
