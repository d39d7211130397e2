package org.betor.api.spi;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.betor.api.Experimental;
import org.betor.api.model.InfoHash;

/** A torrent in a client. Safe for use by several threads. */
@Experimental
public interface Torrent {

  /** Its name. */
  InfoHash infoHash();

  /** How it stands now. */
  Snapshot snapshot();

  /** Tells how it stands, again and again; closing what is returned ends that. */
  AutoCloseable watch(Duration every, Consumer<Snapshot> listener);

  /** Waits until it stands so. */
  Snapshot await(Predicate<Snapshot> until, Duration patience)
      throws InterruptedException, TimeoutException;

  /** Downloads only these files, by their indexes from 0. */
  void choose(Set<Integer> files);

  /** Stops for a while. */
  void pause();

  /** Goes on. */
  void resume();

  /** Takes it from the client; its files stay. */
  void remove();

  /** Takes it from the client, and its files from the disk. */
  void removeWithFiles();

  /** A torrent whose files can be read while they download. */
  interface Streamable extends Torrent {

    /** Reads a file, by its index from 0; blocks where bytes are still to come. */
    SeekableByteChannel open(int file) throws IOException;
  }

  /**
   * How a torrent stands.
   *
   * @param state what it is doing
   * @param wantedBytes the size of the chosen files
   * @param verifiedBytes how much of that is on disk and verified
   * @param peers how many peers are connected
   */
  record Snapshot(State state, long wantedBytes, long verifiedBytes, int peers) {}

  /** What a torrent is doing. */
  enum State {
    /** Asks peers what the torrent holds. */
    FETCHING_METADATA,
    /** Downloads. */
    DOWNLOADING,
    /** Has all that is wanted, and uploads. */
    SEEDING,
    /** Waits to be resumed. */
    PAUSED,
    /** Cannot go on. */
    FAILED
  }
}
