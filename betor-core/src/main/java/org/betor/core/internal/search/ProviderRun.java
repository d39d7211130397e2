package org.betor.core.internal.search;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntBiFunction;
import org.betor.api.model.Post;
import org.betor.api.spi.ProviderInfo;
import org.betor.api.spi.Query;
import org.betor.api.spi.Settings;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.VisitEnded;
import org.betor.core.Outcome;
import org.betor.core.Outcome.CutOff.Reason;
import org.jspecify.annotations.Nullable;

/** One provider in one search: runs it, shuts it off from the rest, and says what became of it. */
final class ProviderRun {
  /** More posts than anybody would look through. */
  static final int MAX_POSTS = 500;

  private static final int MAX_OFFERS = 5_000;

  private final Guest guest;
  private final Query query;
  private final Engine engine;
  private final ToIntBiFunction<ProviderInfo, Post> keeper;
  private final Instant start;
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private final AtomicReference<@Nullable Reason> end = new AtomicReference<>();
  private final AtomicInteger posts = new AtomicInteger();
  private final AtomicInteger offers = new AtomicInteger();
  private final AtomicInteger beside = new AtomicInteger();
  private final AtomicInteger threadsInside = new AtomicInteger();
  private final Set<Future<?>> tasks = ConcurrentHashMap.newKeySet();

  /**
   * A run that has not begun.
   *
   * @param keeper keeps a post, and tells how many of its offers are plainly something else
   */
  ProviderRun(Guest guest, Query query, Engine engine, ToIntBiFunction<ProviderInfo, Post> keeper) {
    this.guest = guest;
    this.query = query;
    this.engine = engine;
    this.keeper = keeper;
    this.start = engine.clock().instant();
  }

  /** Asks the provider, unless there is a reason not to. */
  void start() {
    Optional<String> why = guest.whyNotNow(start);
    if (why.isPresent()) {
      outcome.complete(new Outcome.NotAsked(guest.info(), why.get()));
      return;
    }
    tasks.add(submit("", () -> complete(ask())));
  }

  /** What became of the provider, once it has ended. */
  CompletableFuture<Outcome> outcome() {
    return outcome;
  }

  ProviderInfo provider() {
    return guest.info();
  }

  /** Ends the run now, whether the provider likes it or not. */
  void cutOff(Reason reason) {
    if (outcome.isDone()) {
      return;
    }
    end(reason);
    guest.overstays(this); // before the outcome is known, so that nobody asks it again meanwhile
    tasks.forEach(task -> task.cancel(true));
    if (threadsInside.get() == 0) {
      guest.leaves(this);
    }
    complete(cutOff());
  }

  /** Lets nothing more come from the provider. The first reason counts. */
  void end(Reason reason) {
    end.compareAndSet(null, reason);
  }

  /** Throws if the run is over. */
  void check() {
    if (!now().isBefore(start.plus(engine.patience()))) {
      end(Reason.DEADLINE);
    }
    Reason reason = end.get();
    if (reason != null) {
      throw new VisitEnded("the visit is over: " + reason);
    }
  }

  Instant now() {
    return engine.clock().instant();
  }

  /** Runs a step of the provider beside its main thread. */
  Future<?> help(Runnable step) {
    Future<?> helper = submit("-step", step);
    tasks.add(helper);
    return helper;
  }

  /** Keeps a post and shows it, unless there have been too many. */
  void keep(Post post) {
    if (!wantsMore()) {
      end(Reason.FLOOD);
      check();
    }
    beside.addAndGet(keeper.applyAsInt(provider(), post));
    offers.addAndGet(post.offers().size());
    posts.incrementAndGet();
  }

  boolean wantsMore() {
    return posts.get() < MAX_POSTS && offers.get() < MAX_OFFERS;
  }

  private Future<?> submit(String suffix, Runnable task) {
    return engine
        .workers()
        .submit("betor-provider-" + provider().id() + suffix, () -> runInside(task));
  }

  private void runInside(Runnable task) {
    threadsInside.incrementAndGet();
    try {
      if (end.get() == null) {
        task.run();
      }
    } finally {
      if (threadsInside.decrementAndGet() == 0) {
        guest.leaves(this);
      }
    }
  }

  @SuppressWarnings("CatchingUnchecked") // whatever a plugin throws is its outcome
  private Outcome ask() {
    try {
      Outcome ending = visitMirrors();
      return end.get() == null ? ending : cutOff(); // a plugin may swallow what ends its visit
    } catch (VisitEnded over) {
      return end.get() == null ? failed(over) : cutOff();
    } catch (LinkageError misfit) {
      return failed(Misfit.explain(guest.provider(), misfit));
    } catch (Throwable broken) {
      return failed(broken);
    }
  }

  /** Visits the site at its first address that answers. */
  private Outcome visitMirrors() {
    Iterator<URI> homes = engine.mirrors().homes(provider()).iterator();
    while (true) {
      HostVisit visit = visit(homes.next());
      try {
        guest.provider().search(query, visit);
        engine.mirrors().answered(provider(), visit.site());
        return ended(visit);
      } catch (SiteException unread) {
        if (!hasMoved(unread, visit) || !homes.hasNext()) {
          throw unread;
        }
      }
    }
  }

  private HostVisit visit(URI home) {
    Settings settings = engine.settings().of(provider().id());
    return new HostVisit(home, this, engine.fetchers().apply(home), settings);
  }

  /** An answer of any kind proves that the site is still there. */
  private boolean hasMoved(SiteException unread, HostVisit visit) {
    return unread.reason() == SiteException.Reason.UNREACHABLE
        && posts.get() == 0
        && isSameServer(visit.site(), unread.page());
  }

  private static boolean isSameServer(URI one, URI other) {
    return one.getHost().equalsIgnoreCase(other.getHost()) && one.getPort() == other.getPort();
  }

  /** The site asks not to be asked for a while. */
  void rest(SiteException busy) {
    guest.rest(busy, now());
  }

  private Outcome ended(HostVisit visit) {
    if (posts.get() > 0) {
      return new Outcome.Found(provider(), posts.get(), beside.get(), visit.problems(), took());
    }
    return visit
        .emptyProof()
        .<Outcome>map(where -> new Outcome.Empty(provider(), where, took()))
        .orElseGet(() -> new Outcome.Unproven(provider(), visit.problems(), took()));
  }

  private Outcome failed(Throwable cause) {
    return new Outcome.Failed(provider(), posts.get(), cause, took());
  }

  private Outcome cutOff() {
    Reason why = Objects.requireNonNullElse(end.get(), Reason.CANCELLED);
    return new Outcome.CutOff(provider(), posts.get(), why, took());
  }

  private Duration took() {
    return Duration.between(start, now());
  }

  private void complete(Outcome ending) {
    if (!outcome.isDone()) {
      guest.remember(ending, now());
    }
    outcome.complete(ending);
  }
}
