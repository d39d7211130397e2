package org.betor.p2p.internal.lsd;

import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A torrent that is shared now, and who else was heard to share it. */
final class Shared {

  /** More than a swarm connects to: who comes later hears of us, and calls. */
  static final int MOST_PEERS = 200;

  private final Consumer<Collection<InetSocketAddress>> listener;
  private final Set<InetSocketAddress> heard = new HashSet<>();

  Shared(Consumer<Collection<InetSocketAddress>> listener) {
    this.listener = listener;
  }

  void heard(InetSocketAddress peer) {
    if (heard.contains(peer) || heard.size() < MOST_PEERS) {
      heard.add(peer);
      listener.accept(List.of(peer));
    }
  }
}
