package org.betor.p2p.interop;

import org.betor.p2p.Encryption;
import org.betor.p2p.interop.Content.Layout;

/**
 * What is shared, and how.
 *
 * @param layout of the content
 * @param contentMib its size in MiB, about
 * @param pieceKib the size of a piece in KiB
 * @param source what leechers add the torrent by
 * @param encryption the policy of all
 * @param meeting how they find one another
 * @param kind of the torrent
 */
record Transfer(
    Layout layout,
    int contentMib,
    int pieceKib,
    Source source,
    Encryption encryption,
    Meeting meeting,
    Kind kind) {

  /** What a torrent is added by. */
  enum Source {
    TORRENT_FILE,
    MAGNET
  }

  /** How peers find one another. */
  enum Meeting {
    /** One is told where the other is. */
    DIAL,
    HTTP_TRACKER,
    UDP_TRACKER
  }

  /** Kinds of torrents. */
  enum Kind {
    PUBLIC,
    PRIVATE,
    /** Of versions 1 and 2, with padding between the files. */
    HYBRID
  }
}
