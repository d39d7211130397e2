package org.betor.p2p.internal.encryption;

import org.betor.api.model.InfoHash;
import org.betor.p2p.internal.hash.HashBytes;

/** What only those know who know the torrent. */
final class TorrentKey {
  private TorrentKey() {}

  /** What a peer names the torrent by, to those who know it already. */
  static byte[] hashOf(InfoHash torrent) {
    return Keyed.hash("req2", HashBytes.of(torrent));
  }
}
