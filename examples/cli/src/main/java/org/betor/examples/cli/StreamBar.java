package org.betor.examples.cli;

import java.util.Locale;
import java.util.OptionalLong;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentState;

/**
 * How a file comes that is played meanwhile, in words.
 *
 * @param torrent holds it
 * @param index the file's, from 0
 * @param position how far the player has read, in bytes; empty if it did not begin
 */
record StreamBar(TorrentSnapshot torrent, int index, OptionalLong position) {

  /** Whether there is more to say of it than of any torrent. */
  boolean hasWords() {
    return torrent.state() instanceof TorrentState.Downloading && index < torrent.files().size();
  }

  /** Such as {@code 12.5 % down 1.2 MB/s buffer 30 MB 3 peers}. */
  String words() {
    return String.format(
        Locale.ROOT,
        "%5.1f %%  down %s/s  buffer %s  %d %s",
        Math.floor(1000 * progress()) / 10,
        Amount.bytes(torrent.downBytesPerSecond()),
        buffer(),
        torrent.peers(),
        torrent.peers() == 1 ? "peer" : "peers");
  }

  /** Of the file, from 0 to 1. */
  double progress() {
    return file().sizeBytes() == 0 ? 1 : (double) file().verifiedBytes() / file().sizeBytes();
  }

  /**
   * What is verified ahead of the player. It is only known how much of the file is, and not where:
   * what is more than lies before the player is ahead of it. After a seek over what is missing that
   * may be nothing, and is shown as unknown.
   */
  private String buffer() {
    long played = position.orElse(0);
    long ahead = file().verifiedBytes() - played;
    if (ahead < 0) {
      return "unknown";
    }
    return Amount.bytes(Math.min(ahead, file().sizeBytes() - played));
  }

  private TorrentSnapshot.File file() {
    return torrent.files().get(index);
  }
}
