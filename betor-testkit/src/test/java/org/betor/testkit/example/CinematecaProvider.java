package org.betor.testkit.example;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.betor.api.model.Link;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.spi.Page;
import org.betor.api.spi.PageRequest;
import org.betor.api.spi.Provider;
import org.betor.api.spi.ProviderInfo;
import org.betor.api.spi.Query;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.Visit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Cinemateca: a blog with one post for each film and magnet links in the post. */
public final class CinematecaProvider implements Provider {
  private static final String RESULTS = "main.results";
  private static final String POST = "article.post h2 > a[href]";
  private static final String NOTHING_FOUND = "main.results > p.nothing-found";
  private static final String TITLE = "h1.entry-title";
  private static final String MAGNET = "div.entry-content a[href^=magnet:]";

  @Override
  public ProviderInfo info() {
    return ProviderInfo.of("cinemateca", "Cinemateca")
        .language("pt-BR")
        .home("https://cinemateca.example/")
        .build();
  }

  @Override
  public void search(Query query, Visit visit) {
    String words = URLEncoder.encode(query.text(), StandardCharsets.UTF_8);
    Page page = visit.fetch(PageRequest.get(visit.home().resolve("?s=" + words))).orThrow();
    Document results = read(page);
    one(results, RESULTS, page);
    if (results.selectFirst(NOTHING_FOUND) != null) {
      visit.provedEmpty(page);
    }
    Set<String> posts = new LinkedHashSet<>(results.select(POST).eachAttr("abs:href"));
    visit.each(posts, post -> visitPost(URI.create(post), visit));
  }

  private static void visitPost(URI address, Visit visit) {
    if (visit.wants(address)) {
      visit.found(post(visit.fetch(PageRequest.get(address)).orThrow()));
    }
  }

  private static Post post(Page page) {
    Document document = read(page);
    String heading = one(document, TITLE, page).text();
    List<Offer> offers = document.select(MAGNET).stream().map(CinematecaProvider::offer).toList();
    return Post.at(page.address(), heading).offers(offers).build();
  }

  private static Offer offer(Element button) {
    Link link = new Link.Magnet(MagnetLink.parse(button.attr("href")));
    return Offer.of(link).context(button.text()).build();
  }

  private static Document read(Page page) {
    return Jsoup.parse(page.text(), page.address().toString());
  }

  private static Element one(Document document, String selector, Page page) {
    Element element = document.selectFirst(selector);
    if (element == null) {
      throw SiteException.layoutChanged(page.address(), selector);
    }
    return element;
  }
}
