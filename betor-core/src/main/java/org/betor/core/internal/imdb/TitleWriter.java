package org.betor.core.internal.imdb;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.store.Directory;
import org.betor.api.model.Title;

/**
 * Writes titles into an index, with several threads. Not for use by several threads itself. What
 * was not committed when it is closed is given up.
 */
final class TitleWriter implements Closeable {
  /** What is gathered in memory before it is written: an eighth of the heap, within reason. */
  private static final int BUFFER_MEGABYTES =
      (int) Math.max(16, Math.min(64, Runtime.getRuntime().maxMemory() >> 23));

  private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());
  private static final int BATCHES_AHEAD = 2 * THREADS;
  private static final int BATCH_TITLES = 256;
  private static final int BATCH_BYTES = 1 << 18;

  private final IndexWriter index;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(THREADS, work -> new Thread(work, "betor-titles-index"));
  private final Queue<Future<?>> underWay = new ArrayDeque<>();
  private final Queue<TitleDocument> documents = new ConcurrentLinkedQueue<>();
  private final AtomicLong titles;
  private final AtomicLong names;
  private List<Draft> batch = new ArrayList<>();
  private int batchBytes;

  /** Goes on from a state, or begins anew from one that holds nothing. */
  TitleWriter(Directory directory, ImportState from) throws IOException {
    titles = new AtomicLong(from.titles());
    names = new AtomicLong(from.names());
    index =
        new IndexWriter(
            directory,
            new IndexWriterConfig(new KeywordAnalyzer())
                .setOpenMode(from.titles() == 0 ? OpenMode.CREATE : OpenMode.APPEND)
                .setCommitOnClose(false)
                .setUseCompoundFile(false)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES));
  }

  /** Takes a title over; what fails is thrown by a later call. */
  void add(Draft draft) throws IOException {
    batch.add(draft);
    batchBytes += draft.bytes();
    if (batch.size() == BATCH_TITLES || batchBytes >= BATCH_BYTES) {
      submit();
    }
  }

  /** Has all that was taken over survive a crash. */
  ImportState commit(ImportState state) throws IOException {
    submit();
    while (!underWay.isEmpty()) {
      Waiting.result(underWay.remove());
    }
    ImportState now = state.with(titles.get(), names.get());
    index.setLiveCommitData(now.userData());
    index.commit();
    return now;
  }

  @Override
  public void close() throws IOException {
    threads.shutdownNow();
    Waiting.end(threads);
    boolean interrupted = Thread.interrupted(); // or Lucene would not end its own threads
    try {
      index.rollback();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void submit() throws IOException {
    if (underWay.size() == BATCHES_AHEAD) {
      Waiting.result(underWay.remove());
    }
    List<Draft> full = batch;
    underWay.add(threads.submit(() -> write(full)));
    batch = new ArrayList<>();
    batchBytes = 0;
  }

  private boolean write(List<Draft> drafts) throws IOException {
    TitleDocument free = documents.poll();
    TitleDocument document = free == null ? new TitleDocument() : free;
    for (Draft draft : drafts) {
      TitleFacts told = TitleFacts.read(draft.facts());
      List<Title.Name> all = draft.allNames(told);
      index.addDocument(document.of(draft.id(), told, draft.liked(), all));
      titles.incrementAndGet();
      names.addAndGet(all.size());
    }
    return documents.add(document);
  }
}
