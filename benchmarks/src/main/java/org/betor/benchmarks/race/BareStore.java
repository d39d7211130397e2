package org.betor.benchmarks.race;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.QueryCache;
import org.apache.lucene.search.QueryCachingPolicy;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.UsageTrackingQueryCachingPolicy;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;

/** Lucene without anything around it. */
final class BareStore implements Store {
  private final Path folder;
  private NRTCachingDirectory directory;
  private IndexWriter writer;
  private SearcherManager searchers;
  private SearcherManager leastSearchers;

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
        new Contestant("bare", false, question -> ask(searchers, question, true)),
        new Contestant("least", true, question -> ask(leastSearchers, question, false)));
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
    searchers = new SearcherManager(writer, new Searchers());
    leastSearchers = new SearcherManager(writer, new Searchers());
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
    leastSearchers.close();
    writer.close(); // waits for merges, and commits
    directory.close();
  }

  private static Answer ask(SearcherManager searchers, Question question, boolean whole)
      throws IOException {
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

  /**
   * Searchers with Lucene's usual cache to themselves, as if nobody else were in the program: else
   * each of the contestants would find there what another was asked just before.
   */
  private static final class Searchers extends SearcherFactory {
    private static final int QUERIES = 1_000;
    private static final long BYTES = 32 << 20;

    private final QueryCache cache = new LRUQueryCache(QUERIES, BYTES);
    private final QueryCachingPolicy policy = new UsageTrackingQueryCachingPolicy();

    @Override
    public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setQueryCache(cache);
      searcher.setQueryCachingPolicy(policy);
      return searcher;
    }
  }
}
