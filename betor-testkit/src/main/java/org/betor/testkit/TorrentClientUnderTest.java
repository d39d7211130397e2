package org.betor.testkit;

import java.io.IOException;
import java.nio.file.Path;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient;

/** What the tests of a torrent client need of whoever implements {@link TorrentClientContract}. */
public interface TorrentClientUnderTest {

  /**
   * Opens a client that asks nobody outside of this machine. The first of a directory has no
   * torrents; opened again after {@link TorrentClient#close}, it goes on where it was.
   *
   * @param directory where it keeps what it knows; does not exist at first
   */
  TorrentClient open(Path directory) throws IOException;

  /**
   * A link to a torrent by which other clients find this one, such as {@code
   * magnet:?xt=urn:btih:…&x.pe=127.0.0.1:6881}.
   *
   * @param client one that {@link #open} gave, and that shares the torrent
   * @param torrent of that client
   */
  MagnetLink linkTo(TorrentClient client, Torrent torrent);
}
