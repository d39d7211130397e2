package org.betor.core.internal.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The right of one request to use the network, which an answer from the cache never takes up. */
final class Turn implements AutoCloseable {
  private final URI address;
  private final HostPace pace;
  private final AddressGuard guard;
  private final InstantSource clock;
  private @Nullable Instant start;

  Turn(URI address, HostPace pace, AddressGuard guard, InstantSource clock) {
    this.address = address;
    this.pace = pace;
    this.guard = guard;
    this.clock = clock;
  }

  /** Waits for the host's pace. Then checks the address again: its name may have moved by now. */
  void begin() throws InterruptedException {
    pace.enter();
    start = clock.instant();
    guard.check(address);
  }

  boolean hasBegun() {
    return start != null;
  }

  /** What is left of the time for the whole answer, if so much is given. */
  Duration left(Duration given) {
    Duration left = start == null ? given : given.minus(Duration.between(start, clock.instant()));
    return left.isNegative() ? Duration.ZERO : left;
  }

  @Override
  public void close() {
    if (start != null) {
      pace.leave();
    }
  }
}
