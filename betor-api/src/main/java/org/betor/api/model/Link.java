package org.betor.api.model;

import java.net.URI;
import java.util.Optional;

/** Where an offer leads. */
public sealed interface Link {

  /** The torrent's key in the catalogue, where {@code provider} is the id of who offers it. */
  ReleaseKey key(String provider);

  /**
   * A magnet link.
   *
   * @param magnet names its torrent by an info-hash
   */
  record Magnet(MagnetLink magnet) implements Link {
    /**
     * Checks.
     *
     * @throws IllegalArgumentException if the link has no info-hash
     */
    public Magnet {
      if (infoHash(magnet).isEmpty()) {
        throw new IllegalArgumentException("a magnet link without an info-hash: " + magnet);
      }
    }

    /** The version 1 info-hash if there is one, else that of version 2. */
    public InfoHash infoHash() {
      return infoHash(magnet).orElseThrow();
    }

    @Override
    public ReleaseKey key(String provider) {
      return ReleaseKey.of(infoHash());
    }

    private static Optional<InfoHash> infoHash(MagnetLink magnet) {
      return magnet.infoHash().or(magnet::infoHashV2);
    }
  }

  /**
   * A torrent file. It is not fetched during a search, so its info-hash is not known.
   *
   * @param address where the file is
   */
  record TorrentFile(URI address) implements Link {
    @Override
    public ReleaseKey key(String provider) {
      return ReleaseKey.of(provider, address.toString());
    }
  }

  /**
   * A protected link that stayed shut.
   *
   * @param address where the button leads
   * @param reason why it could not be opened, for people
   */
  record Unopened(URI address, String reason) implements Link {
    @Override
    public ReleaseKey key(String provider) {
      return ReleaseKey.of(provider, address.toString());
    }
  }
}
