package org.betor.core.internal.enrich;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.Change;
import org.betor.core.Enrichment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through what every stage has to do, each for itself, whenever somebody says that there is
 * more, and after a while by itself.
 */
public final class EnrichmentRun implements Enrichment, AutoCloseable {
  private final List<StageRun> runs;
  private final Alarm alarm;
  private final Consumer<Change> listener;
  private final Object telling = new Object();

  /**
   * Does nothing before {@link #wake}.
   *
   * @param thread starts a task on a thread of its own
   * @param alarm wakes it when it is time to look again
   * @param listener hears of each section that says something new, once it is durable and found;
   *     one at a time
   */
  public EnrichmentRun(
      Catalog catalog,
      List<Stage> stages,
      InstantSource clock,
      Consumer<Runnable> thread,
      Alarm alarm,
      Consumer<Change> listener) {
    this.alarm = alarm;
    this.listener = listener;
    this.runs =
        stages.stream()
            .map(stage -> new StageRun(catalog, stage, clock, thread, alarm, this::tell))
            .toList();
    alarm.onRing(this::wake);
  }

  /** There may be something to do. Returns at once. */
  public void wake() {
    runs.forEach(StageRun::wake);
  }

  @Override
  public int pending() {
    return runs.stream().mapToInt(StageRun::pending).sum();
  }

  @Override
  public void pause() {
    runs.forEach(StageRun::pause);
  }

  @Override
  public void resume() {
    runs.forEach(StageRun::resume);
  }

  @Override
  public void await() throws InterruptedException {
    for (StageRun run : runs) {
      run.await();
    }
  }

  /** Starts nothing any more, and stops after the releases at hand. */
  @Override
  public void close() {
    runs.forEach(StageRun::close);
    alarm.close();
  }

  private void tell(Change change) {
    try {
      synchronized (telling) {
        listener.accept(change);
      }
    } catch (RuntimeException notOurs) {
      Logger log = LoggerFactory.getLogger(EnrichmentRun.class); // loads slowly, seldom needed
      log.warn("a listener failed", notOurs);
    }
  }
}
