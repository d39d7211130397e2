package org.betor.core.internal.catalog;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.betor.api.model.Episodes;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Link;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.Offer;
import org.betor.api.model.Quality;
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

  static Offer read(JsonObject json) {
    Offer.Builder offer =
        Offer.of(link(json))
            .context(json.text("context"))
            .quality(
                new Quality(
                    PostJson.constant(json, "source", Source.UNKNOWN),
                    PostJson.constant(json, "resolution", Resolution.UNKNOWN)))
            .audio(PostJson.languages(json, "audio"))
            .subtitles(PostJson.languages(json, "subtitles"))
            .episodes(Episodes.of(numbers(json, "seasons"), numbers(json, "episodes")));
    json.find("hash", String.class).map(InfoHash::new).ifPresent(offer::infoHash);
    json.find("guid", String.class).ifPresent(offer::guid);
    json.find("size", Long.class).ifPresent(offer::sizeBytes);
    json.find("seeders", Long.class).map(Math::toIntExact).ifPresent(offer::seeders);
    json.find("leechers", Long.class).map(Math::toIntExact).ifPresent(offer::leechers);
    return offer.build();
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

  private static Link link(JsonObject json) {
    return json.find("magnet", String.class)
        .<Link>map(magnet -> new Link.Magnet(MagnetLink.parse(magnet)))
        .or(() -> json.find("file", String.class).map(URI::create).map(Link.TorrentFile::new))
        .orElseGet(
            () ->
                new Link.Unopened(
                    URI.create(json.get("unopened", String.class)), json.text("reason")));
  }

  private static List<Integer> numbers(JsonObject json, String name) {
    List<Integer> numbers = new ArrayList<>();
    json.list(name, Long.class).forEach(number -> numbers.add(Math.toIntExact(number)));
    return numbers;
  }
}
