package org.betor.providers.torznab;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Link;
import org.betor.api.model.MagnetLink;

/**
 * Where an item leads. A magnet link is preferred, since it names its torrent; the address of a
 * torrent file is kept as it is and never fetched.
 *
 * @param page what relative addresses are relative to
 */
record Download(Item item, URI page) {
  private static final String TORRENT = "application/x-bittorrent";
  private static final String NZB = "application/x-nzb";

  /**
   * The link.
   *
   * @throws IllegalArgumentException if there is none
   */
  Link link() {
    return magnet()
        .or(() -> torrentFile().findFirst())
        .or(() -> infoHash().map(MagnetLink::of).map(Link.Magnet::new))
        .orElseThrow(() -> new IllegalArgumentException("it leads to no torrent"));
  }

  /** The info-hash that the item states, in any form; one that is malformed is not believed. */
  Optional<InfoHash> infoHash() {
    return item.attribute("infohash").flatMap(Download::infoHash);
  }

  private Optional<Link> magnet() {
    return Stream.concat(addresses(), Stream.concat(text("link"), text("guid")))
        .filter(Download::isMagnet)
        .flatMap(Download::magnet)
        .findFirst();
  }

  private Stream<Link> torrentFile() {
    return addresses()
        .filter(address -> !isMagnet(address))
        .flatMap(address -> Links.web(page, address).stream())
        .map(Link.TorrentFile::new);
  }

  /** Prowlarr's {@code magneturl} is an address of its own, which only redirects to a magnet. */
  private Stream<String> addresses() {
    return Stream.concat(
        item.enclosures().stream()
            .filter(enclosure -> !enclosure.type().startsWith(NZB))
            .sorted((one, other) -> Integer.compare(rank(one), rank(other)))
            .map(Item.Enclosure::url)
            .filter(url -> !url.isEmpty()),
        item.attribute("magneturl").stream());
  }

  private Stream<String> text(String name) {
    return item.text(name).stream();
  }

  private static int rank(Item.Enclosure enclosure) {
    return enclosure.type().equals(TORRENT) ? 0 : enclosure.type().startsWith(TORRENT) ? 1 : 2;
  }

  private static boolean isMagnet(String address) {
    return address.regionMatches(true, 0, "magnet:", 0, 7);
  }

  private static Stream<Link> magnet(String text) {
    try {
      return Stream.of(new Link.Magnet(MagnetLink.parse(text)));
    } catch (IllegalArgumentException namesNoTorrent) {
      return Stream.empty();
    }
  }

  private static Optional<InfoHash> infoHash(String text) {
    try {
      return Optional.of(text.length() == 64 ? new InfoHash(text) : InfoHash.parse(text));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
