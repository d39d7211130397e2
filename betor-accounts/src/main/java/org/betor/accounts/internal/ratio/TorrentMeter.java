package org.betor.accounts.internal.ratio;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.betor.accounts.TrafficReport;
import org.betor.api.model.InfoHash;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentSnapshot;
import org.jspecify.annotations.Nullable;

/** Counts what one torrent transfers, in sessions that are short enough for the server. */
public final class TorrentMeter {
  private static final Duration LONGEST_SESSION = Duration.ofDays(7);
  private static final long VERSION = 0x7000; // RFC 9562, 5.7
  private static final long RANDOM_A = 0x0fff;
  private static final long VARIANT = 1L << 63;
  private static final int BITS_BELOW_TIME = 16;

  private final InfoHash infoHash;
  private final Count up;
  private final Count down;
  private @Nullable UUID session;
  private Instant began = Instant.MIN;
  private boolean onItsWay;

  private TorrentMeter(InfoHash infoHash, long uploadedBytes, long downloadedBytes) {
    this.infoHash = infoHash;
    this.up = new Count(uploadedBytes);
    this.down = new Count(downloadedBytes);
  }

  /** Counts what comes after a snapshot. */
  public static TorrentMeter from(Torrent torrent, TorrentSnapshot snapshot) {
    return new TorrentMeter(
        torrent.infoHash(), snapshot.uploadedBytes(), snapshot.downloadedBytes());
  }

  /** Counts all that a torrent transferred. */
  public static TorrentMeter fromNothing(Torrent torrent) {
    return new TorrentMeter(torrent.infoHash(), 0, 0);
  }

  /** Counts what is new. */
  public void look(TorrentSnapshot snapshot) {
    up.look(snapshot.uploadedBytes());
    down.look(snapshot.downloadedBytes());
  }

  /** Whether something was not told. */
  public boolean hasNews() {
    return up.hasNews() || down.hasNews();
  }

  /**
   * Begins a session if there is none, or the one there is has lasted long enough. A report that
   * may have arrived keeps its session, or its bytes could count twice.
   */
  public void begin(Instant now, RandomGenerator random) {
    if (session == null || (!onItsWay && now.isAfter(began.plus(LONGEST_SESSION)))) {
      session = session(now, random);
      began = now;
      up.begin();
      down.begin();
    }
  }

  private static UUID session(Instant now, RandomGenerator random) {
    long time = now.toEpochMilli() << BITS_BELOW_TIME;
    return new UUID(
        time | VERSION | (random.nextLong() & RANDOM_A), VARIANT | (random.nextLong() >>> 2));
  }

  /** What there is to tell in the session that has begun. */
  public TrafficReport report(long sequence) {
    if (session == null) {
      throw new IllegalStateException("no session has begun");
    }
    onItsWay = true;
    return new TrafficReport(session, infoHash, sequence, up.total, down.total);
  }

  /** Says that the last report arrived. */
  public void taken() {
    onItsWay = false;
    up.told = up.total;
    down.told = down.total;
  }

  /** Bytes in one direction. */
  private static final class Count {
    private long seen;
    private long total;
    private long told;

    Count(long seen) {
      this.seen = seen;
    }

    /** A torrent that was removed and added again begins anew. */
    void look(long now) {
      total += now >= seen ? now - seen : now;
      seen = now;
    }

    boolean hasNews() {
      return total > told;
    }

    void begin() {
      total -= told;
      told = 0;
    }
  }
}
