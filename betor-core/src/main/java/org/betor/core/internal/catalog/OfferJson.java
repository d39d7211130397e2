package org.betor.core.internal.catalog;

import java.util.List;
import org.betor.api.model.Link;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.Offer;
import org.betor.api.model.Quality.Resolution;
import org.betor.api.model.Quality.Source;

/** Offers in JSON. The name of its field says what kind of link it is. */
final class OfferJson {
  private OfferJson() {}

  static JsonObject write(Offer offer) {
    JsonObject json = new JsonObject();
    write(offer.link(), json);
    if (!json.names().contains("magnet")) {
      offer.infoHash().ifPresent(hash -> json.put("hash", hash.hex()));
    }
    offer.guid().ifPresent(guid -> json.put("guid", guid));
    json.put("context", offer.context());
    if (offer.quality().source() != Source.UNKNOWN) {
      json.put("source", offer.quality().source().name());
    }
    if (offer.quality().resolution() != Resolution.UNKNOWN) {
      json.put("resolution", offer.quality().resolution().name());
    }
    json.put("audio", PostJson.tags(offer.audio()));
    json.put("subtitles", PostJson.tags(offer.subtitles()));
    offer.sizeBytes().ifPresent(size -> json.put("size", size));
    json.put("seasons", List.copyOf(offer.episodes().seasons()));
    json.put("episodes", List.copyOf(offer.episodes().numbers()));
    offer.seeders().ifPresent(seeders -> json.put("seeders", seeders));
    offer.leechers().ifPresent(leechers -> json.put("leechers", leechers));
    return json;
  }

  private static void write(Link link, JsonObject json) {
    if (link instanceof Link.Magnet magnet) {
      json.put("magnet", text(magnet));
    } else if (link instanceof Link.TorrentFile file) {
      json.put("file", file.address().toString());
    } else if (link instanceof Link.Unopened unopened) {
      json.put("unopened", unopened.address().toString()).put("reason", unopened.reason());
    }
  }

  /** A text that would be refused when it is read again shrinks to the info-hash. */
  private static String text(Link.Magnet link) {
    String text = link.magnet().toString();
    return text.length() <= MagnetLink.MAX_CHARS ? text : MagnetLink.of(link.infoHash()).toString();
  }
}
