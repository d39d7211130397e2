package org.betor.core;

import java.net.URI;
import java.util.List;
import java.util.function.BiConsumer;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Link;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.spi.Provider;
import org.betor.api.spi.ProviderInfo;
import org.betor.api.spi.Query;
import org.betor.api.spi.Visit;

/** A provider that does what a test tells it to. */
record ScriptedProvider(ProviderInfo info, BiConsumer<Query, Visit> script) implements Provider {
  static final InfoHash SINTEL = InfoHash.parse("08ada5a7a6183aae1e09d831df6748d566095a10");

  static ScriptedProvider of(String id, BiConsumer<Query, Visit> script) {
    String home = "https://" + id + ".example/";
    return new ScriptedProvider(ProviderInfo.of(id, "Site " + id).home(home).build(), script);
  }

  @Override
  public void search(Query query, Visit visit) {
    script.accept(query, visit);
  }

  /** A post about Sintel on the provider's site. */
  static Post sintel(Visit visit) {
    return post(visit.home().resolve("sintel/"), SINTEL);
  }

  static Post post(URI address, InfoHash infoHash) {
    return Post.at(address, "Sintel Torrent (2010)")
        .originalTitle("Sintel")
        .year(2010)
        .offers(List.of(Offer.of(new Link.Magnet(MagnetLink.of(infoHash))).build()))
        .build();
  }
}
