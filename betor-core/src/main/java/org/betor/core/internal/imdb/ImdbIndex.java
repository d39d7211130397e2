package org.betor.core.internal.imdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.spi.TitleQuestion;
import org.betor.core.ImportProgress;
import org.betor.core.ImportReport;
import org.betor.core.ImportSelection;
import org.jspecify.annotations.Nullable;

/**
 * Films and series from the files that IMDb publishes, in a folder of this machine.
 *
 * <p>Safe for use by several threads. Answers come from the last import that was completed, while
 * another one runs, too; without any, there are none. Methods throw {@link IllegalStateException}
 * after {@link #close}, and {@link UncheckedIOException} if the folder cannot be read or written.
 */
public final class ImdbIndex implements AutoCloseable {
  private static final int TITLES_BETWEEN_COMMITS = 500_000;
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);
  private static final String LOCK = "import.lock";

  private final Path folder;
  private final InstantSource clock;
  private final int titlesBetweenCommits;
  private final Generations generations;
  private final ReentrantLock importing = new ReentrantLock();
  private @Nullable TitleReader current;
  private volatile boolean closed;

  private ImdbIndex(Path folder, InstantSource clock, int titlesBetweenCommits) {
    this.folder = folder;
    this.clock = clock;
    this.titlesBetweenCommits = titlesBetweenCommits;
    this.generations = new Generations(folder);
  }

  /**
   * Opens the index of a folder, which need not be there before the first import.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  public static ImdbIndex open(Path folder) {
    return open(folder, InstantSource.system(), TITLES_BETWEEN_COMMITS);
  }

  /**
   * Opens the index of a folder.
   *
   * @param titlesBetweenCommits so many are lost at most when a program ends during an import
   */
  static ImdbIndex open(Path folder, InstantSource clock, int titlesBetweenCommits) {
    ImdbIndex index = new ImdbIndex(folder, clock, titlesBetweenCommits);
    index.answer(
        () -> {
          index.takeCurrent();
          return true;
        });
    return index;
  }

  /** The title of that id; none of ids of other databases. */
  public Optional<Title> find(TitleId id) {
    return id.authority() == TitleId.Authority.IMDB
        ? read(reader -> reader.find(ImdbNumber.of(id)), Optional.empty())
        : Optional.empty();
  }

  /**
   * Titles that may be the one in question, the likeliest first. First come those of which name,
   * year and kind agree; names that are merely alike follow, the more so the fewer others there
   * are.
   *
   * @param limit so many at most; 1 or more
   */
  public List<Title> candidates(TitleQuestion question, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a limit is 1 or more, got " + limit);
    }
    return read(reader -> reader.candidates(question, limit), List.of());
  }

  /** When the import that answers was completed; empty without any. */
  public Optional<Instant> importedAt() {
    return read(reader -> Optional.ofNullable(reader.state().importedAt()), Optional.empty());
  }

  /** How many titles there are. */
  public long size() {
    return read(reader -> reader.state().titles(), 0L);
  }

  /**
   * Makes an index of IMDb's files, which takes the place of the one before when it is complete.
   * Runs on the caller's thread and a few others, which end with it; takes as much room again on
   * the disk.
   *
   * <p>Which file is which is told by its first line. The result does not depend on the order of
   * lines; files that are not in the order of their ids are sorted first, which takes their size on
   * the disk twice. Of several lines of {@code title.basics} with one id the first by alphabet
   * counts, of {@code title.ratings} the one with most votes. A title has 500 names at most:
   * Brazilian ones are kept first, then those that {@code title.akas} numbers lowest.
   *
   * <p>An import that ends early (by an interrupt, a failure, the end of the program) changes
   * nothing that is seen. The next one of the same files goes on from where it was, as far as that
   * was committed; the same means by name, size and time of the last change.
   *
   * @param files {@code title.basics}, and perhaps {@code title.akas} and {@code title.ratings}, as
   *     text or packed by gzip
   * @throws IllegalArgumentException if a file is none of these, or {@code title.basics} lacks
   * @throws IllegalStateException if an import into this folder runs already, here or in another
   *     program
   * @throws UncheckedIOException if a file is damaged or breaks off, or the disk fails
   */
  public ImportReport importFiles(
      Collection<Path> files, ImportSelection selection, ImportProgress progress) {
    checkOpen();
    TsvFiles sources = new TsvFiles(files);
    if (!importing.tryLock()) {
      throw runsAlready(null);
    }
    try {
      return answer(() -> importAlone(sources, selection, progress));
    } finally {
      endImport();
    }
  }

  /**
   * Stops an import if one runs, and waits for its end for some seconds; after that it ends by
   * itself. Closing again does nothing.
   */
  @Override
  public void close() {
    closed = true;
    try {
      if (importing.tryLock(CLOSE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        endImport();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whoever is last lets go of the files. */
  private void endImport() {
    try {
      if (closed) {
        answer(
            () -> {
              replace(null);
              return true;
            });
      }
    } finally {
      importing.unlock();
    }
  }

  private ImportReport importAlone(
      TsvFiles files, ImportSelection selection, ImportProgress progress) throws IOException {
    Files.createDirectories(folder);
    try (FSDirectory directory = FSDirectory.open(folder);
        Lock lock = directory.obtainLock(LOCK)) {
      lock.ensureValid();
      ImportReport report =
          new Import(generations, files, selection, clock, titlesBetweenCommits)
              .run(
                  (titles, bytes, allBytes) -> {
                    checkOpen();
                    progress.at(titles, bytes, allBytes);
                  });
      takeCurrent();
      generations.deleteAllBut(generations.current().stream().toList());
      return report;
    } catch (LockObtainFailedException held) {
      throw runsAlready(held);
    }
  }

  private void takeCurrent() throws IOException {
    Optional<Path> complete = generations.current();
    if (complete.isPresent()) {
      replace(TitleReader.open(complete.get()));
    }
  }

  private synchronized void replace(@Nullable TitleReader next) throws IOException {
    TitleReader before = current;
    current = next;
    if (before != null) {
      before.release();
    }
  }

  /** The one in force, which stays open until it is released; null without any. */
  private synchronized @Nullable TitleReader use() {
    checkOpen();
    if (current != null) {
      current.use();
    }
    return current;
  }

  private <T> T read(Reads<T> reads, T without) {
    return answer(
        () -> {
          TitleReader reader = use();
          if (reader == null) {
            return without;
          }
          try {
            return reads.in(reader);
          } finally {
            reader.release();
          }
        });
  }

  private <T> T answer(Answer<T> answer) {
    try {
      return answer.get();
    } catch (IOException reason) {
      throw new UncheckedIOException(
          "the titles in %s cannot be read or written (%s): check the disk, or delete the folder and import them again"
              .formatted(folder, reason.getMessage()),
          reason);
    }
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the titles in %s are closed".formatted(folder));
    }
  }

  private IllegalStateException runsAlready(@Nullable Throwable cause) {
    return new IllegalStateException(
        "titles are being imported into %s already, here or in another program: wait for its end"
            .formatted(folder),
        cause);
  }

  private interface Answer<T> {
    T get() throws IOException;
  }

  private interface Reads<T> {
    T in(TitleReader reader) throws IOException;
  }
}
