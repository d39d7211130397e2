package org.betor.events;

import java.io.IOException;
import java.time.Duration;
import org.betor.api.spi.EventException;
import org.betor.api.spi.Pause;
import org.betor.events.internal.log.EventLog;

/** How large a log may grow: whoever publishes waits while there is no room. */
final class Room {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private final EventLog log;
  private final Groups groups;
  private final long maxBytes;
  private final Duration patience;
  private final Pause pause;

  Room(EventLog log, Groups groups, long maxBytes, Duration patience, Pause pause) {
    this.log = log;
    this.groups = groups;
    this.maxBytes = maxBytes;
    this.patience = patience;
    this.pause = pause;
  }

  /**
   * Waits until there is room.
   *
   * @throws EventException if there is none in time, or the thread is interrupted
   */
  void await() throws IOException {
    Duration left = patience;
    while (log.bytes() >= maxBytes) {
      groups.tidy(log);
      if (log.bytes() >= maxBytes) {
        if (left.isNegative() || left.isZero() || !waited()) {
          throw full();
        }
        left = left.minus(LOOK_AGAIN);
      }
    }
  }

  private boolean waited() {
    try {
      pause.pause(LOOK_AGAIN);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private EventException full() {
    String who = groups.slowest().map(Group::name).orElse("nobody");
    return new EventException(
        EventException.Reason.FULL,
        "%s has %d MiB of events that wait for the group %s: let it catch up, or forget it"
            .formatted(log, maxBytes >> 20, who));
  }
}
