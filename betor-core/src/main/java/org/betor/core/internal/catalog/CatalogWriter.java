package org.betor.core.internal.catalog;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.util.IOUtils;
import org.betor.api.model.ReleaseKey;
import org.betor.api.spi.Change;

/**
 * Writes into a log, which makes it durable, and from there into the index. Safe for use by several
 * threads: writes that wait together become durable together.
 */
public final class CatalogWriter implements Closeable {
  /** A log as large as this is committed to the index: about 60,000 releases. */
  private static final long COMMIT_BYTES = 16 << 20;

  /** One as large as this is committed at a refresh, which has written most of the index anyway. */
  private static final long COMMIT_AT_REFRESH_BYTES = 4 << 20;

  private final ChangeLog log;
  private final Indexer indexer;
  private final WriterThread thread = new WriterThread("betor-catalog-log", this::makeDurable);

  /** What is in the log and not durable yet. */
  private final List<LogEntry> appended = new ArrayList<>();

  private CatalogWriter(ChangeLog log, Indexer indexer) {
    this.log = log;
    this.indexer = indexer;
  }

  /** Brings into the index what an earlier run wrote and did not commit. */
  public static CatalogWriter open(
      IndexFolder folder, CatalogReader reader, Rebuild.Progress progress) {
    Closeable opened = folder;
    try {
      ChangeLog log = ChangeLog.open(folder.path(), folder.version().log());
      Indexer indexer = new Indexer(folder, reader, log);
      opened = indexer;
      if (folder.version().isOutdated()) {
        indexer.rebuild(progress);
      }
      if (!log.isEmpty()) {
        indexer.catchUp(log.next());
      }
      return new CatalogWriter(log, indexer);
    } catch (IOException | RuntimeException reason) {
      IOUtils.closeWhileHandlingException(opened);
      throw reason instanceof IOException failed
          ? IndexFolder.cannotOpen(folder.path(), failed)
          : (RuntimeException) reason;
    }
  }

  public void put(Collection<Change> changes) throws IOException {
    write(LogEntry.put(changes));
  }

  public void remove(Collection<ReleaseKey> keys) throws IOException {
    write(LogEntry.remove(keys));
  }

  public void refresh() throws IOException {
    indexer.refresh();
    thread.execute(() -> commitFrom(COMMIT_AT_REFRESH_BYTES));
  }

  /** Merges the index into as few files as it needs. */
  public void compact() throws IOException {
    indexer.merge();
    thread.run(() -> indexer.commit(log.next()));
  }

  /** Commits, and says what is wrong with what is on the disk. */
  public List<String> verify() throws IOException {
    thread.run(() -> indexer.commit(log.next()));
    return indexer.inspect();
  }

  /** Closes the index too. */
  @Override
  public void close() throws IOException {
    try {
      thread.run(this::commit);
    } finally {
      IOUtils.close(thread, log, indexer);
    }
  }

  private void commit() throws IOException {
    if (!log.isEmpty()) {
      indexer.commit(log.next());
    }
  }

  private void write(LogEntry entry) throws IOException {
    if (entry.parts().isEmpty()) {
      return;
    }
    indexer.awaitRoom();
    byte[] bytes = entry.toBytes();
    thread.write(
        () -> {
          log.append(bytes);
          appended.add(entry);
        });
  }

  private void makeDurable() throws IOException {
    try {
      log.force();
      indexer.add(appended, log.end());
    } finally {
      appended.clear();
    }
    commitFrom(COMMIT_BYTES);
  }

  private void commitFrom(long bytes) throws IOException {
    if (log.size() >= bytes) {
      indexer.commitSoon(log.next());
    }
  }
}
