package org.betor.api.spi;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.betor.api.Experimental;

/** How a torrent stood at one moment. Immutable. */
@Experimental
public final class TorrentSnapshot {
  private final TorrentState state;
  private final String name;
  private final boolean hasMetadata;
  private final List<File> files;
  private final long wantedBytes;
  private final long verifiedBytes;
  private final int pieces;
  private final int verifiedPieces;
  private final long downloadedBytes;
  private final long uploadedBytes;
  private final long downBytesPerSecond;
  private final long upBytesPerSecond;
  private final int peers;
  private final double availability;
  private final List<Tracker> trackers;

  private TorrentSnapshot(Builder builder) {
    this.state = builder.state;
    this.name = builder.name;
    this.hasMetadata = builder.hasMetadata;
    this.files = builder.files;
    this.wantedBytes = builder.wantedBytes;
    this.verifiedBytes = builder.verifiedBytes;
    this.pieces = builder.pieces;
    this.verifiedPieces = builder.verifiedPieces;
    this.downloadedBytes = builder.downloadedBytes;
    this.uploadedBytes = builder.uploadedBytes;
    this.downBytesPerSecond = builder.downBytesPerSecond;
    this.upBytesPerSecond = builder.upBytesPerSecond;
    this.peers = builder.peers;
    this.availability = builder.availability;
    this.trackers = builder.trackers;
  }

  /** A snapshot of a torrent that does this. */
  public static Builder builder(TorrentState state) {
    return new Builder(state);
  }

  /** What it is doing. */
  public TorrentState state() {
    return state;
  }

  /** The name that it gives itself; before its metadata is here, the magnet link's, or its hash. */
  public String name() {
    return name;
  }

  /** Whether it is known what it holds. */
  public boolean hasMetadata() {
    return hasMetadata;
  }

  /** Its files, in its order; none before the metadata is here. */
  public List<File> files() {
    return files;
  }

  /** The size of the pieces that are wanted, in bytes. */
  public long wantedBytes() {
    return wantedBytes;
  }

  /** How much of {@link #wantedBytes} is on disk and verified. */
  public long verifiedBytes() {
    return verifiedBytes;
  }

  /** How many pieces it has; 0 before the metadata is here. */
  public int pieces() {
    return pieces;
  }

  /** How many pieces are on disk and verified, wanted or not. */
  public int verifiedPieces() {
    return verifiedPieces;
  }

  /** Whether all that is wanted is on disk and verified. Never true before the metadata is here. */
  public boolean isFinished() {
    return hasMetadata
        && verifiedBytes == wantedBytes
        && !(state instanceof TorrentState.Checking)
        && !(state instanceof TorrentState.Failed);
  }

  /** The part of the wanted bytes that is verified, from 0 to 1. */
  public double progress() {
    if (!hasMetadata) {
      return 0;
    }
    return wantedBytes == 0 ? 1 : (double) verifiedBytes / wantedBytes;
  }

  /** Bytes of content that peers sent, all times together. */
  public long downloadedBytes() {
    return downloadedBytes;
  }

  /** Bytes of content sent to peers, all times together. */
  public long uploadedBytes() {
    return uploadedBytes;
  }

  /** Uploaded for each byte downloaded; what is on disk stands for downloads if there were none. */
  public double ratio() {
    long base = downloadedBytes > 0 ? downloadedBytes : verifiedBytes;
    return base == 0 ? 0 : (double) uploadedBytes / base;
  }

  /** Content that comes in, over the last seconds. */
  public long downBytesPerSecond() {
    return downBytesPerSecond;
  }

  /** Content that goes out, over the last seconds. */
  public long upBytesPerSecond() {
    return upBytesPerSecond;
  }

  /** How many peers are connected. */
  public int peers() {
    return peers;
  }

  /**
   * How many whole copies the connected peers hold together: below 1, a piece is nowhere to be had.
   * Its fraction tells how many pieces are there once more than the rarest.
   */
  public double availability() {
    return availability;
  }

  /**
   * How long it takes to have all at this rate; empty if nothing comes in or nothing is missing.
   */
  public Optional<Duration> eta() {
    long missing = wantedBytes - verifiedBytes;
    return missing == 0 || downBytesPerSecond == 0
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(missing / downBytesPerSecond + 1));
  }

  /** How its trackers answer. */
  public List<Tracker> trackers() {
    return trackers;
  }

  @Override
  public String toString() {
    return "%s: %s, %.1f %% of %d bytes, %d peers"
        .formatted(name, state, 100 * progress(), wantedBytes, peers);
  }

  /**
   * A file of the torrent.
   *
   * @param path its path within the torrent, parts joined by {@code /}
   * @param sizeBytes its size in bytes, from 0
   * @param verifiedBytes how much of it is on disk and verified
   * @param priority how much it is wanted
   */
  public record File(String path, long sizeBytes, long verifiedBytes, FilePriority priority) {}

  /**
   * A tracker of the torrent.
   *
   * @param address where it is
   * @param problem why its last answer was none, for people; empty if all is well, or it was not
   *     asked yet
   */
  public record Tracker(URI address, Optional<String> problem) {}

  /** Sets what a snapshot says; zero and none unless set. */
  public static final class Builder {
    private final TorrentState state;
    private String name = "";
    private boolean hasMetadata;
    private List<File> files = List.of();
    private long wantedBytes;
    private long verifiedBytes;
    private int pieces;
    private int verifiedPieces;
    private long downloadedBytes;
    private long uploadedBytes;
    private long downBytesPerSecond;
    private long upBytesPerSecond;
    private int peers;
    private double availability;
    private List<Tracker> trackers = List.of();

    private Builder(TorrentState state) {
      this.state = state;
    }

    /** What it is called. */
    public Builder name(String name) {
      this.name = name;
      return this;
    }

    /** What it holds; so its metadata is here. */
    public Builder files(List<File> files) {
      this.files = List.copyOf(files);
      this.hasMetadata = true;
      return this;
    }

    /** How much of what is wanted is verified, in bytes. */
    public Builder bytes(long verified, long wanted) {
      this.verifiedBytes = verified;
      this.wantedBytes = wanted;
      return this;
    }

    /** How many of all pieces are verified. */
    public Builder pieces(int verified, int all) {
      this.verifiedPieces = verified;
      this.pieces = all;
      return this;
    }

    /** Bytes of content that came and went, all times together. */
    public Builder transferred(long downloaded, long uploaded) {
      this.downloadedBytes = downloaded;
      this.uploadedBytes = uploaded;
      return this;
    }

    /** Bytes a second of content that come and go now. */
    public Builder rates(long down, long up) {
      this.downBytesPerSecond = down;
      this.upBytesPerSecond = up;
      return this;
    }

    /** How many peers are connected, and how many copies they hold together. */
    public Builder peers(int connected, double availability) {
      this.peers = connected;
      this.availability = availability;
      return this;
    }

    /** How its trackers answer. */
    public Builder trackers(List<Tracker> trackers) {
      this.trackers = List.copyOf(trackers);
      return this;
    }

    /** The snapshot. */
    public TorrentSnapshot build() {
      return new TorrentSnapshot(this);
    }
  }
}
