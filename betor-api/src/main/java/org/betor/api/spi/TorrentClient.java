package org.betor.api.spi;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.betor.api.Experimental;
import org.betor.api.model.MagnetLink;

/** Downloads and seeds torrents. Safe for use by several threads. */
@Experimental
public interface TorrentClient extends AutoCloseable {

  /** What this client can do. */
  Set<Ability> abilities();

  /** Adds a torrent; one that is there already is given again. */
  Torrent add(Source source, AddOptions options);

  /** Makes a torrent of a file or folder, and seeds it. */
  Torrent seed(Path content);

  /** All torrents. */
  List<Torrent> torrents();

  /** Limits all torrents together. */
  void limit(Rates rates);

  @Override
  void close();

  /** What a client may be able to do. */
  enum Ability {
    /** Reads a file while it downloads. */
    STREAM,
    /** Makes torrents. */
    SEED,
    /** Limits rates. */
    LIMIT
  }

  /** Where a torrent's metadata comes from. */
  sealed interface Source {
    /**
     * A magnet link.
     *
     * @param link names the torrent
     */
    record Magnet(MagnetLink link) implements Source {}

    /**
     * A torrent file.
     *
     * @param path where it is
     */
    record TorrentFile(Path path) implements Source {}
  }

  /**
   * How to add a torrent.
   *
   * @param folder where its files go
   * @param paused whether it waits to be resumed
   */
  record AddOptions(Path folder, boolean paused) {}

  /**
   * Upper limits; empty means none.
   *
   * @param downBytesPerSecond of downloading
   * @param upBytesPerSecond of uploading
   */
  record Rates(OptionalLong downBytesPerSecond, OptionalLong upBytesPerSecond) {}

  /** Opens a client. A service. */
  interface Factory {

    /** Names the factory. */
    String id();

    /** Opens the host's client. */
    TorrentClient open(Host host);
  }
}
