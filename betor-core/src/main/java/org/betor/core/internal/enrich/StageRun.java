package org.betor.core.internal.enrich;

import java.time.Duration;
import java.time.Instant;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes through what one stage has to do, on threads of its own, whenever it is woken. */
final class StageRun {
  private static final Viewer WHOEVER = new Viewer("enrichment", Integer.MAX_VALUE - 1);

  /** What ages, or was let in by a stage that asks no more than so much an hour. */
  private static final Duration LOOKS_AGAIN_AFTER = Duration.ofHours(1);

  private final Catalog catalog;
  private final Stage stage;
  private final WorkList list;
  private final InstantSource clock;
  private final Consumer<Runnable> thread;
  private final Alarm alarm;
  private final Consumer<Change> listener;
  private final Object taking = new Object();
  private int running;
  private boolean woken;
  private boolean paused;
  private boolean closed;

  StageRun(
      Catalog catalog,
      Stage stage,
      InstantSource clock,
      Consumer<Runnable> thread,
      Alarm alarm,
      Consumer<Change> listener) {
    this.catalog = catalog;
    this.stage = stage;
    this.list = new WorkList(stage, clock);
    this.clock = clock;
    this.thread = thread;
    this.alarm = alarm;
    this.listener = listener;
  }

  /** There may be something to do. Returns at once. */
  synchronized void wake() {
    woken = true;
    int missing = stops() ? 0 : stage.atOnce() - running;
    for (int i = 0; i < missing; i++) {
      running++;
      thread.accept(this::run);
    }
  }

  int pending() {
    return stage.due(WorkList.MOST).size();
  }

  synchronized void pause() {
    paused = true;
  }

  synchronized void resume() {
    paused = false;
    wake();
  }

  synchronized void await() throws InterruptedException {
    while (running > 0) {
      wait();
    }
  }

  synchronized void close() {
    closed = true;
  }

  private void run() {
    boolean done = false;
    try {
      do {
        work();
      } while (!ends());
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

  private void work() {
    List<ReleaseKey> keys = take();
    while (!keys.isEmpty()) {
      try {
        write(improved(keys));
      } finally {
        list.giveBack(keys);
      }
      keys = take();
    }
  }

  /** The threads take turns, so that all see what the first of them has refreshed. */
  private List<ReleaseKey> take() {
    synchronized (taking) {
      if (stops()) {
        return List.of();
      }
      if (wakes()) {
        catalog.refresh();
        list.begin();
      }
      return list.next();
    }
  }

  private synchronized boolean wakes() {
    boolean wakes = woken;
    woken = false;
    return wakes;
  }

  private synchronized boolean stops() {
    return paused || closed;
  }

  /** Whether nobody said in the meantime that there is more. */
  private synchronized boolean ends() {
    boolean ends = !woken || stops();
    if (ends) {
      end();
    }
    return ends;
  }

  private synchronized void end() {
    running--;
    notifyAll();
    if (running == 0 && !stops()) {
      Instant latest = clock.instant().plus(LOOKS_AGAIN_AFTER);
      alarm.atLatest(list.nextAt().filter(latest::isAfter).orElse(latest));
    }
  }

  private List<Improvement> improved(List<ReleaseKey> keys) {
    List<Improvement> improved = new ArrayList<>();
    for (ReleaseKey key : keys) {
      if (stops()) {
        break;
      }
      improvement(key).ifPresentOrElse(improved::add, () -> list.leave(key));
    }
    return improved;
  }

  /** A release that a stage breaks at shall not stop the others. */
  private Optional<Improvement> improvement(ReleaseKey key) {
    Optional<Release> release = catalog.find(key, WHOEVER);
    try {
      return release.isPresent()
          ? improvement(release.get())
          : stage.nothing().map(section -> new Improvement(key, section, false));
    } catch (RuntimeException broken) {
      log().warn("nothing is found out about {} now", key, broken);
      return Optional.empty();
    }
  }

  private Optional<Improvement> improvement(Release release) {
    return stage
        .write(release)
        .map(section -> new Improvement(release.key(), section, stage.isNews(section, release)));
  }

  private void write(List<Improvement> improved) {
    if (improved.isEmpty()) {
      return;
    }
    catalog.put(improved.stream().map(Improvement::change).toList());
    catalog.refresh();
    list.settle(improved.stream().map(Improvement::key).toList());
    improved.stream().filter(Improvement::news).map(Improvement::change).forEach(listener);
  }

  /** Loads slowly, and is seldom needed. */
  private static Logger log() {
    return LoggerFactory.getLogger(StageRun.class);
  }

  /** A section for a release, and whether it says something new. */
  private record Improvement(ReleaseKey key, Section section, boolean news) {
    Change change() {
      return new Change(key, section);
    }
  }
}
