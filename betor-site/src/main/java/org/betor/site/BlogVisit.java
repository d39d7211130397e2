package org.betor.site;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
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

  void search(String words) {
    boolean more = true;
    for (int number = 1; more && number <= site.searchPages(); number++) {
      more = readList(site.searchAddress(visit.home(), words, number), number);
    }
  }

  void latest(int number) {
    readList(site.listAddress(visit.home(), number), number);
  }

  /** Reads the posts of one list page; whether there is a next one. */
  private boolean readList(URI page, int number) {
    Page answer = visit.fetch(PageRequest.get(page));
    if (number > 1 && answer.missing()) {
      visit.provedEmpty(answer);
      return false;
    }
    ListPage list = new ListPage(site, SitePage.of(answer));
    if (list.isPost()) {
      readPost(list.page());
      return false; // what is next there is another post
    }
    if (list.posts().isEmpty()) {
      showEmpty(list);
      return false;
    }
    List<URI> fresh = list.posts().stream().filter(seen::add).filter(visit::wants).toList();
    visit.each(fresh, address -> readPost(address, list));
    return list.leadsTo(number + 1);
  }

  private void showEmpty(ListPage list) {
    if (!list.isProvedEmpty()) {
      throw SiteException.layoutChanged(list.page().address(), site.cardLinks().get(0));
    }
    visit.provedEmpty(list.page().page());
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
