package org.betor.p2p.internal.dht;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How a node takes part.
 *
 * @param bootstrap nodes to be asked for others when none is known; those whose names are
 *     unresolved are resolved when they are needed
 * @param state what {@link Dht#state} gave when the node ran last; empty for a new node
 * @param random must be hard to foresee, for strangers can answer who guesses our transaction ids
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DhtOptions(
    List<InetSocketAddress> bootstrap, byte[] state, RandomGenerator random, Reach reach) {
  private static final List<InetSocketAddress> WELL_KNOWN =
      List.of(
          InetSocketAddress.createUnresolved("router.bittorrent.com", 6881),
          InetSocketAddress.createUnresolved("dht.transmissionbt.com", 6881),
          InetSocketAddress.createUnresolved("dht.libtorrent.org", 25401));

  /** Copies the lists. */
  public DhtOptions {
    bootstrap = List.copyOf(bootstrap);
    state = state.clone();
  }

  /** For the table that all clients of the Internet keep together. */
  public static DhtOptions ofTheInternet(byte[] state) {
    return new DhtOptions(WELL_KNOWN, state, new SecureRandom(), Reach.PUBLIC);
  }
}
