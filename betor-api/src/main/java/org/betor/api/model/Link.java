package org.betor.api.model;

import java.net.URI;
import java.util.Optional;

/** Where an offer leads. As text it shows no passkeys; {@link #target} does. */
public sealed interface Link {

  /** The magnet link or address as it is, passkeys included: for opening it, not for messages. */
  String target();

  /**
   * The torrent's key in the catalogue, where {@code provider} is the id of who offers it: by what
   * the link leads to, unless it names an info-hash.
   */
  default ReleaseKey key(String provider) {
    return ReleaseKey.of(provider, target());
  }

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
    public String target() {
      return magnet.toString();
    }

    @Override
    public ReleaseKey key(String provider) {
      return ReleaseKey.of(infoHash());
    }

    @Override
    public String toString() {
      return Redacted.text(target());
    }

    private static Optional<InfoHash> infoHash(MagnetLink magnet) {
      return magnet.infoHash().or(magnet::infoHashV2);
    }
  }

  /**
   * A torrent file. It is not fetched during a search, so its info-hash is known only if the page
   * states it.
   *
   * @param address where the file is
   */
  record TorrentFile(URI address) implements Link {
    @Override
    public String target() {
      return address.toString();
    }

    @Override
    public String toString() {
      return Redacted.text(target());
    }
  }

  /**
   * A protected link that stayed shut.
   *
   * @param address where the button leads
   * @param reason why it could not be opened, for people
   */
  record Unopened(URI address, String reason) implements Link {
    /** Hides the secrets of addresses in the reason. */
    public Unopened {
      reason = Redacted.text(reason);
    }

    @Override
    public String target() {
      return address.toString();
    }

    @Override
    public String toString() {
      return Redacted.text(target()) + " (" + reason + ")";
    }
  }
}
