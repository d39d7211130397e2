package org.betor.core.internal.imdb;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.betor.core.ImportProgress;
import org.betor.core.ImportReport;
import org.betor.core.ImportSelection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes an index of files in a folder of its own, which comes into force when it is complete. An
 * import that was broken off is gone on with.
 */
final class Import {
  private final Generations generations;
  private final TsvFiles files;
  private final ImportSelection selection;
  private final InstantSource clock;
  private final int titlesBetweenCommits;

  Import(
      Generations generations,
      TsvFiles files,
      ImportSelection selection,
      InstantSource clock,
      int titlesBetweenCommits) {
    this.generations = generations;
    this.files = files;
    this.selection = selection;
    this.clock = clock;
    this.titlesBetweenCommits = titlesBetweenCommits;
  }

  ImportReport run(ImportProgress progress) throws IOException {
    String fingerprint = selection + "\n" + files.fingerprint();
    Optional<Path> begun = generations.begun(fingerprint);
    List<Path> kept = Stream.of(generations.current(), begun).flatMap(Optional::stream).toList();
    generations.deleteAllBut(kept);
    Path folder = begun.isPresent() ? begun.get() : generations.begin();
    ImportState from =
        Generations.state(folder).orElseGet(() -> ImportState.begun(fingerprint, Set.of()));
    try (Directory index = FSDirectory.open(folder)) {
      return inAnyOrder(index, from, progress);
    } finally {
      generations.endSorting();
    }
  }

  /** Takes the files to be in order until one of them proves not to be. */
  private ImportReport inAnyOrder(Directory index, ImportState from, ImportProgress progress)
      throws IOException {
    try {
      return inOrder(index, from, progress);
    } catch (OutOfOrder unsorted) {
      Logger logger = LoggerFactory.getLogger(Import.class);
      logger.info("{} is not in the order of its ids: it is sorted first", unsorted.table());
      Set<Table> sorted = EnumSet.of(unsorted.table());
      sorted.addAll(from.sorted());
      return inAnyOrder(index, ImportState.begun(from.files(), sorted), progress);
    }
  }

  private ImportReport inOrder(Directory index, ImportState from, ImportProgress progress)
      throws IOException {
    try (Directory sorting = FSDirectory.open(generations.beginSorting());
        Reading reading = new Reading(files, selection, from.sorted(), sorting, progress);
        TitleWriter writer = new TitleWriter(index, from)) {
      ImportState all = write(reading, writer, from);
      return reading.report(writer.commit(all.completed(clock.instant())));
    }
  }

  private ImportState write(Reading reading, TitleWriter writer, ImportState from)
      throws IOException {
    ImportState state = from;
    int uncommitted = 0;
    for (Draft draft = reading.next(); draft != null; draft = reading.next()) {
      if (draft.id() > from.lastId()) {
        writer.add(draft);
        uncommitted++;
      }
      if (uncommitted == titlesBetweenCommits) {
        state = writer.commit(state.upTo(draft.id()));
        uncommitted = 0;
      }
    }
    return state;
  }
}
