package org.betor.api.spi;

import org.betor.api.Experimental;

/** What a torrent is doing. */
@Experimental
public sealed interface TorrentState {

  /** Asks peers what the torrent holds. */
  record FetchingMetadata() implements TorrentState {}

  /** Compares what is on disk with the torrent's hashes. */
  record Checking() implements TorrentState {}

  /** Looks for peers and downloads what is wanted; uploads what it has. */
  record Downloading() implements TorrentState {}

  /** Has all that is wanted, verified on disk, and uploads it. */
  record Seeding() implements TorrentState {}

  /**
   * Does nothing until it is resumed.
   *
   * @param reason why
   */
  record Stopped(StopReason reason) implements TorrentState {}

  /**
   * Cannot go on; resuming tries again.
   *
   * @param reason what kind of trouble it is
   * @param message what happened and what to do, for people
   */
  record Failed(TorrentException.Reason reason, String message) implements TorrentState {}

  /** Why a torrent stands still. */
  enum StopReason {
    /** It was told to pause, or was added so. */
    PAUSED,
    /** Its metadata is here, and more was not asked for. */
    METADATA_ONLY,
    /** It uploaded as much as its goal says. */
    RATIO_REACHED,
    /** It seeded as long as its goal says. */
    TIME_REACHED,
    /** All that is wanted is here, and its goal is not to seed. */
    FINISHED
  }
}
