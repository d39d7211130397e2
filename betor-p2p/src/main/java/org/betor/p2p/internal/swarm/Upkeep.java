package org.betor.p2p.internal.swarm;

import java.time.Duration;
import org.betor.p2p.internal.wire.Outgoing;

/** What is to be done for a connected peer each second. */
final class Upkeep {
  private static final long SILENT_NANOS = Duration.ofSeconds(150).toNanos();
  private static final long KEEP_ALIVE_NANOS = Duration.ofSeconds(100).toNanos();

  private Upkeep() {}

  static void tick(Peer peer, long now) {
    peer.down().tick();
    peer.up().tick();
    if (now - peer.heardAt() > SILENT_NANOS) {
      peer.leave("it is silent");
      return;
    }
    if (peer.isOfNoUse()) {
      peer.leave("both have everything");
      return;
    }
    if (now - peer.spokeAt() > KEEP_ALIVE_NANOS) {
      peer.send(Outgoing.keepAlive());
    }
    peer.metadata().offered();
    peer.metadata().tick();
    peer.exchange().tick();
    peer.requests().tick();
    peer.connection().flush();
  }
}
