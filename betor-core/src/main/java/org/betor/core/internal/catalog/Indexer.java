package org.betor.core.internal.catalog;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.IOUtils;

/**
 * Brings what the log holds into the index: in batches, behind the backs of those who write. If the
 * index cannot be written, all is taken from the log again the next time. A commit holds exactly
 * what certain files of the log say, and names them, so that nothing is ever written twice. Safe
 * for use by several threads.
 */
final class Indexer implements Closeable {
  /** So many bytes of records are held in memory between two refreshes. */
  private static final long MAX_UNREFRESHED = (long) IndexFolder.BUFFER_MEGABYTES << 20;

  /** After a failure so many times twice as many batches are skipped before the next try. */
  private static final int MOST_DOUBLINGS = 6;

  private final IndexFolder folder;
  private final ChangeLog log;
  private final Backlog backlog;
  private final BatchWriter batches;
  private final WriterThread thread = new WriterThread("betor-catalog-index");

  private boolean fellBehind;
  private int failures;
  private int batchesToSkip;

  Indexer(IndexFolder folder, CatalogReader reader, ChangeLog log) {
    this.folder = folder;
    this.log = log;
    this.backlog = new Backlog(log.end());
    this.batches = new BatchWriter(folder, reader);
  }

  /** Waits while too much waits already. */
  void awaitRoom() {
    backlog.awaitRoom();
  }

  /** Takes over what is durable in the log up to a position. */
  void add(List<LogEntry> entries, ChangeLog.Position end) {
    if (backlog.add(entries, end)) {
      thread.execute(() -> applyUnlessInVain(backlog.take()));
    }
  }

  /** Makes visible what was added, and waits for it. */
  void refresh() throws IOException {
    thread.run(
        () -> {
          apply(backlog.take());
          makeVisible();
        });
  }

  /** Commits all that was added, so that the log may forget its files up to that one. */
  void commitSoon(long logFile) {
    backlog.seal();
    thread.execute(() -> commitAndForget(logFile));
  }

  /** Commits all that was added, has the log forget its files up to that one, and waits for it. */
  void commit(long logFile) throws IOException {
    backlog.seal();
    thread.run(() -> commitAndForget(logFile));
  }

  /** Brings in what the log held when it was opened, which may then be forgotten. */
  void catchUp(long logFile) throws IOException {
    fellBehind = true;
    commit(logFile);
    refresh();
  }

  /** Makes the index anew out of the records of an earlier version. */
  void rebuild(Rebuild.Progress progress) throws IOException {
    thread.run(() -> orFallBehind(() -> new Rebuild(folder, batches, progress).run()));
  }

  /** Gives the room of what was removed or replaced back to the disk, after the next commit. */
  void merge() throws IOException {
    thread.run(
        () -> {
          apply(backlog.take());
          orFallBehind(() -> folder.writer().forceMerge(1));
          makeVisible();
        });
  }

  /** Says what is wrong with the last commit. */
  List<String> inspect() throws IOException {
    List<String> problems = new ArrayList<>();
    thread.run(() -> problems.addAll(Inspection.of(folder.directory())));
    return problems;
  }

  /** Closes the index too, when all is done. What was not committed stays in the log. */
  @Override
  public void close() throws IOException {
    try {
      thread.run(folder::close);
    } finally {
      IOUtils.close(thread, batches);
    }
  }

  private void commitAndForget(long logFile) throws IOException {
    apply(backlog.takeSealed());
    orFallBehind(
        () -> {
          batches.flush();
          IndexWriter writer = folder.writer();
          IndexVersion.set(writer, logFile);
          writer.commit();
        });
    log.forget(logFile);
  }

  private void makeVisible() throws IOException {
    orFallBehind(this::flushAndRefresh);
  }

  private void flushAndRefresh() throws IOException {
    batches.flush();
    folder.searchers().maybeRefreshBlocking();
    batches.refreshed();
  }

  /** What is skipped is in the log still; each try reads all of that again. */
  private void applyUnlessInVain(Backlog.Batch batch) throws IOException {
    if (!fellBehind || --batchesToSkip < 0) {
      apply(batch);
    }
  }

  private void apply(Backlog.Batch batch) throws IOException {
    orFallBehind(
        () -> {
          if (fellBehind) {
            folder.writer(); // else searches would stay with the one that was given up
            log.replay(batch.end(), entry -> write(LogEntry.read(entry)));
            fellBehind = false;
            failures = 0;
          } else {
            write(new LogEntry(batch.parts()));
          }
        });
  }

  private void write(LogEntry entry) throws IOException {
    batches.write(entry.parts());
    if (batches.unrefreshedBytes() > MAX_UNREFRESHED) {
      flushAndRefresh();
    }
  }

  /** After a failure Lucene's writer may be beyond repair, and hold nobody knows what. */
  private void orFallBehind(WriterThread.Work work) throws IOException {
    try {
      work.run();
    } catch (AlreadyClosedException failed) {
      fallBehind();
      throw failed.getCause() instanceof IOException reason ? reason : new IOException(failed);
    } catch (IOException | RuntimeException | Error failed) {
      fallBehind();
      throw failed;
    }
  }

  private void fallBehind() {
    fellBehind = true;
    batchesToSkip = 1 << Math.min(++failures, MOST_DOUBLINGS);
    batches.refreshed();
    folder.abandonWriter();
  }
}
