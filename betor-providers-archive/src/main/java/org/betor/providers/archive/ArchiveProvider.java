package org.betor.providers.archive;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.betor.api.model.Post;
import org.betor.api.spi.Page;
import org.betor.api.spi.PageRequest;
import org.betor.api.spi.Problem;
import org.betor.api.spi.Provider;
import org.betor.api.spi.ProviderInfo;
import org.betor.api.spi.Query;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.Visit;

/**
 * The Internet Archive: films and television that its users upload, most with a torrent that the
 * archive makes and seeds itself. Read through its search and metadata services, as of 2026.
 *
 * <p>A search reads the 50 most relevant items. An item that is dark, restricted or without a
 * torrent is skipped with a note.
 *
 * @see <a href="https://archive.org/help/aboutsearch.htm">Search services, November 2026</a>
 * @see <a href="https://archive.org/developers/md-read.html">Metadata service, November 2026</a>
 */
public final class ArchiveProvider implements Provider.Browsable, Provider.Rereads {
  private static final int SEARCH_PAGES = 2;

  private static final ProviderInfo INFO =
      ProviderInfo.of("archive", "Internet Archive")
          .language("en")
          .home("https://archive.org/")
          .build();

  /** Made by {@link java.util.ServiceLoader}, or by hand. */
  public ArchiveProvider() {}

  @Override
  public ProviderInfo info() {
    return INFO;
  }

  @Override
  public void search(Query query, Visit visit) {
    String expression = SearchExpression.of(query).orElseThrow(() -> wordless(visit.home()));
    Set<String> seen = new HashSet<>(); // in order of relevance, one item may be on two pages
    for (int page = 1; page <= SEARCH_PAGES; page++) {
      ResultPage results = ResultPage.fetch(new Search(expression, "", page), visit);
      if (results.total() == 0) {
        visit.provedEmpty(results.page());
        return;
      }
      readItems(results.identifiers().stream().filter(seen::add).toList(), visit);
      if (results.isLast()) {
        return;
      }
    }
  }

  /** Items with a torrent alone; the archive refuses to go beyond its 10,000th result. */
  @Override
  public void latest(int page, Visit visit) {
    ResultPage results =
        ResultPage.fetch(new Search(SearchExpression.TORRENTS, "publicdate desc", page), visit);
    if (results.identifiers().isEmpty()) {
      visit.provedEmpty(results.page());
    }
    readItems(results.identifiers(), visit);
  }

  @Override
  public Post read(Page page) {
    Item item = Item.of(page);
    item.obstacle()
        .ifPresent(
            why -> {
              throw SiteException.refused(item.address(), why);
            });
    return item.post();
  }

  private static void readItems(List<String> identifiers, Visit visit) {
    List<URI> records =
        identifiers.stream()
            .filter(identifier -> isIdentifier(identifier, visit))
            .filter(identifier -> visit.wants(ItemAddress.DETAILS.in(visit.home(), identifier)))
            .map(identifier -> ItemAddress.METADATA.in(visit.home(), identifier))
            .toList();
    visit.each(records, record -> readItem(record, visit));
  }

  private static void readItem(URI record, Visit visit) {
    Item item = SecondTry.read(PageRequest.get(record), Item::of, visit);
    item.obstacle()
        .ifPresentOrElse(
            why -> visit.note(new Problem(item.address(), item.address() + " is skipped: " + why)),
            () -> visit.found(item.post()));
  }

  private static boolean isIdentifier(String text, Visit visit) {
    boolean fine = ItemAddress.isIdentifier(text);
    if (!fine) {
      visit.note(
          new Problem(
              visit.home(), "an item is skipped: \"%.100s\" is no identifier".formatted(text)));
    }
    return fine;
  }

  private static SiteException wordless(URI home) {
    return SiteException.disallowed(home, "there is no letter or digit to search for");
  }
}
