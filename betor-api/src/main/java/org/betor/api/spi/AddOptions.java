package org.betor.api.spi;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.betor.api.Experimental;

/** How to add a torrent. Immutable. */
@Experimental
public final class AddOptions {
  private final Path folder;
  private final Start start;
  private final Optional<Set<Integer>> files;
  private final PieceOrder order;
  private final SeedingGoal goal;
  private final TorrentClient.Rates rates;
  private final List<InetSocketAddress> peers;

  private AddOptions(Builder builder) {
    this.folder = builder.folder;
    this.start = builder.start;
    this.files = builder.files;
    this.order = builder.order;
    this.goal = builder.goal;
    this.rates = builder.rates;
    this.peers = builder.peers;
  }

  /** All files into this folder, seeded without end. */
  public static AddOptions into(Path folder) {
    return builder(folder).build();
  }

  /** Options for a torrent whose file or folder goes into this folder. */
  public static Builder builder(Path folder) {
    return new Builder(folder);
  }

  /** Where the torrent's file or folder goes; made if it is not there. */
  public Path folder() {
    return folder;
  }

  /** What it does first. */
  public Start start() {
    return start;
  }

  /** The files that are wanted, by their indexes from 0; empty means all. */
  public Optional<Set<Integer>> files() {
    return files;
  }

  /** Which pieces come first. */
  public PieceOrder order() {
    return order;
  }

  /** When it stops to seed. */
  public SeedingGoal goal() {
    return goal;
  }

  /** Its own limits, within those of the client. */
  public TorrentClient.Rates rates() {
    return rates;
  }

  /** Peers that are known already. */
  public List<InetSocketAddress> peers() {
    return peers;
  }

  /** What a new torrent does first. */
  public enum Start {
    /** Downloads. */
    AT_ONCE,
    /** Waits to be resumed. */
    PAUSED,
    /** Fetches its metadata, and then waits to be resumed. */
    METADATA_ONLY
  }

  /** Sets options. */
  public static final class Builder {
    private final Path folder;
    private Start start = Start.AT_ONCE;
    private Optional<Set<Integer>> files = Optional.empty();
    private PieceOrder order = PieceOrder.RAREST_FIRST;
    private SeedingGoal goal = SeedingGoal.NONE;
    private TorrentClient.Rates rates = TorrentClient.Rates.UNLIMITED;
    private List<InetSocketAddress> peers = List.of();

    private Builder(Path folder) {
      this.folder = folder;
    }

    /** What it does first; {@link Start#AT_ONCE} unless set. */
    public Builder start(Start start) {
      this.start = start;
      return this;
    }

    /** Only these files, by their indexes from 0; all unless set. */
    public Builder files(Set<Integer> files) {
      this.files = Optional.of(Set.copyOf(files));
      return this;
    }

    /** Which pieces come first; {@link PieceOrder#RAREST_FIRST} unless set. */
    public Builder order(PieceOrder order) {
      this.order = order;
      return this;
    }

    /** When it stops to seed; never unless set. */
    public Builder goal(SeedingGoal goal) {
      this.goal = goal;
      return this;
    }

    /** Its own limits, within those of the client; none unless set. */
    public Builder rates(TorrentClient.Rates rates) {
      this.rates = rates;
      return this;
    }

    /** Peers that are known already, beside those of the magnet link; none unless set. */
    public Builder peers(List<InetSocketAddress> peers) {
      this.peers = List.copyOf(peers);
      return this;
    }

    /** The options. */
    public AddOptions build() {
      return new AddOptions(this);
    }
  }
}
