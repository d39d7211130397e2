package org.betor.core.internal.torrent;

import java.util.Optional;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.Release;

/** The link by which anybody may be asked about a torrent. */
final class PublicLink {
  private PublicLink() {}

  /**
   * A magnet link with a version 1 info-hash, without passkeys, and without peers, since these are
   * addresses that a page chose. Empty for torrents whose trackers want to know who asks: to them
   * it would be their user who begins to download.
   */
  static Optional<MagnetLink> of(Release release) {
    return release
        .magnet()
        .filter(link -> link.infoHash().isPresent())
        .flatMap(
            link -> {
              MagnetLink shown = link.withoutSecrets();
              boolean isPublic = shown.trackers().size() == link.trackers().size();
              return isPublic ? Optional.of(shown) : Optional.empty();
            });
  }
}
