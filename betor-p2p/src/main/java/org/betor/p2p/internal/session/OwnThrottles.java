package org.betor.p2p.internal.session;

import org.betor.api.spi.TorrentClient.Rates;
import org.betor.p2p.internal.wire.Throttle;

/**
 * The limits of a torrent, or of a client.
 *
 * @param down of what comes
 * @param up of what goes
 */
record OwnThrottles(Throttle down, Throttle up) {

  OwnThrottles() {
    this(new Throttle(), new Throttle());
  }

  void limit(Rates rates) {
    down.limit(rates.downBytesPerSecond());
    up.limit(rates.upBytesPerSecond());
  }

  boolean isLimited() {
    return down.isLimited() || up.isLimited();
  }

  void refill(long nanos) {
    down.refill(nanos);
    up.refill(nanos);
  }
}
