package org.betor.p2p.internal.dht;

import java.net.InetSocketAddress;
import java.util.List;

/** Hears what is found of one torrent, on the loop's thread and after the call that asked. */
@FunctionalInterface
public interface PeerListener {

  /** Peers as nodes name them: some of them may be gone, or none at all. Each comes once. */
  void found(List<InetSocketAddress> peers);

  /** Nothing more will come. Not said after {@link Dht#stop}. */
  default void over() {}
}
