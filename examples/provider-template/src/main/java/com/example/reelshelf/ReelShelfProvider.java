package com.example.reelshelf;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.betor.api.model.Link;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.MediaType;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.Quality;
import org.betor.api.model.Quality.Resolution;
import org.betor.api.spi.Page;
import org.betor.api.spi.PageRequest;
import org.betor.api.spi.Problem;
import org.betor.api.spi.Provider;
import org.betor.api.spi.ProviderInfo;
import org.betor.api.spi.Query;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.Visit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reel Shelf: each film has a page with a card of facts and a table of copies. */
public final class ReelShelfProvider implements Provider {
  private static final String SEARCH = "find?title=";

  private static final String SHELF = "section#shelf";
  private static final String FILM = "section#shelf li.reel > a[href]";
  private static final String NOTHING_FOUND = "section#shelf > p.empty";

  private static final String TITLE = "main#film > h2";
  private static final String YEAR =
      "dl.card > dt:matchesOwn(^Year$) + dd:matchesOwn(^(19|20)[0-9]{2}$)";
  private static final String LICENCE = "dl.card > dt:matchesOwn(^Licence$) + dd";
  private static final String COPY = "table.copies > tbody > tr";

  private static final Map<String, Resolution> PICTURES =
      Map.of(
          "480p", Resolution.R480,
          "720p", Resolution.R720,
          "1080p", Resolution.R1080,
          "2160p", Resolution.R2160);

  /** {@link java.util.ServiceLoader} makes one. */
  public ReelShelfProvider() {}

  @Override
  public ProviderInfo info() {
    return ProviderInfo.of("reelshelf", "Reel Shelf")
        .language("en")
        .home("https://reelshelf.example/")
        .build();
  }

  @Override
  public void search(Query query, Visit visit) {
    String words = URLEncoder.encode(query.text(), StandardCharsets.UTF_8);
    Page page = fetch(visit.home().resolve(SEARCH + words), visit);
    Document list = read(page);
    one(list, SHELF, page);
    if (list.selectFirst(NOTHING_FOUND) != null) {
      visit.provedEmpty(page);
    }
    Set<String> films = new LinkedHashSet<>(list.select(FILM).eachAttr("abs:href"));
    visit.each(films, film -> visitFilm(URI.create(film), visit));
  }

  private static void visitFilm(URI address, Visit visit) {
    if (visit.wants(address)) {
      visit.found(post(fetch(address, visit), visit));
    }
  }

  private static Post post(Page page, Visit visit) {
    Document film = read(page);
    String title = one(film, TITLE, page).text();
    one(film, COPY, page);
    Post.Builder post =
        Post.at(page.address(), title)
            .originalTitle(title)
            .mediaType(MediaType.FILM)
            .offers(offers(film, page, visit));
    film.select(YEAR).eachText().forEach(year -> post.year(Integer.parseInt(year)));
    return post.fact("licence", film.select(LICENCE).eachText()).build();
  }

  /** A row that cannot be read costs itself alone. */
  private static List<Offer> offers(Document film, Page page, Visit visit) {
    List<Offer> offers = new ArrayList<>();
    for (Element copy : film.select(COPY)) {
      try {
        offers.add(offer(copy));
      } catch (IllegalArgumentException e) {
        visit.note(new Problem(page.address(), "a copy was skipped: " + e.getMessage()));
      }
    }
    return offers;
  }

  private static Offer offer(Element copy) {
    Resolution picture =
        PICTURES.getOrDefault(copy.select("td.picture").text(), Resolution.UNKNOWN);
    return Offer.of(link(copy.expectFirst("a.get[href]")))
        .context(copy.text())
        .quality(new Quality(Quality.Source.UNKNOWN, picture))
        .sizeBytes(Long.parseLong(copy.select("td.size").attr("data-bytes")))
        .seeders(Integer.parseInt(copy.select("td.seeders").text()))
        .build();
  }

  private static Link link(Element button) {
    String target = button.absUrl("href");
    return target.startsWith("magnet:")
        ? new Link.Magnet(MagnetLink.parse(target))
        : new Link.TorrentFile(URI.create(target));
  }

  private static Page fetch(URI address, Visit visit) {
    return visit.fetch(PageRequest.get(address)).orThrow();
  }

  private static Document read(Page page) {
    return Jsoup.parse(page.text(), page.address().toString());
  }

  /** The element without which this is not the page that we know. */
  private static Element one(Document document, String selector, Page page) {
    Element element = document.selectFirst(selector);
    if (element == null) {
      throw SiteException.layoutChanged(page.address(), selector);
    }
    return element;
  }
}
