package org.betor.testkit;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.betor.api.model.Post;
import org.betor.api.spi.Page;
import org.betor.api.spi.PageRequest;
import org.betor.api.spi.Problem;
import org.betor.api.spi.Settings;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.Visit;
import org.betor.api.spi.VisitEnded;

/**
 * A visit to a {@link RecordedSite}, which keeps what it was told.
 *
 * <p>No easier than a real one: the steps of {@link #each} run on several threads, and once the
 * visit has ended, or its thread is interrupted, every method of {@link Visit} throws {@link
 * VisitEnded}. Safe for use by several threads.
 */
public final class RecordedVisit implements Visit {
  private final RecordedSite site;
  private final List<Post> posts = Collections.synchronizedList(new ArrayList<>());
  private final List<Problem> problems = Collections.synchronizedList(new ArrayList<>());
  private final List<URI> fetched = Collections.synchronizedList(new ArrayList<>());
  private final Set<Thread> told = ConcurrentHashMap.newKeySet();
  private volatile boolean ended;
  private volatile boolean endIgnored;
  private volatile int maxFetches = Integer.MAX_VALUE;
  private volatile Optional<Page> emptyProof = Optional.empty();
  private volatile Predicate<URI> wanted = post -> true;
  private volatile Settings settings = Settings.NONE;
  private volatile InstantSource clock = new SimulatedTime();

  RecordedVisit(RecordedSite site) {
    this.site = site;
  }

  /** This visit, ended as soon as so many pages have been fetched. */
  public RecordedVisit endAfterFetches(int fetches) {
    this.maxFetches = fetches;
    this.ended = fetches == 0;
    return this;
  }

  /** This visit, which wants the posts that pass; all of them unless set. */
  public RecordedVisit wanting(Predicate<URI> wanted) {
    this.wanted = wanted;
    return this;
  }

  /** This visit with the provider's settings; none unless set. */
  public RecordedVisit settings(Settings settings) {
    this.settings = settings;
    return this;
  }

  /** This visit with a clock; the first moment of 2026 unless set. */
  public RecordedVisit clock(InstantSource clock) {
    this.clock = clock;
    return this;
  }

  /** Ends the visit. */
  public void end() {
    ended = true;
  }

  /** What was found, in the order in which it came. */
  public List<Post> posts() {
    return List.copyOf(posts);
  }

  /** What went wrong, in the order in which it came. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** The page that is said to prove that the site has nothing. */
  public Optional<Page> emptyProof() {
    return emptyProof;
  }

  /** The addresses that were asked for, in the order in which they came. */
  public List<URI> fetched() {
    return List.copyOf(fetched);
  }

  @Override
  public URI home() {
    check();
    return site.home();
  }

  @Override
  public Page fetch(PageRequest request) {
    return site.answer(request.address(), count(request.address()));
  }

  @Override
  public <T> void each(Collection<T> items, Consumer<T> step) {
    check();
    new Steps<>(items, step, this).run();
    check();
  }

  @Override
  public void found(Post post) {
    check();
    posts.add(post);
  }

  @Override
  public void provedEmpty(Page where) {
    check();
    emptyProof = Optional.of(where);
  }

  @Override
  public boolean wants(URI post) {
    check();
    return wanted.test(post);
  }

  @Override
  public void note(Problem problem) {
    check();
    problems.add(problem);
  }

  @Override
  public Settings settings() {
    check();
    return settings;
  }

  @Override
  public Instant now() {
    check();
    return clock.instant();
  }

  /** Whether a thread came back after it had been told that the visit is over. */
  boolean endIgnored() {
    return endIgnored;
  }

  boolean hasEnded() {
    return ended || Thread.currentThread().isInterrupted();
  }

  void failed(Object item, RuntimeException cause) {
    URI where = item instanceof URI uri ? uri : site.home();
    problems.add(
        cause instanceof SiteException known
            ? Problem.of(known)
            : new Problem(where, "%s: %s".formatted(item, cause)));
  }

  private void check() {
    if (hasEnded()) {
      if (!told.add(Thread.currentThread())) {
        endIgnored = true;
      }
      throw new VisitEnded("the visit to %s is over".formatted(site.home()));
    }
  }

  /** One at a time, so that none begins while the last one ends the visit. */
  private synchronized int count(URI address) {
    check();
    fetched.add(address);
    if (fetched.size() >= maxFetches) {
      ended = true;
    }
    return fetched.size();
  }
}
