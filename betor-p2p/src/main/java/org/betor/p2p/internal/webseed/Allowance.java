package org.betor.p2p.internal.webseed;

import java.util.List;
import org.betor.p2p.internal.wire.Throttle;

/**
 * What the limits let come. A thread that reads cannot wait for them, so a little more is asked for
 * than may come just now, and nothing again until that is paid back.
 */
record Allowance(List<Throttle> throttles) {
  private static final long FEWEST_BYTES = 16 << 10;
  private static final long TIMES = 8;

  boolean isLimited() {
    return throttles.stream().anyMatch(Throttle::isLimited);
  }

  /** How much may be asked for now; 0 for nothing. */
  long bytes() {
    long bytes = Long.MAX_VALUE;
    for (Throttle throttle : throttles) {
      if (throttle.isLimited()) {
        bytes = Math.min(bytes, share(throttle.allowance()));
      }
    }
    return bytes;
  }

  private static long share(int allowance) {
    return allowance == 0 ? 0 : Math.max(FEWEST_BYTES, TIMES * allowance);
  }

  void spend(long bytes) {
    throttles.forEach(throttle -> throttle.spend(bytes));
  }
}
