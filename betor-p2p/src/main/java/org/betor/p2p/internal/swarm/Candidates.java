package org.betor.p2p.internal.swarm;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Addresses at which peers may be had: each is tried again after a while that grows, and given up
 * after some failures. Used on the loop's thread only.
 */
final class Candidates {
  private static final int MOST = 2_000;

  /** Peers can name as many addresses as they like, and must not keep out what others name. */
  private static final int MOST_WITH_HEARSAY = 1_000;

  private static final int MOST_BANNED = 2_000;
  private static final int MOST_FAILURES = 5;
  private static final long POSTPONED_NANOS = Duration.ofMinutes(30).toNanos();

  /** Multiplied by four with each failure: who starts together finds one another soon. */
  private static final long FIRST_WAIT_NANOS = Duration.ofSeconds(1).toNanos();

  private final Map<InetSocketAddress, Candidate> candidates = new LinkedHashMap<>();
  private final Set<InetSocketAddress> banned = new HashSet<>();

  /** New ones are tried at once; those that are known stay as they are. */
  void add(Collection<InetSocketAddress> addresses) {
    add(addresses, MOST);
  }

  /** The same with what peers say. */
  void addHearsay(Collection<InetSocketAddress> addresses) {
    add(addresses, MOST_WITH_HEARSAY);
  }

  private void add(Collection<InetSocketAddress> addresses, int most) {
    for (InetSocketAddress address : addresses) {
      if (candidates.size() < most && mayBePeer(address)) {
        candidates.putIfAbsent(address, new Candidate());
      }
    }
  }

  private static boolean mayBePeer(InetSocketAddress address) {
    return !address.isUnresolved()
        && address.getPort() > 0
        && !address.getAddress().isAnyLocalAddress()
        && !address.getAddress().isMulticastAddress();
  }

  /** The next one that may be tried. */
  Optional<InetSocketAddress> next(long now, Predicate<InetSocketAddress> free) {
    return candidates.entrySet().stream()
        .filter(each -> each.getValue().isDue(now))
        .map(Map.Entry::getKey)
        .filter(address -> !isBanned(address) && free.test(address))
        .findFirst()
        .map(address -> tried(address, now));
  }

  private InetSocketAddress tried(InetSocketAddress address, long now) {
    Candidate candidate = candidates.remove(address);
    if (candidate != null) {
      candidate.waits = true;
      candidate.notBefore = now + (FIRST_WAIT_NANOS << (2 * candidate.failures));
      candidate.failures++;
      if (candidate.failures < MOST_FAILURES) {
        candidates.put(address, candidate);
      }
    }
    return address;
  }

  /** A peer was reached there; after it is lost it may be tried again soon. */
  void reached(InetSocketAddress address) {
    Candidate candidate = candidates.computeIfAbsent(address, any -> new Candidate());
    candidate.failures = 1;
    candidate.reached = true;
  }

  /** There is no need for the peer that is there; it is not called soon. */
  void postpone(InetSocketAddress address, long now) {
    candidates.computeIfAbsent(address, any -> new Candidate()).notBefore = now + POSTPONED_NANOS;
  }

  /** Nobody is to be had there, or ourselves. */
  void remove(InetSocketAddress address) {
    candidates.remove(address);
  }

  /** A liar is there: none from this host is taken again. */
  void ban(InetSocketAddress address) {
    if (banned.size() < MOST_BANNED) {
      banned.add(host(address));
    }
  }

  boolean isBanned(InetSocketAddress address) {
    return banned.contains(host(address));
  }

  /** On the loopback address, each port is a host of its own. */
  private static InetSocketAddress host(InetSocketAddress address) {
    return address.getAddress().isLoopbackAddress()
        ? address
        : new InetSocketAddress(address.getAddress(), 0);
  }

  /** Some to be tried first another time: those that were reached before the others. */
  List<InetSocketAddress> known(int most) {
    return candidates.entrySet().stream()
        .sorted(Comparator.comparing(each -> !each.getValue().reached))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static final class Candidate {
    private boolean waits;
    private long notBefore;
    private int failures;
    private boolean reached;

    boolean isDue(long now) {
      return !waits || now - notBefore >= 0;
    }
  }
}
