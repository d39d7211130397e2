package org.betor.core.internal.catalog;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.IOUtils;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.core.internal.catalog.LogEntry.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what the log holds into the index: in batches, behind the backs of those who write. If the
 * index cannot be written, all is taken from the log again the next time. Safe for use by several
 * threads.
 */
final class Indexer implements Closeable {
  /** So many records are held in memory between two refreshes. */
  private static final int MAX_UNREFRESHED = 4_000;

  private final IndexFolder folder;
  private final CatalogReader reader;
  private final ChangeLog log;
  private final Backlog backlog = new Backlog();
  private final WriterThread thread = new WriterThread("betor-catalog-index");
  private final Crew crew = new Crew("betor-catalog-index-helper");

  /** What searches do not see yet; a release that was removed has no sections. */
  private final Map<ReleaseKey, Part> unrefreshed = new HashMap<>();

  /** Whether the index lacks what the log holds; then nothing needs to wait beside the log. */
  private volatile boolean fellBehind;

  Indexer(IndexFolder folder, CatalogReader reader, ChangeLog log) {
    this.folder = folder;
    this.reader = reader;
    this.log = log;
  }

  /** Waits while too much waits already. */
  void awaitRoom() {
    backlog.awaitRoom();
  }

  /** Takes over what is durable in the log. */
  void add(List<LogEntry> entries) {
    if (!fellBehind && backlog.add(entries)) {
      thread.execute(this::apply);
    }
  }

  /** Makes visible what was added, and waits for it. */
  void refresh() throws IOException {
    thread.run(
        () -> {
          apply();
          makeVisible();
        });
  }

  /** Commits all that was added, so that the log may forget its files up to that one. */
  void commitSoon(long logFile) {
    thread.execute(() -> commitAndForget(logFile));
  }

  /** Commits all that was added, has the log forget its files up to that one, and waits for it. */
  void commit(long logFile) throws IOException {
    thread.run(() -> commitAndForget(logFile));
  }

  /** Brings in what the log held when it was opened, which may then be forgotten. */
  void catchUp(long logFile) throws IOException {
    fellBehind = true;
    commit(logFile);
    refresh();
  }

  /** Closes the index too, when all is done. */
  @Override
  public void close() throws IOException {
    try {
      thread.run(folder::close);
    } finally {
      IOUtils.close(thread, crew);
    }
  }

  private void commitAndForget(long logFile) throws IOException {
    apply();
    orFallBehind(() -> folder.writer().commit());
    log.forget(logFile);
  }

  private void makeVisible() throws IOException {
    orFallBehind(() -> folder.searchers().maybeRefreshBlocking());
    unrefreshed.clear();
  }

  private void apply() throws IOException {
    List<Part> parts = backlog.take();
    orFallBehind(() -> apply(parts));
  }

  private void apply(List<Part> parts) throws IOException {
    if (fellBehind) {
      fellBehind = false; // first, so that what is added from now on is taken, and some of it twice
      log.replay(entry -> applyBatch(LogEntry.read(entry).parts()));
    }
    applyBatch(parts);
  }

  private void applyBatch(List<Part> parts) throws IOException {
    if (parts.isEmpty()) {
      return;
    }
    IndexWriter writer = folder.writer();
    crew.each(Merge.of(parts), merge -> write(merge, writer))
        .forEach(part -> unrefreshed.put(part.release().key(), part));
    if (unrefreshed.size() > MAX_UNREFRESHED) {
      makeVisible();
    }
  }

  /** Empty, with a line in the log, if what is there cannot be read. */
  private Optional<Part> write(Merge merge, IndexWriter writer) throws IOException {
    try {
      Part merged = merge.anew() ? merge.alone() : merge.onto(current(merge.key()));
      if (merged.removes()) {
        writer.deleteDocuments(ReleaseDocument.term(merge.key()));
      } else {
        writer.updateDocument(
            ReleaseDocument.term(merge.key()), ReleaseDocument.of(merged.release(), merged.json()));
      }
      return Optional.of(merged);
    } catch (IllegalArgumentException unreadable) {
      // to begin anew could show a release to viewers whom its lost level kept out
      Logger logger = LoggerFactory.getLogger(Indexer.class);
      logger.error(
          "What was written of {} is left out, for its record cannot be read ({}): remove the"
              + " release, or use the program that wrote it",
          merge.key(),
          unreadable.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Release> current(ReleaseKey key) throws IOException {
    Part written = unrefreshed.get(key);
    return written == null ? reader.get(key) : Optional.of(written.release());
  }

  /** After a failure Lucene's writer may be beyond repair, and hold nobody knows what. */
  private void orFallBehind(WriterThread.Work work) throws IOException {
    try {
      work.run();
    } catch (IOException | AlreadyClosedException failed) {
      fellBehind = true;
      backlog.take();
      unrefreshed.clear();
      folder.abandonWriter();
      throw failed instanceof IOException reason ? reason : new IOException(failed);
    }
  }
}
