package org.betor.core.internal.catalog;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.util.BytesRef;
import org.betor.api.model.Episodes;
import org.betor.api.model.Language;
import org.betor.api.model.Link;
import org.betor.api.model.Listing;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.MediaType;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.Quality;
import org.betor.api.model.Quality.Resolution;
import org.betor.api.model.Quality.Source;
import org.betor.api.model.Release;
import org.betor.api.model.Swarm;
import org.betor.api.model.TitleId;
import org.betor.api.model.Viewer;
import org.betor.api.spi.CatalogQuery;

/**
 * Answers a query from memory, so that the classes which the first real answer needs are loaded
 * while the index is being opened: beside that on another core, instead of 100 ms behind it.
 */
final class Rehearsal {
  private Rehearsal() {}

  /** Begins on a thread that ends by itself within a moment. */
  static Thread begin() {
    Thread thread = new Thread(Rehearsal::release, "betor-catalog-rehearsal");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  static Release release() {
    try (WordAnalyzer analyzer = new WordAnalyzer()) {
      CatalogQuery query = CatalogQuery.words("a sintel").build();
      BooleanQuery.Builder all = ReleaseQuery.filters(query, Viewer.ANYONE);
      WordQuery.add(all, analyzer.words(query.words()), Occur.MUST);
      all.build();
      Order.of(query);
      return PackedJson.read(new BytesRef(PackedJson.of(example())));
    }
  }

  private static Release example() {
    MagnetLink magnet =
        MagnetLink.parse("magnet:?xt=urn:btih:08ada5a7a6183aae1e09d831df6748d566095a10&dn=Sintel");
    Post post =
        Post.at(URI.create("https://films.example/"), "Sintel")
            .originalTitle("Sintel")
            .year(2010)
            .mediaType(MediaType.FILM)
            .ids(List.of(TitleId.imdb("tt1727587")))
            .genres(List.of("Fantasy"))
            .runtime(Duration.ofSeconds(888))
            .build();
    Offer offer =
        Offer.of(new Link.Magnet(magnet))
            .quality(new Quality(Source.UNKNOWN, Resolution.R1080))
            .audio(List.of(Language.ENGLISH))
            .sizeBytes(129_241_752)
            .episodes(Episodes.of(List.of(1), List.of(1)))
            .build();
    return Release.of(offer.key("rehearsal"))
        .with(
            List.of(
                new Listing("rehearsal", post, offer, Instant.EPOCH),
                new Swarm(1, 0, Instant.ofEpochSecond(1))));
  }
}
