package org.betor.accounts.internal.playback;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.betor.api.spi.FilePriority;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentException;

/** A torrent as long as somebody watches it. Leaves it as it was found, but for what came. */
final class Lease {
  private final Torrent.Streamable torrent;
  private final boolean ours;
  private int watchers;

  /** Each file as often as it is watched. */
  private final List<Integer> watched = new ArrayList<>();

  private final Set<Integer> unwanted = new HashSet<>();
  private boolean begun;

  /**
   * Nobody watches yet.
   *
   * @param ours whether it is in the client for this alone
   */
  Lease(Torrent.Streamable torrent, boolean ours) {
    this.torrent = torrent;
    this.ours = ours;
  }

  Torrent.Streamable torrent() {
    return torrent;
  }

  synchronized void take() {
    watchers++;
  }

  /** Says which file will be watched; one that nobody wanted before is not wanted after. */
  synchronized void prepare(int file) {
    if (torrent.snapshot().files().get(file).priority() == FilePriority.SKIP) {
      unwanted.add(file);
    }
    watched.add(file);
  }

  /** Says that one for whom it was prepared does not watch the file any more. */
  synchronized void leave(int file) {
    watched.remove(Integer.valueOf(file));
    if (!watched.contains(file) && unwanted.remove(file)) {
      unlessGone(() -> torrent.prioritise(file, FilePriority.SKIP));
    }
  }

  /** Says that something of it came. */
  synchronized void began() {
    begun = true;
  }

  /** Whether that was the last one who watches. */
  synchronized boolean giveBack() {
    watchers--;
    if (watchers == 0 && ours && !begun) {
      unlessGone(torrent::remove);
    }
    return watchers == 0;
  }

  private static void unlessGone(Runnable change) {
    try {
      change.run();
    } catch (TorrentException gone) {
      // it was removed, or its client closed: nothing is left to do
    }
  }
}
