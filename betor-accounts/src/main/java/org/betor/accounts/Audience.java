package org.betor.accounts;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is watched through one playback. Safe for use by several threads. */
final class Audience {
  private final Map<UUID, Watching> running = new ConcurrentHashMap<>();

  void add(Watching watching) {
    running.put(watching.id(), watching);
  }

  void remove(Watching watching) {
    running.remove(watching.id());
  }

  /** What was left without a word since then lets go of channels and torrents. */
  void endSilentSince(Instant since) {
    for (Watching watching : running.values()) {
      try {
        watching.endIfSilentSince(since);
      } catch (RuntimeException ignored) {
        // its source failed to close it, which is no fault of who starts now
      }
    }
  }

  /** Closes all; then throws what one of them threw, with that of others suppressed. */
  void close() {
    @Nullable RuntimeException failure = null;
    for (Watching watching : running.values()) {
      try {
        watching.close();
      } catch (RuntimeException another) { // the others end, too
        if (failure != null && failure != another) {
          another.addSuppressed(failure);
        }
        failure = another;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
