package org.betor.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.lucene.store.AlreadyClosedException;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.api.model.Viewer;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.Change;
import org.betor.api.spi.Facet;
import org.betor.api.spi.Hits;
import org.betor.api.spi.Host;
import org.betor.api.spi.TitleGroup;
import org.betor.core.internal.catalog.CatalogReader;
import org.betor.core.internal.catalog.CatalogWriter;
import org.betor.core.internal.catalog.IndexFolder;

/**
 * A catalogue in a directory of this machine, on Lucene.
 *
 * <p>Safe for use by several threads. Searches run on the caller's thread and do not wait for
 * writes. What {@link #put} and {@link #remove} write is in a log when they return, which takes a
 * fraction of a millisecond, and survives a crash from then on; after a crash within a call, all of
 * it is there or nothing. From the log it goes into the index behind the callers' backs, in batches
 * of 1,000 releases or at the next {@link #refresh}; the index is committed when the log has grown
 * to 16 MiB, at a refresh to 4 MiB, and on {@link #close}. Who writes faster than the index takes
 * it waits once 2 MiB of records do, about 8,000 releases. Opening after a crash takes the log in
 * again, a few seconds for 16 MiB.
 *
 * <p>Words match whatever their case and accents; the last one may be unfinished. Of a query's
 * words the first 100 count. How well a release matches depends on nothing but the release: the
 * words it has, how often, and among how many, counted in fours; of those that match alike the
 * newest comes first. Totals are exact up to 10,000; a cursor goes on from any page, after a
 * restart, too. If nothing has a word, the one that most releases have of those one letter away
 * takes its place. Suggestions are taken from the newest 200 releases that match.
 *
 * <p>A directory that an earlier version wrote is brought up to date when it is opened, which takes
 * about a minute for 200,000 releases and as much room again; a program that is killed meanwhile
 * begins again the next time. What a later version wrote is refused.
 *
 * <p>Methods throw {@link IllegalStateException} after {@link #close}, and {@link
 * UncheckedIOException} if the directory cannot be read or written; what was acknowledged is not
 * lost by that, and what failed may be tried again. A record that cannot be read is left out of
 * answers, with a warning in the log, and nothing is written over it until it is removed.
 */
public final class LuceneCatalog implements Catalog {
  private final Path directory;
  private final CatalogReader reader;
  private final CatalogWriter writer;
  private final AtomicBoolean closed = new AtomicBoolean();

  private LuceneCatalog(Path directory, CatalogReader reader, CatalogWriter writer) {
    this.directory = directory;
    this.reader = reader;
    this.writer = writer;
  }

  /**
   * Opens the catalogue of a directory, or begins one. The directory is made if need be, and locked
   * until {@link #close} or the end of the program.
   *
   * @throws IllegalStateException if the catalogue is open already, here or in another program
   * @throws UncheckedIOException if it is corrupt, of another version, or out of reach
   */
  public static LuceneCatalog open(Path directory) {
    return open(directory, (done, all) -> {});
  }

  /**
   * Opens the catalogue of a directory like {@link #open(Path)}, and says how far it is while it
   * brings one of an earlier version up to date.
   */
  public static LuceneCatalog open(Path directory, Progress progress) {
    IndexFolder folder = IndexFolder.open(directory);
    CatalogReader reader = new CatalogReader(folder);
    return new LuceneCatalog(
        directory, reader, CatalogWriter.open(folder, reader, progress::rebuilt));
  }

  @Override
  public void put(Collection<Change> changes) {
    write(() -> writer.put(changes));
  }

  @Override
  public void refresh() {
    write(writer::refresh);
  }

  @Override
  public Optional<Release> find(ReleaseKey key, Viewer viewer) {
    return answer(() -> reader.find(key, viewer));
  }

  @Override
  public Hits search(CatalogQuery query, Viewer viewer) {
    return answer(() -> reader.search(query, viewer));
  }

  @Override
  public List<TitleGroup> titles(CatalogQuery query, Viewer viewer) {
    return answer(() -> reader.titles(query, viewer));
  }

  @Override
  public Map<Facet, List<Facet.Count>> count(
      CatalogQuery query, Set<Facet> facets, int limit, Viewer viewer) {
    return answer(() -> reader.count(query, facets, limit, viewer));
  }

  @Override
  public void scan(Consumer<Release> each) {
    write(() -> reader.scan(each));
  }

  @Override
  public List<String> suggest(String prefix, int limit, Viewer viewer) {
    return answer(() -> reader.suggest(prefix, limit, viewer));
  }

  @Override
  public List<ReleaseKey> lacking(Class<? extends Section> section, Instant olderThan, int limit) {
    return answer(() -> reader.lacking(section, olderThan, limit));
  }

  @Override
  public void remove(Collection<ReleaseKey> keys) {
    write(() -> writer.remove(keys));
  }

  /**
   * Reads all that is on the disk, and says what is wrong with it: a line for each problem, with
   * the key or the file that it is about. Searches go on meanwhile; what is put is durable, and
   * shows later.
   */
  public List<String> verify() {
    return answer(writer::verify);
  }

  /**
   * Gives the room of what was removed or replaced back to the disk. Needs as much room again while
   * it runs. There is no need to call it: the index does this by itself, bit by bit.
   */
  public void compact() {
    write(writer::compact);
  }

  /** Waits for what is being written, and ends all threads. Closing again does nothing. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        writer.close();
      } catch (IOException reason) {
        throw failed(reason);
      }
    }
  }

  private void write(Write write) {
    answer(
        () -> {
          write.run();
          return true;
        });
  }

  private <T> T answer(Answer<T> answer) {
    if (closed.get()) {
      throw new IllegalStateException(ended());
    }
    try {
      return answer.get();
    } catch (AlreadyClosedException | RejectedExecutionException reason) {
      throw new IllegalStateException(ended(), reason);
    } catch (IOException reason) {
      throw failed(reason);
    }
  }

  private String ended() {
    return closed.get()
        ? "the catalogue in %s is closed".formatted(directory)
        : "the catalogue in %s failed to write before: close it and open it again"
            .formatted(directory);
  }

  private UncheckedIOException failed(IOException reason) {
    return new UncheckedIOException(
        "the catalogue in %s cannot be read or written (%s): check the disk, then open it again"
            .formatted(directory, reason.getMessage()),
        reason);
  }

  /** Hears how far a catalogue of an earlier version is on its way to this one. */
  @FunctionalInterface
  public interface Progress {
    /** So many of all records are done; called now and then, on a thread of the catalogue. */
    void rebuilt(long done, long all);
  }

  private interface Answer<T> {
    T get() throws IOException;
  }

  private interface Write {
    void run() throws IOException;
  }

  /** Opens a {@link LuceneCatalog} in the host's folder {@code index}. A service. */
  public static final class Factory implements Catalog.Factory {
    /** Made by {@link java.util.ServiceLoader}, or by hand. */
    public Factory() {}

    @Override
    public String id() {
      return "lucene";
    }

    @Override
    public Catalog open(Host host) {
      return LuceneCatalog.open(host.folder("index"));
    }
  }
}
