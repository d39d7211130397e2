package org.betor.p2p.internal.tracker;

import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/** Brings announces to trackers. Used on the loop's thread only. */
@FunctionalInterface
public interface AnnounceChannel {

  /**
   * Announces once.
   *
   * @param patience how long an answer may take before the tracker counts as silent
   * @param then gets the answer, always and once, on the loop's thread and never before this
   *     returns
   */
  void announce(
      URI tracker, Announce announce, Duration patience, Consumer<? super AnnounceAnswer> then);
}
