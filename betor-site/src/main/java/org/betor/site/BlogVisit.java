package org.betor.site;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.betor.api.model.Link;
import org.betor.api.model.Post;
import org.betor.api.spi.Page;
import org.betor.api.spi.PageRequest;
import org.betor.api.spi.Problem;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.Visit;

/** One visit to a blog: from its lists to its posts, and through the gates of their buttons. */
final class BlogVisit {
  /** Posts change rarely: a season grows, a dead link is replaced. */
  private static final Duration POST_AGE = Duration.ofHours(6);

  private final SiteDescription site;
  private final PostReader reader;
  private final BiFunction<Post, SitePage, Post> refine;
  private final Visit visit;
  private final Set<URI> seen = new HashSet<>();

  BlogVisit(
      SiteDescription site,
      PostReader reader,
      BiFunction<Post, SitePage, Post> refine,
      Visit visit) {
    this.site = site;
    this.reader = reader;
    this.refine = refine;
    this.visit = visit;
  }

  /** Searches for the words, and for shorter ones as long as the site shows that it has nothing. */
  void search(String words) {
    Optional<Page> nothing = search(words, site.searchPages());
    Iterator<String> shorter = SearchWords.shorter(words).iterator();
    while (nothing.isPresent() && shorter.hasNext()) {
      nothing = search(shorter.next(), 1);
    }
    nothing.ifPresent(visit::provedEmpty);
  }

  void latest(int number) {
    Page answer = visit.fetch(PageRequest.get(site.listAddress(visit.home(), number)));
    if (number > 1 && answer.missing()) {
      visit.provedEmpty(answer);
    } else {
      ListPage list = new ListPage(site, SitePage.of(answer));
      read(list).ifPresent(visit::provedEmpty);
    }
  }

  /** Reads what a search lists; the page that shows that the site has nothing, if it does. */
  private Optional<Page> search(String words, int pages) {
    for (int number = 1; number <= pages; number++) {
      Page answer = visit.fetch(PageRequest.get(site.searchAddress(visit.home(), words, number)));
      if (number > 1 && answer.missing()) {
        break;
      }
      ListPage list = new ListPage(site, SitePage.of(answer));
      Optional<Page> nothing = read(list);
      if (number == 1 && nothing.isPresent()) {
        return nothing;
      }
      if (list.isPost() || !list.leadsTo(number + 1)) { // what is next to a post is another post
        break;
      }
    }
    return Optional.empty();
  }

  /** Reads the posts of a list page; the page itself if it shows that there are none. */
  private Optional<Page> read(ListPage list) {
    if (list.isPost()) {
      readPost(list.page());
    } else if (list.isProvedEmpty()) {
      return Optional.of(list.page().page());
    } else if (list.posts().isEmpty()) {
      throw SiteException.layoutChanged(list.page().address(), site.cardLinks().get(0));
    } else {
      List<URI> fresh = list.posts().stream().filter(seen::add).filter(visit::wants).toList();
      visit.each(fresh, address -> readPost(address, list));
    }
    return Optional.empty();
  }

  private void readPost(URI address, ListPage list) {
    PageRequest request = PageRequest.get(address).referer(list.page().address()).maxAge(POST_AGE);
    readPost(SitePage.of(visit.fetch(request)));
  }

  private void readPost(SitePage page) {
    Post post = refine.apply(reader.read(page, buttons -> open(page, buttons)), page);
    if (post.offers().isEmpty()) {
      visit.note(new Problem(page.address(), "no download links on " + page.address()));
    } else {
      visit.found(post);
    }
  }

  /** Opens disguised links at once, and asks all gates side by side. */
  private Map<Button, Link> open(SitePage page, List<Button> buttons) {
    GateKeeper keeper = new GateKeeper(page.address(), visit::fetch);
    Map<Button, Link> links = new ConcurrentHashMap<>();
    Consumer<Button> open =
        button -> open(page, button, keeper).ifPresent(link -> links.put(button, link));
    buttons.stream().filter(button -> !GateKeeper.needsFetch(button.anchor())).forEach(open);
    visit.each(
        buttons.stream().filter(button -> GateKeeper.needsFetch(button.anchor())).toList(), open);
    return links;
  }

  private Optional<Link> open(SitePage page, Button button, GateKeeper keeper) {
    try {
      return keeper.open(button.anchor());
    } catch (IllegalArgumentException malformed) {
      visit.note(
          new Problem(
              page.address(), page.address() + ": " + String.valueOf(malformed.getMessage())));
      return Optional.empty();
    }
  }
}
