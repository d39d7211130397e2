package org.betor.p2p.internal.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.betor.p2p.internal.tracker.Announcer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells trackers that torrents are shared no more. Used on the loop's thread only, save where it is
 * said otherwise.
 */
final class Farewells {
  private static final Logger LOG = LoggerFactory.getLogger(Farewells.class);
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final CompletableFuture<Boolean> allSaid = new CompletableFuture<>();
  private int open;
  private boolean last;

  void say(Announcer announcer) {
    open++;
    announcer.stop(
        () -> {
          open--;
          end();
        });
  }

  /** There will be no more. */
  void last() {
    last = true;
    end();
  }

  private void end() {
    if (last && open == 0) {
      allSaid.complete(true);
    }
  }

  /** Waits until all are said, or for some seconds; on another thread than the loop's. */
  void await() {
    try {
      allSaid.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("Not all trackers heard that the client is closed", e);
    }
  }
}
