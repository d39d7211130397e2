package org.betor.site;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.betor.api.model.Post;
import org.betor.api.spi.Page;
import org.betor.api.spi.PageRequest;
import org.betor.api.spi.Problem;
import org.betor.api.spi.Settings;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.Visit;
import org.betor.api.spi.VisitEnded;

/** A visit to pages that are given, one step after the other, which remembers what happened. */
final class FakeVisit implements Visit {
  final List<Post> posts = new ArrayList<>();
  final List<URI> empty = new ArrayList<>();
  final List<String> problems = new ArrayList<>();
  final List<PageRequest> requests = new ArrayList<>();
  int endsAfter = Integer.MAX_VALUE;
  private final Map<URI, Page> pages = new HashMap<>();

  FakeVisit page(String address, String html) {
    return page(Page.html(home().resolve(address), html));
  }

  FakeVisit page(Page page) {
    pages.put(page.address(), page);
    return this;
  }

  /** A page that answers at another address than was asked for. */
  FakeVisit redirect(String from, Page to) {
    pages.put(home().resolve(from), to);
    return this;
  }

  List<String> paths() {
    return requests.stream().map(asked -> home().relativize(asked.address()).toString()).toList();
  }

  @Override
  public URI home() {
    return MadeUpPage.HOME;
  }

  @Override
  public Page fetch(PageRequest request) {
    requests.add(request);
    if (requests.size() > endsAfter) {
      throw new VisitEnded("enough");
    }
    Page missing = Page.of(request.address(), 404, Map.of(), new byte[0]);
    return pages.getOrDefault(request.address(), missing);
  }

  @Override
  public <T> void each(Collection<T> items, Consumer<T> step) {
    for (T item : items) {
      try {
        step.accept(item);
      } catch (SiteException failed) {
        note(Problem.of(failed));
      }
    }
  }

  @Override
  public void found(Post post) {
    posts.add(post);
  }

  @Override
  public void provedEmpty(Page where) {
    empty.add(where.address());
  }

  @Override
  public boolean wants(URI post) {
    return !post.getPath().contains("unwanted");
  }

  @Override
  public void note(Problem problem) {
    problems.add(problem.message());
  }

  @Override
  public Settings settings() {
    return Settings.NONE;
  }

  @Override
  public Instant now() {
    return Instant.EPOCH;
  }
}
