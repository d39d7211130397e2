package org.betor.api.spi;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.betor.api.Experimental;

/** How to make a torrent and seed it. Immutable. */
@Experimental
public final class SeedOptions {
  /** A public torrent without trackers, found by the DHT alone. */
  public static final SeedOptions PLAIN = builder().build();

  private static final int MIN_PIECE_BYTES = 16 << 10;
  private static final int MAX_PIECE_BYTES = 64 << 20;

  private final OptionalInt pieceBytes;
  private final boolean isPrivate;
  private final List<List<URI>> trackers;
  private final List<URI> webSeeds;
  private final Optional<String> comment;
  private final SeedingGoal goal;
  private final Progress progress;

  private SeedOptions(Builder builder) {
    this.pieceBytes = builder.pieceBytes;
    this.isPrivate = builder.isPrivate;
    this.trackers = builder.trackers;
    this.webSeeds = builder.webSeeds;
    this.comment = builder.comment;
    this.goal = builder.goal;
    this.progress = builder.progress;
  }

  /** Options to be set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Bytes of a piece; empty lets the size of the content decide. */
  public OptionalInt pieceBytes() {
    return pieceBytes;
  }

  /**
   * Whether peers come from its trackers alone.
   *
   * @see <a href="https://www.bittorrent.org/beps/bep_0027.html">BEP 27, private torrents</a>
   */
  public boolean isPrivate() {
    return isPrivate;
  }

  /** Trackers in tiers, the first tier first. */
  public List<List<URI>> trackers() {
    return trackers;
  }

  /**
   * Where its content is to be had by HTTP.
   *
   * @see <a href="https://www.bittorrent.org/beps/bep_0019.html">BEP 19, web seeds</a>
   */
  public List<URI> webSeeds() {
    return webSeeds;
  }

  /** What its maker says of it. */
  public Optional<String> comment() {
    return comment;
  }

  /** When it stops to seed. */
  public SeedingGoal goal() {
    return goal;
  }

  /** Is told how far hashing is. */
  public Progress progress() {
    return progress;
  }

  /** Is told how far something is; on the thread that does it. */
  @FunctionalInterface
  public interface Progress {

    /** So many of all bytes are done. */
    void at(long bytes, long allBytes);
  }

  /** Sets options. */
  public static final class Builder {
    private OptionalInt pieceBytes = OptionalInt.empty();
    private boolean isPrivate;
    private List<List<URI>> trackers = List.of();
    private List<URI> webSeeds = List.of();
    private Optional<String> comment = Optional.empty();
    private SeedingGoal goal = SeedingGoal.NONE;
    private Progress progress = (bytes, allBytes) -> {};

    private Builder() {}

    /**
     * Bytes of a piece: a power of two from 16 KiB to 64 MiB; unless set, the size of the content
     * decides.
     */
    public Builder pieceBytes(int pieceBytes) {
      if (Integer.bitCount(pieceBytes) != 1
          || pieceBytes < MIN_PIECE_BYTES
          || pieceBytes > MAX_PIECE_BYTES) {
        throw new IllegalArgumentException(
            "a piece has a power of two of bytes, from 16 KiB to 64 MiB, got " + pieceBytes);
      }
      this.pieceBytes = OptionalInt.of(pieceBytes);
      return this;
    }

    /** Peers come from its trackers alone, so it needs one; public unless set. */
    public Builder onlyFromTrackers() {
      this.isPrivate = true;
      return this;
    }

    /** Trackers in tiers, the first tier first; none unless set. */
    public Builder trackers(List<List<URI>> tiers) {
      this.trackers = tiers.stream().map(List::copyOf).toList();
      return this;
    }

    /** One tracker. */
    public Builder tracker(URI tracker) {
      return trackers(List.of(List.of(tracker)));
    }

    /** Where its content is to be had by HTTP; nowhere unless set. */
    public Builder webSeeds(List<URI> webSeeds) {
      this.webSeeds = List.copyOf(webSeeds);
      return this;
    }

    /** What its maker says of it. */
    public Builder comment(String comment) {
      this.comment = Optional.of(comment);
      return this;
    }

    /** When it stops to seed; never unless set. */
    public Builder goal(SeedingGoal goal) {
      this.goal = goal;
      return this;
    }

    /** Is told how far hashing is; nobody unless set. */
    public Builder progress(Progress progress) {
      this.progress = progress;
      return this;
    }

    /** The options. */
    public SeedOptions build() {
      return new SeedOptions(this);
    }
  }
}
