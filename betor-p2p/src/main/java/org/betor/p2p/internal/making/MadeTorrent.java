package org.betor.p2p.internal.making;

import java.nio.file.Path;
import java.util.List;

/**
 * A torrent, and what it was made of.
 *
 * @param file the torrent file
 * @param paths where its files are, in its order; absolute
 */
public record MadeTorrent(TorrentFile file, List<Path> paths) {

  /** Checks nothing, copies the list. */
  public MadeTorrent {
    paths = List.copyOf(paths);
  }
}
