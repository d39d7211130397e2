package org.betor.accounts;

import java.io.IOException;
import java.net.URI;
import org.betor.api.spi.Torrent;

/** Serves files of torrents to players. Safe for use by several threads. */
@FunctionalInterface
public interface TorrentServer {

  /**
   * Begins to serve.
   *
   * @param file its index from 0
   * @throws IOException if it cannot be served
   */
  Served serve(Torrent.Streamable torrent, int file) throws IOException;

  /**
   * A file that is served.
   *
   * @param address where players find it
   * @param end ends it; throws nothing
   */
  record Served(URI address, Runnable end) {}
}
