package org.betor.p2p.internal.encryption;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.betor.api.model.InfoHash;

/** The torrents that encrypted peers may ask for. Used by one thread at a time. */
public final class KnownTorrents {
  private final Map<String, InfoHash> byHash = new HashMap<>();

  /** From now on, peers may ask for this one. */
  public void add(InfoHash torrent) {
    byHash.put(key(TorrentKey.hashOf(torrent)), torrent);
  }

  /** From now on, this one is not known. */
  public void remove(InfoHash torrent) {
    byHash.remove(key(TorrentKey.hashOf(torrent)));
  }

  /** The torrent that has this hash. */
  Optional<InfoHash> find(byte[] hash) {
    return Optional.ofNullable(byHash.get(key(hash)));
  }

  private static String key(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }
}
