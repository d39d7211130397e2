package org.betor.p2p.interop;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.betor.p2p.Encryption;

/**
 * What a client is to do: share a torrent.
 *
 * @param folder where the torrent's file or folder is, or goes
 * @param own where the client may keep its own files
 * @param torrent the torrent file
 * @param magnet what to add it by in place of the file
 * @param complete whether the content is there
 * @param peers whom to connect to
 * @param encryption its policy
 */
record Errand(
    Path folder,
    Path own,
    Path torrent,
    Optional<String> magnet,
    boolean complete,
    List<InetSocketAddress> peers,
    Encryption encryption) {

  /** Copies. */
  Errand {
    peers = List.copyOf(peers);
  }

  /** The magnet link, or else the path of the torrent file. */
  String source() {
    return magnet.orElse(torrent.toString());
  }
}
