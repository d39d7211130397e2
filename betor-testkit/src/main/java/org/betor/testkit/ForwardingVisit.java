package org.betor.testkit;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Consumer;
import org.betor.api.model.Post;
import org.betor.api.spi.Page;
import org.betor.api.spi.PageRequest;
import org.betor.api.spi.Problem;
import org.betor.api.spi.Settings;
import org.betor.api.spi.Visit;

/**
 * A visit that hands everything on to another one. Override what a test watches or answers itself,
 * such as {@link #fetch} for a site whose pages depend on what it was asked before.
 */
public class ForwardingVisit implements Visit {
  private final Visit visit;

  /** Hands everything on to that visit, such as {@link RecordedSite#visit}. */
  public ForwardingVisit(Visit visit) {
    this.visit = visit;
  }

  @Override
  public URI home() {
    return visit.home();
  }

  @Override
  public Page fetch(PageRequest request) {
    return visit.fetch(request);
  }

  @Override
  public <T> void each(Collection<T> items, Consumer<T> step) {
    visit.each(items, step);
  }

  @Override
  public void found(Post post) {
    visit.found(post);
  }

  @Override
  public void provedEmpty(Page where) {
    visit.provedEmpty(where);
  }

  @Override
  public boolean wants(URI post) {
    return visit.wants(post);
  }

  @Override
  public void note(Problem problem) {
    visit.note(problem);
  }

  @Override
  public Settings settings() {
    return visit.settings();
  }

  @Override
  public Instant now() {
    return visit.now();
  }
}
