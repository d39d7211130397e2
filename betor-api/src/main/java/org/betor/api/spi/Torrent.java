package org.betor.api.spi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.betor.api.Experimental;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.model.InfoHash;

/** A torrent in a client. Safe for use by several threads. */
@Experimental
public interface Torrent {

  /** Its name: a version 1 info-hash. */
  InfoHash infoHash();

  /** What it holds; empty while its metadata is still to come. */
  Optional<Metainfo> metainfo();

  /** How it stands now. Costs no I/O. */
  TorrentSnapshot snapshot();

  /**
   * Tells how it stands, at once and then again and again, until what is returned is closed, the
   * torrent is removed, or its client is closed. The listener is called on a thread of the client;
   * one that throws is not called again.
   *
   * @param every how long to wait between two calls; positive
   */
  Watch watch(Duration every, Consumer<TorrentSnapshot> listener);

  /**
   * Waits until it stands so, which is asked on the waiting thread: at once, and after changes.
   *
   * @throws TorrentException if it failed, was removed, or its client was closed, and does not
   *     stand so
   * @throws TimeoutException if the patience is over; the torrent goes on
   * @throws InterruptedException if the thread is interrupted
   */
  TorrentSnapshot await(Predicate<TorrentSnapshot> until, Duration patience)
      throws InterruptedException, TimeoutException;

  /**
   * Wants only these files, by their indexes from 0; those that were wanted before keep their
   * priorities. Before the metadata is here, this is kept until then; indexes that the torrent does
   * not have mean nothing.
   */
  void choose(Set<Integer> files);

  /**
   * Says how much a file is wanted.
   *
   * @param file its index from 0
   */
  void prioritise(int file, FilePriority priority);

  /** Says which pieces come first. */
  void order(PieceOrder order);

  /** Limits this torrent, from now on, within the limits of the client. */
  void limit(TorrentClient.Rates rates);

  /** Says when it stops to seed. */
  void goal(SeedingGoal goal);

  /** Leaves its peers and stands still. */
  void pause();

  /** Goes on, also after a failure, or when a goal was reached, which then counts no more. */
  void resume();

  /** Compares all that is on disk with the hashes once more. */
  void recheck();

  /** Takes it from the client; its files stay. */
  void remove();

  /**
   * Takes it from the client, and its files from the disk; folders of its own that are empty then
   * go too. The files are gone when the client is closed, if not before.
   */
  void removeWithFiles();

  /** Ends a {@link #watch}. */
  interface Watch extends AutoCloseable {

    /** Ends it; the listener is not called again, save in a call that runs already. */
    @Override
    void close();
  }

  /**
   * A torrent whose files can be read while they download: what lies just ahead of a reader is
   * fetched before all else, and each seek moves that at once. Several may read at the same time,
   * each at a place of its own.
   */
  interface Streamable extends Torrent {
    /** How long a read waits unless said otherwise. */
    Duration USUAL_PATIENCE = Duration.ofMinutes(1);

    /**
     * Reads a file from its start. One that was not wanted is from now on, until {@link #choose} or
     * {@link #prioritise} says otherwise. The channel can only be read, by one thread at a time; a
     * read gives what is here at its position, up to what fits, and waits if that is nothing.
     * Interrupting the thread closes the channel, as with files.
     *
     * <p>A read that waited in vain throws a {@link java.net.SocketTimeoutException}, and may be
     * tried again; one whose torrent failed, was removed, or lost its client throws an {@link
     * IOException} that says so.
     *
     * @param file its index from 0
     * @param patience how long a read waits for its first byte; positive
     * @throws IndexOutOfBoundsException if the torrent has no such file
     * @throws IOException if its metadata is not here yet, or it was removed
     */
    SeekableByteChannel open(int file, Duration patience) throws IOException;

    /** Reads a file with the usual patience; see {@link #open(int, Duration)}. */
    default SeekableByteChannel open(int file) throws IOException {
      return open(file, USUAL_PATIENCE);
    }

    /** Reads a file from its start to its end, as a stream; see {@link #open(int, Duration)}. */
    default InputStream openStream(int file) throws IOException {
      return Channels.newInputStream(open(file));
    }
  }
}
