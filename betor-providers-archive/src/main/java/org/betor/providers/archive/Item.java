package org.betor.providers.archive;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Link;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.spi.Page;
import org.betor.api.spi.SiteException;

/**
 * One item of the archive, as its metadata record tells it: {@code metadata} is what its uploader
 * says, {@code files} what there is, with the torrent among them.
 *
 * @see <a href="https://archive.org/developers/md-record.html">Records, November 2026</a>
 */
final class Item {
  private static final Pattern INFO_HASH = Pattern.compile("[0-9a-fA-F]{40}");
  private static final Pattern SIZE = Pattern.compile("[1-9]\\d{0,17}");

  private final URI home;
  private final String identifier;
  private final Fields fields;

  private Item(URI home, String identifier, Fields fields) {
    this.home = home;
    this.identifier = identifier;
    this.fields = fields;
  }

  /**
   * Reads a record.
   *
   * @throws SiteException if it is none; an item that is not there has one without fields
   */
  static Item of(Page page) {
    URI address = page.address();
    String identifier = address.getPath().replaceFirst(".*/", "");
    if (!ItemAddress.isIdentifier(identifier)) {
      throw SiteException.layoutChanged(address, "an identifier at the address's end");
    }
    Fields fields = Json.read(page);
    fields
        .text("error")
        .ifPresent(
            why -> {
              throw SiteException.unavailable(address, why);
            });
    if (fields.values().isEmpty()) {
      throw SiteException.missing(address, page.status());
    }
    return new Item(address.resolve("../"), identifier, fields);
  }

  /** The page for people. */
  URI address() {
    return ItemAddress.DETAILS.in(home, identifier);
  }

  /** Why the archive does not hand this item to everybody as a torrent, if it does not. */
  Optional<String> obstacle() {
    if (fields.isTrue("is_dark")) {
      return Optional.of("it is dark, the archive shows it to nobody");
    }
    Fields metadata = fields.object("metadata");
    if (metadata.isTrue("access-restricted-item")
        || metadata.texts("collection").contains("stream_only")) {
      return Optional.of("it may be watched or lent, not downloaded");
    }
    return torrent().isEmpty() ? Optional.of("it has no torrent") : Optional.empty();
  }

  /** What the record says, with the torrent as the one offer. */
  Post post() {
    Description description = new Description(fields.object("metadata"));
    return description.post(address(), identifier).offers(List.of(offer(description))).build();
  }

  private Offer offer(Description description) {
    Offer.Builder offer =
        Offer.of(new Link.TorrentFile(ItemAddress.TORRENT.in(home, identifier)))
            .guid(identifier)
            .audio(description.languages());
    torrent()
        .flatMap(file -> file.text("btih"))
        .filter(text -> INFO_HASH.matcher(text).matches())
        .ifPresent(hex -> offer.infoHash(new InfoHash(hex)));
    fields
        .text("item_size")
        .filter(text -> SIZE.matcher(text).matches())
        .ifPresent(size -> offer.sizeBytes(Long.parseLong(size)));
    return offer.build();
  }

  private Optional<Fields> torrent() {
    String name = ItemAddress.torrentName(identifier);
    return fields.objects("files").stream()
        .filter(file -> file.text("name").filter(name::equals).isPresent())
        .filter(file -> !file.isTrue("private"))
        .findFirst();
  }
}
