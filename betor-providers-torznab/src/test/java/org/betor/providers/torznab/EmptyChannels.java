package org.betor.providers.torznab;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.betor.api.model.Post;
import org.betor.api.spi.Page;
import org.betor.api.spi.PageRequest;
import org.betor.api.spi.Problem;
import org.betor.api.spi.Settings;
import org.betor.api.spi.Visit;

/** A visit to an endpoint that has nothing, and knows what it was asked. */
final class EmptyChannels implements Visit {
  private final Visit visit;
  private final List<String> asked = new ArrayList<>();

  EmptyChannels(Visit visit) {
    this.visit = visit;
  }

  /** The questions besides that for caps, without page and key. */
  List<String> asked() {
    return asked;
  }

  @Override
  public Page fetch(PageRequest request) {
    String query = request.address().getRawQuery();
    if (query.startsWith("t=caps")) {
      return visit.fetch(request);
    }
    asked.add(query.replaceFirst("&extended=.*", ""));
    return Feeds.xml(Feeds.feed());
  }

  @Override
  public URI home() {
    return visit.home();
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
