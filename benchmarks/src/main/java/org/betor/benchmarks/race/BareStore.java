package org.betor.benchmarks.race;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;

/** Lucene without anything around it. */
final class BareStore implements Store {
  private final Path folder;
  private NRTCachingDirectory directory;
  private IndexWriter writer;
  private SearcherManager searchers;

  BareStore(Path folder) throws IOException {
    this.folder = folder;
    open();
  }

  @Override
  public String name() {
    return "bare";
  }

  @Override
  public List<Contestant> contestants() {
    return List.of(
        new Contestant("bare", question -> ask(question, true)),
        new Contestant("least", question -> ask(question, false)));
  }

  @Override
  public void open() throws IOException {
    directory = new NRTCachingDirectory(FSDirectory.open(folder), 5, 60);
    TieredMergePolicy merges = new TieredMergePolicy();
    merges.setFloorSegmentMB(16);
    writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig(FoldedWords.ANALYZER)
                .setIndexSort(BareDocument.NEWEST)
                .setMergePolicy(merges)
                .setRAMBufferSizeMB(64));
    searchers = new SearcherManager(writer, null);
  }

  @Override
  public void put(List<Entry> entries) throws IOException {
    for (Entry entry : entries) {
      writer.updateDocument(term(entry), BareDocument.of(entry));
    }
  }

  @Override
  public void settle() throws IOException {
    close();
    open();
  }

  @Override
  public void compact() throws IOException {
    writer.forceMerge(1);
    settle();
  }

  @Override
  public void putDurably(Entry entry) throws IOException {
    put(List.of(entry));
    writer.commit();
  }

  @Override
  public boolean shows(Entry entry) throws IOException {
    searchers.maybeRefreshBlocking();
    IndexSearcher searcher = searchers.acquire();
    try {
      return searcher.count(new TermQuery(term(entry))) > 0;
    } finally {
      searchers.release(searcher);
    }
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    writer.close(); // waits for merges, and commits
    directory.close();
  }

  private Answer ask(Question question, boolean whole) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return new BareSearch(searcher, whole).answer(question);
    } finally {
      searchers.release(searcher);
    }
  }

  private static Term term(Entry entry) {
    return new Term(BareDocument.KEY, entry.key());
  }
}
