package org.betor.p2p.internal.greeting;

import org.betor.p2p.internal.wire.Connection;
import org.betor.p2p.internal.wire.PeerHandshake;

/** Gets a peer that said who it is. */
@FunctionalInterface
interface Greeted {

  /** The handshake was read, and nothing that follows it. */
  void by(Connection connection, PeerHandshake greeting);
}
