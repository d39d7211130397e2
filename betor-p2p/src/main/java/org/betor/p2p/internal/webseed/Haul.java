package org.betor.p2p.internal.webseed;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run on its way from a web seed: all at once, or, if there are limits, in parts that these let
 * through. Used on the loop's thread only.
 */
final class Haul {
  private static final Logger LOG = LoggerFactory.getLogger(Haul.class);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
  private static final long STALLED_NANOS = Duration.ofSeconds(20).toNanos();

  /** Fewer bytes in that time are as good as none. */
  private static final long FEWEST_BYTES = 16 << 10;

  private final WebSeed seed;
  private final Run run;
  private final WebSeeds all;
  private final long begun;
  private long place;
  private int kept;
  private @Nullable Fetch fetch;
  private long lookedAt;
  private long cameSince;
  private boolean over;

  Haul(WebSeed seed, Run run, WebSeeds all) {
    this.seed = seed;
    this.run = run;
    this.all = all;
    this.begun = all.nanoTime();
    this.place = run.start();
    this.kept = run.pieces().first();
  }

  WebSeed seed() {
    return seed;
  }

  /** Whether one of those pieces is still to come with it. */
  boolean brings(IntPredicate which) {
    return IntStream.range(kept, run.pieces().end()).anyMatch(which);
  }

  /** Asks for what may come now. */
  void goOn() {
    long bytes = all.allowance().bytes();
    if (over) {
      return;
    }
    if (bytes == 0) {
      all.around().timers().after(LOOK_AGAIN, this::goOn);
      return;
    }
    long to = bytes < run.end() - place ? place + bytes : run.end();
    Fetch begins = all.fetch(seed, run, place, to, this::hear);
    fetch = begins;
    lookedAt = all.nanoTime();
    cameSince = 0;
    all.around()
        .threads()
        .execute(
            () -> {
              Optional<IOException> failure = failure(begins);
              all.around().loop().execute(() -> ended(begins, failure));
            });
  }

  private static Optional<IOException> failure(Fetch fetch) {
    try {
      fetch.work();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    } catch (IllegalArgumentException e) {
      return Optional.of(new UselessSeedException("its address cannot be used: " + e.getMessage()));
    }
  }

  /** On the fetching thread: a piece is there. */
  private void hear(int piece) {
    byte[][] blocks = run.take(piece);
    all.around().loop().execute(() -> whole(piece, blocks));
  }

  private void whole(int piece, byte[][] blocks) {
    if (!over) {
      kept = piece + 1;
      all.deliver(seed, piece, blocks);
    }
  }

  private void ended(Fetch by, Optional<IOException> failure) {
    if (over) {
      return;
    }
    count(by);
    fetch = null;
    place = by.to();
    if (failure.isPresent()) {
      all.failed(this, failure.get());
    } else if (place < run.end()) {
      goOn();
    } else {
      seed.succeeded(run.end() - run.start(), all.nanoTime() - begun);
      all.over(this);
    }
  }

  /** A second is over. */
  void tick() {
    Fetch now = fetch;
    if (now == null) {
      return;
    }
    count(now);
    if (all.nanoTime() - lookedAt > STALLED_NANOS) {
      boolean stalled = cameSince < FEWEST_BYTES;
      lookedAt = all.nanoTime();
      cameSince = 0;
      if (stalled) {
        all.failed(this, new IOException("it is too slow"));
      }
    }
  }

  private void count(Fetch by) {
    long bytes = by.takeCame();
    cameSince += bytes;
    all.came(bytes);
  }

  /** Cuts the connection, and leaves to others what has not come. */
  void end() {
    over = true;
    for (int piece = kept; piece < run.pieces().end(); piece++) {
      all.reservations().giveBack(piece);
    }
    Fetch last = fetch;
    fetch = null;
    if (last != null) {
      count(last);
      try {
        last.close();
      } catch (IOException e) {
        LOG.debug("A connection to a web seed was not closed", e);
      }
    }
  }
}
