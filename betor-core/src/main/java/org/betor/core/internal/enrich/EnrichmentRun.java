package org.betor.core.internal.enrich;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.api.model.Viewer;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.Change;
import org.betor.core.Enrichment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through what every stage has to do, on one thread, whenever somebody says that there is
 * more.
 */
public final class EnrichmentRun implements Enrichment, AutoCloseable {
  private static final Viewer WHOEVER = new Viewer("enrichment", Integer.MAX_VALUE - 1);

  private final Catalog catalog;
  private final List<WorkList> lists;
  private final Consumer<Runnable> thread;
  private final Consumer<Change> listener;
  private boolean woken;
  private boolean running;
  private boolean paused;
  private boolean closed;

  /**
   * Does nothing before {@link #wake}.
   *
   * @param thread starts a task on a thread of its own
   * @param listener hears of each section that says something new, once it is durable and found
   */
  public EnrichmentRun(
      Catalog catalog,
      List<Stage> stages,
      InstantSource clock,
      Consumer<Runnable> thread,
      Consumer<Change> listener) {
    this.catalog = catalog;
    this.lists = stages.stream().map(stage -> new WorkList(stage, clock)).toList();
    this.thread = thread;
    this.listener = listener;
  }

  /** There may be something to do. Returns at once. */
  public synchronized void wake() {
    woken = true;
    if (!running && !paused && !closed) {
      running = true;
      thread.accept(this::run);
    }
  }

  @Override
  public int pending() {
    return lists.stream().mapToInt(list -> list.stage().due(WorkList.MOST).size()).sum();
  }

  @Override
  public synchronized void pause() {
    paused = true;
  }

  @Override
  public synchronized void resume() {
    paused = false;
    wake();
  }

  @Override
  public synchronized void await() throws InterruptedException {
    while (running) {
      wait();
    }
  }

  /** Starts nothing any more, and stops after the release at hand. */
  @Override
  public synchronized void close() {
    closed = true;
  }

  private void run() {
    boolean done = false;
    try {
      while (begins()) {
        catalog.refresh();
        lists.forEach(this::work);
      }
      done = true;
    } catch (RuntimeException failed) {
      if (!stops()) { // else it may be the interrupt that stops it
        log().warn("what releases lack is found out later, since the catalogue failed", failed);
      }
    } finally {
      if (!done) {
        end();
      }
    }
  }

  private synchronized boolean begins() {
    if (!woken || stops()) {
      end();
      return false;
    }
    woken = false;
    return true;
  }

  private synchronized boolean stops() {
    return paused || closed;
  }

  private synchronized void end() {
    running = false;
    notifyAll();
  }

  private void work(WorkList list) {
    List<ReleaseKey> keys = list.next();
    while (!keys.isEmpty() && !stops()) {
      write(improved(list, keys));
      keys = list.next();
    }
  }

  private List<Improvement> improved(WorkList list, List<ReleaseKey> keys) {
    List<Improvement> improved = new ArrayList<>();
    for (ReleaseKey key : keys) {
      if (stops()) {
        break;
      }
      improvement(list.stage(), key).ifPresentOrElse(improved::add, () -> list.leave(key));
    }
    return improved;
  }

  /** A release that a stage breaks at shall not stop the others. */
  private Optional<Improvement> improvement(Stage stage, ReleaseKey key) {
    Optional<Release> release = catalog.find(key, WHOEVER);
    try {
      return release.isPresent()
          ? improvement(stage, release.get())
          : Optional.of(new Improvement(key, stage.nothing(), false));
    } catch (RuntimeException broken) {
      log().warn("nothing is found out about {} now", key, broken);
      return Optional.empty();
    }
  }

  private static Optional<Improvement> improvement(Stage stage, Release release) {
    return stage
        .write(release)
        .map(section -> new Improvement(release.key(), section, stage.isNews(section, release)));
  }

  private void write(List<Improvement> improved) {
    catalog.put(improved.stream().map(Improvement::change).toList());
    catalog.refresh();
    improved.stream().filter(Improvement::news).map(Improvement::change).forEach(this::tell);
  }

  private void tell(Change change) {
    try {
      listener.accept(change);
    } catch (RuntimeException notOurs) {
      log().warn("a listener failed", notOurs);
    }
  }

  /** Loads slowly, and is seldom needed. */
  private static Logger log() {
    return LoggerFactory.getLogger(EnrichmentRun.class);
  }

  /** A section for a release, and whether it says something new. */
  private record Improvement(ReleaseKey key, Section section, boolean news) {
    Change change() {
      return new Change(key, section);
    }
  }
}
