package org.betor.mods.internal.queue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.betor.api.mod.Game;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.api.mod.ModVersion;
import org.betor.api.spi.Pause;
import org.betor.mods.ModProgress.Phase;
import org.betor.mods.internal.archive.Packed;
import org.betor.mods.internal.shelf.Arrival;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a mod from its source to an archive in the work folder. */
public final class Fetch {
  private static final Logger LOG = LoggerFactory.getLogger(Fetch.class);

  private final Sources sources;
  private final WorkFolder folder;
  private final Packing packing;
  private final Pause pause;
  private final Consumer<Step> steps;

  /**
   * For a library.
   *
   * @param steps is told of each, on the thread that did it
   */
  public Fetch(
      Sources sources, WorkFolder folder, Packing packing, Pause pause, Consumer<Step> steps) {
    this.sources = sources;
    this.folder = folder;
    this.packing = packing;
    this.pause = pause;
    this.steps = steps;
  }

  /**
   * Does it, again and again if need be.
   *
   * @throws ModException if it cannot be done
   * @throws InterruptedException if the job was stopped
   */
  Arrival run(Job job) throws InterruptedException {
    Retries retries = new Retries();
    while (true) {
      ModException failure;
      try {
        return attempt(job);
      } catch (ModException reported) {
        failure = reported;
      } catch (IOException files) {
        failure = onDisk(job, files);
      } catch (RuntimeException | LinkageError bug) {
        failure = because(Reason.FAILED, job, bug);
      }
      Duration wait = retries.after(failure, job.bytes()).orElse(null);
      if (wait == null) {
        throw failure;
      }
      LOG.info("{} again in {}: {}", job.mod(), wait, failure.getMessage());
      prepareAnother(job, failure, wait);
    }
  }

  private static ModException because(Reason reason, Job job, Throwable cause) {
    return new ModException(reason, job.mod() + ": " + cause, Optional.empty(), cause);
  }

  private ModException onDisk(Job job, IOException cause) {
    String message =
        "%s cannot be put together in %s (%s): see that it can be written and the disk has room"
            .formatted(job.mod(), folder.path(), cause.getMessage());
    return new ModException(Reason.FILES, message, Optional.empty(), cause);
  }

  private void prepareAnother(Job job, ModException failure, Duration wait)
      throws InterruptedException {
    try {
      if (failure.reason() != Reason.TIMED_OUT) {
        folder.deleteFiles(job);
      }
      rest(job, wait);
    } catch (IOException files) {
      throw onDisk(job, files);
    }
  }

  /** Lets time pass, unless the job is stopped. */
  void rest(Job job, Duration time) throws InterruptedException {
    job.rest(pause, time);
  }

  private Arrival attempt(Job job) throws IOException, InterruptedException {
    ModDetails mod = job.stoppably(Phase.RESOLVING, () -> sources.details(job.mod()));
    job.expects(mod.sizeBytes());
    Path files = folder.files(job);
    steps.accept(Step.RESOLVED);
    ModVersion version =
        job.stoppably(Phase.FETCHING, () -> sources.of(job.mod()).fetch(mod, files, job::holds));
    steps.accept(Step.FETCHED);
    Packed packed = job.stoppably(Phase.PACKING, () -> packing.pack(files, folder.archive(job)));
    steps.accept(Step.PACKED);
    return new Arrival(job.row(), complete(job, mod), version, packed);
  }

  private ModDetails complete(Job job, ModDetails mod) throws IOException, InterruptedException {
    try {
      return job.stoppably(Phase.RESOLVING, () -> sources.complete(mod));
    } catch (ModException unknown) {
      LOG.info("{} is kept with less than its source could say", job.mod(), unknown);
      return mod;
    }
  }

  /** What the source says of a game, if it says anything; a mod is worth having without. */
  Optional<Game> game(Job job, String id) throws InterruptedException {
    try {
      return job.stoppably(Phase.RESOLVING, () -> sources.of(job.mod()).game(id));
    } catch (ModException | IOException unknown) {
      LOG.info("nothing is known of the game {} yet: {}", id, unknown.getMessage());
      return Optional.empty();
    }
  }
}
