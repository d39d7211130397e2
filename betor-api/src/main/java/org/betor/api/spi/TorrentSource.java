package org.betor.api.spi;

import java.io.IOException;
import java.nio.file.Path;
import org.betor.api.Experimental;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.metainfo.MetainfoException;
import org.betor.api.model.MagnetLink;

/** What names a torrent: a magnet link, or a torrent file that was read and found sound. */
@Experimental
public sealed interface TorrentSource {

  /** A torrent whose metadata comes from its peers. */
  static TorrentSource of(MagnetLink link) {
    return new Magnet(link);
  }

  /** A torrent whose metadata is here. */
  static TorrentSource of(Metainfo metainfo) {
    return new Known(metainfo);
  }

  /**
   * Reads a torrent file.
   *
   * @throws MetainfoException if it is refused
   * @throws IOException if it cannot be read
   */
  static TorrentSource read(Path torrentFile) throws IOException {
    return new Known(Metainfo.read(torrentFile));
  }

  /**
   * Reads a torrent file's bytes.
   *
   * @throws MetainfoException if they are refused
   */
  static TorrentSource read(byte[] torrentFile) {
    return new Known(Metainfo.read(torrentFile));
  }

  /**
   * A magnet link.
   *
   * @param link names the torrent
   */
  record Magnet(MagnetLink link) implements TorrentSource {}

  /**
   * A torrent file's content.
   *
   * @param metainfo says all
   */
  record Known(Metainfo metainfo) implements TorrentSource {}
}
