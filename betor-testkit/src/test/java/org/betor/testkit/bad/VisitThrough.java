package org.betor.testkit.bad;

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

/** Hands everything on. */
class VisitThrough implements Visit {
  private final Visit visit;

  VisitThrough(Visit visit) {
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
