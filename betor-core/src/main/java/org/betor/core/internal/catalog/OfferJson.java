package org.betor.core.internal.catalog;

import org.betor.api.model.Link;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.Offer;
import org.betor.api.model.Quality.Resolution;
import org.betor.api.model.Quality.Source;
import org.betor.core.internal.catalog.RecordWriter.Fields;

/** Offers in JSON. The name of its field says what kind of link it is. */
final class OfferJson {
  private OfferJson() {}

  static void write(Offer offer, Fields json) {
    write(offer.link(), json);
    if (!(offer.link() instanceof Link.Magnet)) {
      offer.infoHash().ifPresent(hash -> json.text("hash", hash.hex()));
    }
    offer.guid().ifPresent(guid -> json.text("guid", guid));
    json.text("context", offer.context());
    if (offer.quality().source() != Source.UNKNOWN) {
      json.text("source", offer.quality().source().name());
    }
    if (offer.quality().resolution() != Resolution.UNKNOWN) {
      json.text("resolution", offer.quality().resolution().name());
    }
    json.list("audio", offer.audio(), PostJson::tag)
        .list("subtitles", offer.subtitles(), PostJson::tag);
    offer.sizeBytes().ifPresent(size -> json.number("size", size));
    json.numbers("seasons", offer.episodes().seasons())
        .numbers("episodes", offer.episodes().numbers());
    offer.seeders().ifPresent(seeders -> json.number("seeders", seeders));
    offer.leechers().ifPresent(leechers -> json.number("leechers", leechers));
  }

  private static void write(Link link, Fields json) {
    if (link instanceof Link.Magnet magnet) {
      json.text("magnet", text(magnet));
    } else if (link instanceof Link.TorrentFile file) {
      json.text("file", file.address().toString());
    } else if (link instanceof Link.Unopened unopened) {
      json.text("unopened", unopened.address().toString()).text("reason", unopened.reason());
    }
  }

  /** A text that would be refused when it is read again shrinks to the info-hash. */
  private static String text(Link.Magnet link) {
    String text = link.magnet().toString();
    return text.length() <= MagnetLink.MAX_CHARS ? text : MagnetLink.of(link.infoHash()).toString();
  }
}
