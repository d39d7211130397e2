package org.betor.providers.torznab;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.betor.api.model.Post;
import org.betor.api.spi.Page;
import org.betor.api.spi.PageRequest;
import org.betor.api.spi.Problem;
import org.betor.api.spi.Visit;

/** Hands over the answers to questions of one visit, page by page, each item once. */
final class Reading {
  private static final int MAX_ITEMS = 1_000;

  private final Endpoint endpoint;
  private final Visit visit;
  private final int pageSize;
  private final Set<String> seen = new HashSet<>();

  Reading(Endpoint endpoint, Visit visit, Caps caps) {
    this.endpoint = endpoint;
    this.visit = visit;
    this.pageSize = caps.pageSize();
  }

  /**
   * Hands over all pages, up to 1,000 items, or to where nobody wants more.
   *
   * @return the page that shows that there is nothing; empty if there is something
   */
  Optional<Page> all(Question question) {
    int offset = 0;
    Feed feed = read(question, offset);
    if (isEmpty(feed)) {
      return Optional.of(feed.page());
    }
    while (handOver(feed, question) && isFull(feed) && offset + feed.items().size() < MAX_ITEMS) {
      offset += feed.items().size();
      feed = read(question, offset);
    }
    return Optional.empty();
  }

  /** Hands over one page, from 1. */
  void one(Question question, int page) {
    Feed feed = read(question, Math.multiplyExact(page - 1, pageSize));
    if (isEmpty(feed)) {
      visit.provedEmpty(feed.page());
    }
    handOver(feed, question);
  }

  private Feed read(Question question, int offset) {
    PageRequest request = endpoint.request(visit.home(), question.page(offset, pageSize));
    Page page = Answer.fetch(request, Feed::isIn, visit);
    Answer.check(page, endpoint, visit);
    Feed feed = Feed.read(page);
    if (!feed.whole()) {
      note(page, "ends in its middle or has no end; what it lists before that is read");
    }
    return feed;
  }

  private static boolean isEmpty(Feed feed) {
    return feed.items().isEmpty() && feed.whole();
  }

  private boolean isFull(Feed feed) {
    return feed.whole() && feed.items().size() >= pageSize;
  }

  /** Whether anything on it was new and wanted. */
  private boolean handOver(Feed feed, Question question) {
    Posts posts = new Posts(endpoint.home(), feed.page().address(), question.ids());
    List<Item> items = feed.items();
    boolean news = false;
    for (int i = 0; i < items.size(); i++) {
      Optional<Post> post = post(items.get(i), i + 1, posts, feed.page());
      if (post.isPresent() && isNew(post.get()) && visit.wants(post.get().address())) {
        visit.found(post.get());
        news = true;
      }
    }
    return news;
  }

  private boolean isNew(Post post) {
    return post.offers().stream().allMatch(offer -> seen.add(offer.guid().orElseThrow()));
  }

  /** A bad item costs itself. */
  private Optional<Post> post(Item item, int number, Posts posts, Page page) {
    try {
      return Optional.of(posts.post(item));
    } catch (IllegalArgumentException bad) {
      note(page, "has an item that is left out, number %d: %s".formatted(number, bad.getMessage()));
      return Optional.empty();
    }
  }

  private void note(Page page, String what) {
    visit.note(new Problem(page.address(), page.address() + " " + what));
  }
}
