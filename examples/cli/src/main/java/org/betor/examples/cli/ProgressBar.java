package org.betor.examples.cli;

import java.util.Locale;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentState;

/** How a torrent stands, in one line. */
final class ProgressBar {
  /** A shorter bar would say less than its percentage. */
  private static final int MIN_BAR = 10;

  private final TorrentSnapshot torrent;

  private ProgressBar(TorrentSnapshot torrent) {
    this.torrent = torrent;
  }

  /**
   * The line.
   *
   * @param width how many letters it has, from 1: shorter lines are filled up with spaces, so that
   *     they cover the one before
   */
  static String of(TorrentSnapshot torrent, int width) {
    return fit(new ProgressBar(torrent).line(width), width);
  }

  /** The line of a file that is played meanwhile. */
  static String of(StreamBar played, int width) {
    return played.hasWords()
        ? fit(withBar(played.words(), played.progress(), width), width)
        : of(played.torrent(), width);
  }

  /** The line of anything else that comes bit by bit, from 0 to 1. */
  static String of(String words, double progress, int width) {
    return fit(withBar(words, progress, width), width);
  }

  /** Cut off, or filled up with spaces. */
  static String fit(String text, int width) {
    return text.length() > width
        ? text.substring(0, width - 1) + "…"
        : text + " ".repeat(width - text.length());
  }

  private String line(int width) {
    if (torrent.state() instanceof TorrentState.Failed failed) {
      return "failed: " + failed.message();
    }
    if (!torrent.hasMetadata()) {
      return "%s  %s".formatted(phase(), peers());
    }
    return withBar(words(), torrent.progress(), width);
  }

  private static String withBar(String words, double progress, int width) {
    int room = width - words.length() - "[]  ".length();
    return room < MIN_BAR ? words : "[" + bar(progress, room) + "]  " + words;
  }

  private static String bar(double progress, int room) {
    int full = (int) (room * progress);
    return "#".repeat(full) + "-".repeat(room - full);
  }

  private String words() {
    String percent = String.format(Locale.ROOT, "%5.1f %%", percent());
    String ratio = String.format(Locale.ROOT, "ratio %.2f", torrent.ratio());
    if (torrent.state() instanceof TorrentState.Downloading) {
      String eta = torrent.eta().map(Amount::time).orElse("unknown");
      return String.join(
          "  ", percent, rate("down", torrent.downBytesPerSecond()), "ETA " + eta, peers(), ratio);
    }
    String up = rate("up", torrent.upBytesPerSecond());
    return torrent.state() instanceof TorrentState.Seeding
        ? String.join("  ", percent, phase(), up, peers(), ratio)
        : String.join("  ", percent, phase(), ratio);
  }

  /** Rounded down: what is not all of it is not shown as 100. */
  private double percent() {
    return Math.floor(1000 * torrent.progress()) / 10;
  }

  private String phase() {
    if (torrent.state() instanceof TorrentState.Stopped stopped) {
      return stopped.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
    if (torrent.state() instanceof TorrentState.FetchingMetadata) {
      return "fetching metadata";
    }
    return torrent.state() instanceof TorrentState.Checking ? "checking" : "seeding";
  }

  private String peers() {
    return torrent.peers() + (torrent.peers() == 1 ? " peer" : " peers");
  }

  private static String rate(String way, long bytesPerSecond) {
    return way + " " + Amount.bytes(bytesPerSecond) + "/s";
  }
}
