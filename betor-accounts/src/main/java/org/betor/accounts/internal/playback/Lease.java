package org.betor.accounts.internal.playback;

import java.util.OptionalInt;
import org.betor.api.spi.FilePriority;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentException;

/** A torrent as long as somebody watches it. Leaves it as it was found, but for what came. */
final class Lease {
  private final Torrent.Streamable torrent;
  private final boolean ours;
  private int watchers;
  private OptionalInt unwanted = OptionalInt.empty();
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
      unwanted = OptionalInt.of(file);
    }
  }

  /** Says that something of it came. */
  synchronized void began() {
    begun = true;
  }

  /** Whether that was the last one who watches. */
  synchronized boolean giveBack() {
    watchers--;
    if (watchers == 0) {
      leave();
    }
    return watchers == 0;
  }

  private void leave() {
    try {
      if (ours && !begun) {
        torrent.remove();
      } else {
        unwanted.ifPresent(file -> torrent.prioritise(file, FilePriority.SKIP));
      }
    } catch (TorrentException gone) { // removed, or its client closed: nothing is left to do
      unwanted = OptionalInt.empty();
    }
  }
}
