package org.betor.core.internal.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.betor.api.model.Listing;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Viewer;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.Change;
import org.betor.api.spi.Hits;
import org.betor.api.spi.ProviderInfo;
import org.betor.api.spi.Query;
import org.betor.core.Outcome.CutOff.Reason;
import org.betor.core.Report;
import org.betor.core.Search;
import org.betor.core.SearchListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One search: the catalogue's answer, then all providers side by side. */
public final class SearchRun implements Search {
  private final Query query;
  private final Engine engine;
  private final SearchListener listener;
  private final List<ProviderRun> runs;
  private final Instant start;
  private final Hits known;
  private final Relevance relevance;
  private final Map<ReleaseKey, Double> found = new LinkedHashMap<>();
  private final CompletableFuture<Report> report;

  /**
   * Answers from the catalogue and starts the providers.
   *
   * @param running holds this search until the last provider has ended
   */
  public static SearchRun start(
      Query query,
      List<Guest> guests,
      Engine engine,
      SearchListener listener,
      Set<Search> running) {
    SearchRun search = new SearchRun(query, guests, engine, listener, running);
    search.start();
    return search;
  }

  private SearchRun(
      Query query,
      List<Guest> guests,
      Engine engine,
      SearchListener listener,
      Set<Search> running) {
    this.query = query;
    this.relevance = new Relevance(query);
    this.engine = engine;
    this.listener = listener;
    this.start = engine.clock().instant();
    this.known = engine.catalog().search(inCatalog(query), Viewer.ANYONE);
    this.runs =
        guests.stream().map(guest -> new ProviderRun(guest, query, engine, this::keep)).toList();
    running.add(this);
    Future<?> watch = engine.workers().submit("betor-deadline", this::watch);
    this.report =
        CompletableFuture.allOf(
                runs.stream().map(this::announced).toArray(CompletableFuture<?>[]::new))
            .thenApply(
                all -> {
                  watch.cancel(true);
                  return tellAll();
                })
            .whenComplete((done, failed) -> running.remove(this))
            .whenComplete((done, failed) -> engine.found().run());
  }

  @Override
  public Hits known() {
    return known;
  }

  @Override
  public Report report() throws InterruptedException {
    try {
      return report.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("the catalogue failed", failed.getCause());
    }
  }

  @Override
  public void cancel() {
    cutOff(Reason.CANCELLED);
  }

  private void start() {
    tell(to -> to.known(known));
    for (ProviderRun run : runs) {
      tell(to -> to.started(run.provider()));
      run.start();
    }
  }

  /** Ends when the listener has heard of the outcome, so that the report is the last word. */
  private CompletableFuture<Void> announced(ProviderRun run) {
    return run.outcome().thenAccept(outcome -> tell(to -> to.ended(outcome)));
  }

  private void watch() {
    try {
      engine.pause().pause(engine.patience());
      cutOff(Reason.DEADLINE);
    } catch (InterruptedException everyProviderHasEnded) {
      Thread.currentThread().interrupt();
    }
  }

  private void cutOff(Reason reason) {
    runs.forEach(run -> run.cutOff(reason));
  }

  /** Durable first, shown then; how many of the offers are blocked or plainly something else. */
  private int keep(ProviderInfo provider, Post post) {
    List<Find> finds =
        post.offers().stream()
            .map(offer -> find(provider, post, offer))
            .filter(find -> !engine.blocks().has(find.key))
            .toList();
    engine.catalog().put(finds.stream().map(Find::change).toList());
    int beside = post.offers().size() - finds.size();
    for (Find find : finds) {
      beside += show(provider, find) ? 0 : 1;
    }
    return beside;
  }

  private boolean show(ProviderInfo provider, Find find) {
    double worth = relevance.of(find.listing);
    if (worth == Relevance.NONE) {
      return false;
    }
    synchronized (found) {
      found.merge(find.key, worth, Math::max);
    }
    tell(to -> to.found(provider, Release.of(find.key).with(find.listing)));
    return true;
  }

  private Find find(ProviderInfo provider, Post post, Offer offer) {
    return new Find(
        offer.key(provider.id()),
        new Listing(provider.id(), post, offer, engine.clock().instant()));
  }

  private Report tellAll() {
    engine.catalog().refresh();
    return new Report(
        query,
        known,
        releases(),
        runs.stream().map(run -> run.outcome().join()).toList(),
        Duration.between(start, engine.clock().instant()));
  }

  private List<Release> releases() {
    synchronized (found) {
      return found.entrySet().stream()
          .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
          .flatMap(entry -> engine.catalog().find(entry.getKey(), Viewer.ANYONE).stream())
          .toList();
    }
  }

  private synchronized void tell(Consumer<SearchListener> news) {
    try {
      news.accept(listener);
    } catch (RuntimeException notOurs) {
      Logger log = LoggerFactory.getLogger(SearchRun.class); // loads slowly, and is seldom needed
      log.warn("a search listener failed", notOurs);
    }
  }

  private static CatalogQuery inCatalog(Query query) {
    CatalogQuery.Builder catalog = CatalogQuery.words(query.text());
    query.year().ifPresent(year -> catalog.years(year - 1, year + 1));
    query.season().ifPresent(catalog::season);
    query.id().ifPresent(catalog::id);
    return catalog.build();
  }

  /** What one offer says of a release. */
  private record Find(ReleaseKey key, Listing listing) {
    Change change() {
      return new Change(key, listing);
    }
  }
}
