package org.betor.mods.internal.queue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.betor.api.mod.Game;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.mods.ModLibraryException;
import org.betor.mods.internal.shelf.ArchiveFiles;
import org.betor.mods.internal.shelf.Arrival;
import org.betor.mods.internal.shelf.Stock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does a job from its beginning to its end, whatever that is. */
public final class Worker {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  private static final Duration BETWEEN_NOTES = Duration.ofSeconds(5);

  private final Fetch fetch;
  private final WorkFolder folder;
  private final ArchiveFiles files;
  private final Stock stock;
  private final InstantSource clock;
  private final Consumer<Step> steps;

  /**
   * For a library.
   *
   * @param steps is told of each, on the thread that did it
   */
  public Worker(
      Fetch fetch,
      WorkFolder folder,
      ArchiveFiles files,
      Stock stock,
      InstantSource clock,
      Consumer<Step> steps) {
    this.fetch = fetch;
    this.folder = folder;
    this.files = files;
    this.stock = stock;
    this.clock = clock;
    this.steps = steps;
  }

  void run(Job job) {
    try {
      bringOrFail(job);
    } catch (InterruptedException stopped) {
      if (job.isCancelled()) {
        forget(job);
      }
    }
    sweep(job);
    steps.accept(Step.SWEPT);
  }

  private void bringOrFail(Job job) throws InterruptedException {
    try {
      bring(job);
    } catch (ModException failure) {
      fail(job, failure);
    } catch (IOException | ModLibraryException failure) {
      String message = "%s: %s".formatted(job.mod(), failure.getMessage());
      fail(job, new ModException(Reason.FILES, message, Optional.empty(), failure));
    }
  }

  private void bring(Job job) throws IOException, InterruptedException {
    Instant begin = clock.instant();
    Arrival arrival = fetch.run(job);
    Optional<Game> game = game(job, arrival);
    job.publishes();
    files.place(folder.archive(job), job.row().id());
    steps.accept(Step.PLACED);
    stock.publish(arrival, game);
    steps.accept(Step.PUBLISHED);
    stock.database().force();
    steps.accept(Step.FORCED);
    LOG.info("{} is here, with {} bytes", job.mod(), arrival.packed().zipBytes());
    took(Duration.between(begin, clock.instant()));
  }

  private Optional<Game> game(Job job, Arrival arrival) throws InterruptedException {
    String game = arrival.details().game().orElse("");
    return !game.isEmpty() && stock.isStale(job.mod(), game)
        ? fetch.game(job, game)
        : Optional.empty();
  }

  private void took(Duration time) {
    stock
        .database()
        .write(
            transaction -> {
              stock.usage().fetched(transaction, time);
              return time;
            });
  }

  /** Deletes first: if the disk is full, not even the failure could be noted otherwise. */
  private void fail(Job job, ModException failure) throws InterruptedException {
    LOG.warn("{} cannot be fetched: {}", job.mod(), failure.getMessage());
    deleteFiles(job);
    while (!isNoted(job, failure)) {
      fetch.rest(job, BETWEEN_NOTES);
    }
  }

  private boolean isNoted(Job job, ModException failure) {
    try {
      stock.fail(job.row(), failure);
      return true;
    } catch (ModLibraryException down) {
      LOG.error("that {} cannot be fetched, cannot be noted yet", job.mod(), down);
      return false;
    }
  }

  void forget(Job job) {
    try {
      stock.forget(job.row());
    } catch (ModLibraryException down) {
      LOG.error("{} is on its way again when the library is opened again", job.mod(), down);
    }
  }

  private void sweep(Job job) {
    deleteFiles(job);
    try {
      stock.shelf().sweep();
    } catch (ModLibraryException later) {
      LOG.warn("what {} left is deleted when there is another one", job.mod(), later);
    }
  }

  private void deleteFiles(Job job) {
    try {
      folder.deleteFiles(job);
    } catch (IOException later) {
      LOG.warn("what {} left is deleted when the library is opened again", job.mod(), later);
    }
  }
}
