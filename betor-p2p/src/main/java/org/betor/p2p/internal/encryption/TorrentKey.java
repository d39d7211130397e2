package org.betor.p2p.internal.encryption;

import java.util.Arrays;
import java.util.HexFormat;
import org.betor.api.model.InfoHash;

/** What only those know who know the torrent. */
final class TorrentKey {
  private TorrentKey() {}

  /** The info-hash's bytes; the first 20 of them in version 2, as in a peer's handshake. */
  static byte[] of(InfoHash torrent) {
    return Arrays.copyOf(HexFormat.of().parseHex(torrent.hex()), Sha1.BYTES);
  }

  /** What a peer names the torrent by, to those who know it already. */
  static byte[] hashOf(InfoHash torrent) {
    return Sha1.of("req2", of(torrent));
  }
}
