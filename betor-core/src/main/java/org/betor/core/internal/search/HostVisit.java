package org.betor.core.internal.search;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.betor.api.model.Post;
import org.betor.api.spi.Fetcher;
import org.betor.api.spi.Page;
import org.betor.api.spi.PageRequest;
import org.betor.api.spi.Problem;
import org.betor.api.spi.Settings;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.Visit;
import org.betor.api.spi.VisitEnded;

/** One visit of a provider to one address of its site. */
final class HostVisit implements Visit {
  private static final int MAX_PROBLEMS = 100;

  /** Twice what a site is asked for at once, so that reading a page keeps none from coming. */
  private static final int PARALLEL_STEPS = 4;

  private final URI home;
  private final ProviderRun run;
  private final Fetcher fetcher;
  private final Settings settings;
  private final List<Problem> problems = Collections.synchronizedList(new ArrayList<>());
  private final AtomicReference<URI> emptyProof = new AtomicReference<>();

  HostVisit(URI home, ProviderRun run, Fetcher fetcher, Settings settings) {
    this.home = home;
    this.run = run;
    this.fetcher = fetcher;
    this.settings = settings;
  }

  @Override
  public URI home() {
    run.check();
    return home;
  }

  @Override
  public Page fetch(PageRequest request) {
    run.check();
    Page page = fetcher.fetch(request);
    run.check();
    return page;
  }

  @Override
  public <T> void each(Collection<T> items, Consumer<T> step) {
    run.check();
    Queue<T> queue = new ConcurrentLinkedQueue<>(items);
    List<Future<?>> helpers = new ArrayList<>();
    for (int i = 1; i < Math.min(PARALLEL_STEPS, items.size()); i++) {
      helpers.add(run.help(() -> work(queue, step)));
    }
    try {
      work(queue, step);
      await(helpers);
    } finally {
      helpers.forEach(helper -> helper.cancel(true));
    }
    run.check();
  }

  @Override
  public void found(Post post) {
    run.check();
    if (post.offers().isEmpty()) {
      note(new Problem(post.address(), post.address() + " offers nothing"));
      return;
    }
    run.keep(post);
  }

  @Override
  public void provedEmpty(Page where) {
    run.check();
    emptyProof.compareAndSet(null, where.address());
  }

  @Override
  public boolean wants(URI post) {
    run.check();
    return run.wantsMore();
  }

  @Override
  public void note(Problem problem) {
    run.check();
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(problem);
    }
  }

  @Override
  public Settings settings() {
    run.check();
    return settings;
  }

  @Override
  public Instant now() {
    run.check();
    return run.now();
  }

  /** The address that is visited, also after the visit has ended. */
  URI site() {
    return home;
  }

  List<Problem> problems() {
    synchronized (problems) {
      return List.copyOf(problems);
    }
  }

  Optional<URI> emptyProof() {
    return Optional.ofNullable(emptyProof.get());
  }

  private <T> void work(Queue<T> queue, Consumer<T> step) {
    for (T item = queue.poll(); item != null; item = queue.poll()) {
      run.check();
      try {
        step.accept(item);
      } catch (VisitEnded over) {
        queue.clear();
        throw over;
      } catch (SiteException unread) {
        note(Problem.of(unread));
        if (unread.retryAfter().isPresent()) {
          run.rest(unread);
          queue.clear();
        }
      } catch (RuntimeException broken) {
        note(new Problem(item instanceof URI address ? address : home, item + ": " + broken));
      }
    }
  }

  private static void await(List<Future<?>> helpers) {
    try {
      for (Future<?> helper : helpers) {
        helper.get();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new VisitEnded("interrupted");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof VisitEnded over) {
        throw over;
      }
      throw new IllegalStateException("a step broke", failed.getCause());
    }
  }
}
