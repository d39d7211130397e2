package org.betor.core.internal.catalog;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits.Relation;
import org.apache.lucene.util.BytesRef;
import org.betor.api.model.Release;
import org.betor.api.model.Viewer;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.Facet;
import org.betor.api.spi.Hits;
import org.betor.api.spi.TitleGroup;
import org.jspecify.annotations.Nullable;

/** Answers one query of one viewer, with other words where nothing has the typed ones. */
final class Finder {
  /** Totals are counted up to here; further than this nobody can page without a cursor. */
  private static final int COUNTED = 10_000;

  private final IndexSearcher searcher;
  private final CatalogQuery query;
  private final List<String> words;
  private final Viewer viewer;
  private final RecentRecords newest;
  private final Sort order;

  /**
   * A finder for one answer.
   *
   * @param words those of the query
   * @param newest reads the newest releases
   */
  Finder(
      IndexSearcher searcher,
      CatalogQuery query,
      List<String> words,
      Viewer viewer,
      RecentRecords newest) {
    this.searcher = searcher;
    this.query = query;
    this.words = counted(words);
    this.viewer = viewer;
    this.newest = newest;
    this.order = Order.of(query);
  }

  /** The words that count. */
  static List<String> counted(List<String> words) {
    return words.subList(0, Math.min(WordQuery.MAX_WORDS, words.size()));
  }

  Hits hits() throws IOException {
    @Nullable FieldDoc after = query.after().map(cursor -> Cursor.read(cursor, query)).orElse(null);
    Query matching = matching(words);
    TopFieldDocs exact = top(matching, after);
    if (exact.totalHits.value > 0) {
      return hits(exact, ReleaseQuery.isForAllVisible(matching) ? newest::read : PackedJson::read);
    }
    Optional<List<String>> others = correction();
    return others.isEmpty()
        ? hits(exact, PackedJson::read)
        : hits(top(matching(others.get()), after), PackedJson::read)
            .corrected(String.join(" ", others.get()));
  }

  List<TitleGroup> titles() throws IOException {
    if (query.after().isPresent()) {
      throw new IllegalArgumentException("titles are paged by offset, not with a cursor");
    }
    return orOfOtherWords(
        this::matching,
        matching -> new TitleGroups(searcher, matching).page(order, query.offset(), query.limit()),
        List::isEmpty);
  }

  Map<Facet, List<Facet.Count>> count(Set<Facet> facets, int limit) throws IOException {
    return orOfOtherWords(
        wanted -> matching(wanted, Occur.FILTER),
        matching -> FacetCounts.of(searcher, matching, facets, limit),
        counts -> counts.values().stream().allMatch(List::isEmpty));
  }

  /**
   * The answer for the words, or for others that were meant if nothing has the words. An answer of
   * nothing proves neither: a page may lie behind the last group, and what matches may say nothing
   * of a facet.
   */
  private <T> T orOfOtherWords(
      Function<List<String>, Query> matching, Answer<T> answer, Predicate<T> isEmpty)
      throws IOException {
    Query exact = matching.apply(words);
    T found = answer.of(exact);
    if (!isEmpty.test(found) || searcher.count(exact) > 0) {
      return found;
    }
    Optional<List<String>> others = correction();
    return others.isEmpty() ? found : answer.of(matching.apply(others.get()));
  }

  private Query matching(List<String> wanted) {
    return matching(
        wanted, query.sort() == CatalogQuery.Sort.RELEVANCE ? Occur.MUST : Occur.FILTER);
  }

  /** One query of all clauses: Lucene takes longer for one within the other. */
  private Query matching(List<String> wanted, Occur words) {
    BooleanQuery.Builder all = ReleaseQuery.filters(query, viewer);
    if (!query.words().isEmpty()) {
      WordQuery.add(all, wanted, words);
    }
    return all.build();
  }

  private Optional<List<String>> correction() throws IOException {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Query visible = ReleaseQuery.filters(query, viewer).build();
    return new Correction(searcher, visible, words).words();
  }

  /** One more than the page holds, which tells whether there is another page. */
  private TopFieldDocs top(Query matching, @Nullable FieldDoc after) throws IOException {
    return Top.of(searcher, matching, order, query.offset() + query.limit() + 1, after, COUNTED);
  }

  private Hits hits(TopFieldDocs found, Function<BytesRef, Release> reader) throws IOException {
    int end = query.offset() + query.limit();
    ScoreDoc[] all = found.scoreDocs;
    ScoreDoc[] page =
        Arrays.copyOfRange(all, Math.min(query.offset(), all.length), Math.min(end, all.length));
    List<Release> releases = Records.of(searcher, page, reader);
    boolean exact = found.totalHits.relation == Relation.EQUAL_TO;
    Hits hits = Hits.of(releases, found.totalHits.value, exact);
    return all.length <= end ? hits : hits.next(Cursor.of(query, (FieldDoc) page[page.length - 1]));
  }

  private interface Answer<T> {
    T of(Query matching) throws IOException;
  }
}
