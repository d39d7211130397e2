package org.betor.p2p.internal.session;

import org.betor.p2p.internal.tracker.Announcer;

/** Tells trackers that torrents are shared no more. Used on the loop's thread only. */
final class Farewells {
  private int open;

  void say(Announcer announcer) {
    open++;
    announcer.stop(() -> open--);
  }

  /** Whether all were heard, or had their time. */
  boolean isOver() {
    return open == 0;
  }
}
