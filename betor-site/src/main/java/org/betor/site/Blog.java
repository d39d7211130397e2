package org.betor.site;

import java.time.Year;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.betor.api.model.Link;
import org.betor.api.model.Post;
import org.betor.api.spi.Page;
import org.betor.api.spi.Provider;
import org.betor.api.spi.ProviderInfo;
import org.betor.api.spi.Query;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.Visit;

/**
 * A provider for a site that is a blog with one post for each film or series: describe the site,
 * and override a method for each peculiarity. Safe for use by several threads.
 */
public abstract class Blog implements Provider.Browsable, Provider.Rereads {
  private final SiteDescription site;
  private final PostReader reader;

  /** A provider for the site that is described so. */
  protected Blog(SiteDescription site) {
    this.site = site;
    this.reader = new PostReader(site);
  }

  /**
   * The words to type into the site's search; as Brazilian sites want them unless overridden:
   * {@code S01E02} and {@code season 1} become {@code temporada 1}, and a year at the end goes,
   * unless too little would be left. A number is no year if it differs from that of the query, or
   * if it is greater than that of the next year.
   *
   * <p>Where the site shows that it has nothing for them, up to three shorter searches follow,
   * until one finds something: without a year that stayed, without words such as "of" and "the",
   * without the season, without the last words. Two telling words and half of them stay at least,
   * so that a title of one word is searched for once. Of a shorter search the first page is read.
   * Only the last of them proves that the site has nothing.
   *
   * @param thisYear the year of the visit
   */
  protected String searchWords(Query query, Year thisYear) {
    return SearchWords.of(query, thisYear);
  }

  /** The post as it is handed over; as it was read unless overridden. */
  protected Post refine(Post post, SitePage page) {
    return post;
  }

  @Override
  public final ProviderInfo info() {
    return site.info();
  }

  @Override
  public final void search(Query query, Visit visit) {
    new BlogVisit(site, reader, this::refine, visit)
        .search(searchWords(query, Year.from(visit.now().atOffset(ZoneOffset.UTC))));
  }

  @Override
  public final void latest(int page, Visit visit) {
    new BlogVisit(site, reader, this::refine, visit).latest(page);
  }

  @Override
  public final Post read(Page page) {
    SitePage parsed = SitePage.of(page);
    return refine(reader.read(parsed, buttons -> openOffline(parsed, buttons)), parsed);
  }

  private static Map<Button, Link> openOffline(SitePage page, List<Button> buttons) {
    GateKeeper keeper =
        new GateKeeper(
            page.address(),
            request -> {
              throw SiteException.disallowed(request.address(), "the post is read without network");
            });
    Map<Button, Link> links = new HashMap<>();
    for (Button button : buttons) {
      try {
        keeper.open(button.anchor()).ifPresent(link -> links.put(button, link));
      } catch (IllegalArgumentException malformed) {
        // a pure reading has nobody to tell; a visit notes the same link as a problem
      }
    }
    return links;
  }
}
