package org.betor.p2p.internal.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.betor.api.model.InfoHash;

/**
 * Torrents that are being taken away from the disk. What comes next for one of them waits, so that
 * a torrent that is added again does not lose what it writes. Used on the loop's thread only.
 */
final class Departures {
  private final Map<InfoHash, Deque<Runnable>> waiting = new HashMap<>();

  /** Runs something once the torrent is not being taken away; at once if it is not. */
  void after(InfoHash torrent, Runnable next) {
    Deque<Runnable> line = waiting.get(torrent);
    if (line == null) {
      next.run();
    } else {
      line.add(next);
    }
  }

  /** The torrent is being taken away from now on. */
  void begin(InfoHash torrent) {
    waiting.put(torrent, new ArrayDeque<>());
  }

  /** The torrent is gone. */
  void end(InfoHash torrent) {
    Deque<Runnable> line = waiting.remove(torrent);
    if (line != null) {
      line.forEach(next -> after(torrent, next));
    }
  }

  /** Whether no torrent is being taken away. */
  boolean isOver() {
    return waiting.isEmpty();
  }
}
