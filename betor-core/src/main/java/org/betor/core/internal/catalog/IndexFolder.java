package org.betor.core.internal.catalog;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** A directory with a Lucene index, open for searches and locked. */
public final class IndexFolder implements Closeable {
  /** How much each of those gathers who write later: a sixteenth of the heap, within reason. */
  static final int BUFFER_MEGABYTES =
      (int) Math.max(4, Math.min(64, Runtime.getRuntime().maxMemory() >> 24));

  private final LockedDirectory directory;
  private final Path path;
  private final IndexVersion version;
  private volatile SearcherManager searchers;
  private @Nullable IndexWriter writer;

  private IndexFolder(Path path, LockedDirectory directory) throws IOException {
    this.path = path;
    this.directory = directory;
    this.version = IndexVersion.read(directory);
    version.checkReadable(path);
    if (!DirectoryReader.indexExists(directory)) {
      begin();
    }
    this.searchers = new SearcherManager(directory, new Searchers());
  }

  /**
   * Opens the index of a directory, or begins one.
   *
   * @throws IllegalStateException if somebody else has it open
   * @throws UncheckedIOException if it cannot be read or written
   */
  public static IndexFolder open(Path path) {
    Thread rehearsal = Rehearsal.begin();
    try {
      return open(path, LockedDirectory.open(path, BUFFER_MEGABYTES));
    } catch (LockObtainFailedException held) {
      throw new IllegalStateException(
          "the catalogue in %s is open already, here or in another program: close it there first, or use another directory"
              .formatted(path),
          held);
    } catch (IOException reason) {
      throw cannotOpen(path, reason);
    } finally {
      await(rehearsal);
    }
  }

  static UncheckedIOException cannotOpen(Path path, IOException reason) {
    return new UncheckedIOException(
        "cannot open the catalogue in %s (%s): restore a copy, or delete the directory and fill it again"
            .formatted(path, reason.getMessage()),
        reason);
  }

  /** Where it is. */
  Path path() {
    return path;
  }

  /** What its last commit said of itself when it was opened. */
  IndexVersion version() {
    return version;
  }

  Directory directory() {
    return directory;
  }

  /**
   * The writer; what it writes is found after the searchers' next refresh. It takes a hundred
   * milliseconds to load and open, so that happens only when somebody writes. Not for use by
   * several threads.
   */
  IndexWriter writer() throws IOException {
    return writer == null ? opened(OpenMode.CREATE_OR_APPEND) : writer;
  }

  /**
   * A writer of an index without releases, which takes the old one's place when it is committed.
   */
  IndexWriter beginAnew() throws IOException {
    return opened(OpenMode.CREATE);
  }

  private IndexWriter opened(OpenMode mode) throws IOException {
    IndexWriter opened = newWriter(mode);
    SearcherManager before = searchers;
    searchers = new SearcherManager(opened, new Searchers());
    writer = opened;
    before.close();
    return opened;
  }

  /** Gives up what was not committed; the next writer starts from the last commit. */
  void abandonWriter() {
    IndexWriter failed = writer;
    writer = null;
    IOUtils.closeWhileHandlingException(failed == null ? null : failed::rollback);
  }

  /** Those in use; others may take their place at any time. */
  SearcherManager searchers() {
    return searchers;
  }

  /** Gives up what was not committed. */
  @Override
  public void close() throws IOException {
    IOUtils.close(searchers, writer, directory);
  }

  /** Commits an index without releases, so that there is one even if nothing is ever put. */
  private void begin() throws IOException {
    try (IndexWriter first = newWriter(OpenMode.CREATE)) {
      IndexVersion.set(first, 0);
      first.commit();
    }
  }

  private IndexWriter newWriter(OpenMode mode) throws IOException {
    return new IndexWriter(
        directory,
        new IndexWriterConfig(new WordAnalyzer())
            .setOpenMode(mode)
            .setSimilarity(new WordSimilarity())
            .setCommitOnClose(false)
            .setRAMBufferSizeMB(BUFFER_MEGABYTES)
            .setMergePolicy(merges())
            .setIndexSort(Order.NEWEST));
  }

  /** Small segments are merged early: each costs every search some microseconds. */
  private static TieredMergePolicy merges() {
    TieredMergePolicy merges = new TieredMergePolicy();
    merges.setFloorSegmentMB(16);
    merges.setSegmentsPerTier(5);
    return merges;
  }

  private static IndexFolder open(Path path, LockedDirectory directory) throws IOException {
    try {
      return new IndexFolder(path, directory);
    } catch (IOException | RuntimeException reason) {
      IOUtils.closeWhileHandlingException(directory);
      throw reason;
    }
  }

  private static void await(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException early) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Searchers extends SearcherFactory {
    private final PartCache parts = new PartCache();

    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setSimilarity(new WordSimilarity());
      searcher.setQueryCache(parts);
      return searcher;
    }
  }
}
