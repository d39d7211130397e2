package org.betor.api.spi;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.betor.api.Experimental;
import org.betor.api.model.InfoHash;
import org.betor.api.model.MagnetLink;

/**
 * Downloads and seeds torrents; what it downloads it uploads too. Safe for use by several threads.
 */
@Experimental
public interface TorrentClient extends AutoCloseable {

  /** What this client can do. */
  Set<Ability> abilities();

  /**
   * Adds a torrent, and returns before anything of it is here. What of its files is in the folder
   * already is compared with the torrent's hashes, and only the rest is downloaded. A torrent that
   * is there already is given again as it is, whatever the options.
   *
   * @throws TorrentException if the torrent is of a kind that this client does not know, such as
   *     version 2 alone, or if the client is closed
   */
  Torrent add(TorrentSource source, AddOptions options);

  /**
   * Makes a torrent of a file or folder, and seeds it from where it is. Blocks while the content is
   * hashed; {@link SeedOptions.Builder#progress} tells how far that is.
   *
   * @throws IOException if the content cannot be read
   * @throws InterruptedException if the thread is interrupted; then nothing was added
   * @throws TorrentException if the client is closed
   */
  Torrent seed(Path content, SeedOptions options) throws IOException, InterruptedException;

  /** All torrents, in the order in which they were added. */
  List<Torrent> torrents();

  /** The torrent of that version 1 info-hash. */
  default Optional<Torrent> find(InfoHash infoHash) {
    return torrents().stream().filter(torrent -> torrent.infoHash().equals(infoHash)).findFirst();
  }

  /** Limits all torrents together, from now on. */
  void limit(Rates rates);

  /** Stops all torrents, keeps how far they are, and leaves nothing running. */
  @Override
  void close();

  /** What a client may be able to do. */
  enum Ability {
    /** Reads a file while it downloads: its torrents are {@link Torrent.Streamable}. */
    STREAM,
    /** Makes torrents. */
    SEED,
    /** Limits rates. */
    LIMIT,
    /** Counts the peers of torrents that it does not have: it is a {@link Scraper}. */
    SCRAPE
  }

  /** A client that asks trackers how many peers share a torrent, without joining them. */
  interface Scraper {

    /**
     * Asks all trackers that the link names at once.
     *
     * @param patience how long the slowest may take
     * @return what each of them said
     * @throws InterruptedException if the thread is interrupted
     */
    SwarmReport scrape(MagnetLink link, Duration patience) throws InterruptedException;
  }

  /**
   * Upper limits; empty means none.
   *
   * @param downBytesPerSecond of downloading, from 1
   * @param upBytesPerSecond of uploading, from 1
   */
  record Rates(OptionalLong downBytesPerSecond, OptionalLong upBytesPerSecond) {
    /** As fast as can be. */
    public static final Rates UNLIMITED = new Rates(OptionalLong.empty(), OptionalLong.empty());

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if a limit is not positive: pause what should stand still
     */
    public Rates {
      check(downBytesPerSecond);
      check(upBytesPerSecond);
    }

    private static void check(OptionalLong bytesPerSecond) {
      if (bytesPerSecond.isPresent() && bytesPerSecond.getAsLong() < 1) {
        throw new IllegalArgumentException(
            "a rate is limited to 1 byte a second or more, got " + bytesPerSecond.getAsLong());
      }
    }
  }

  /** Opens a client. A service. */
  interface Factory {

    /** Names the factory. */
    String id();

    /** Opens the host's client. */
    TorrentClient open(Host host);
  }
}
