package org.betor.core.internal.imdb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;
import org.betor.api.model.Title;
import org.betor.api.spi.TitleQuestion;
import org.betor.core.internal.title.NameWords;

/** Finds the titles that a question may mean, the likeliest first. */
final class Candidates {
  /** Of more names of a question the first count. */
  private static final int MOST_NAMES = 10;

  /** A title's name has no more characters. */
  private static final int LONGEST_NAME = 500;

  /** Points that put a name of the same letters before one that only has the same words. */
  private static final double SAME_LETTERS = 4;

  private final TitleDocuments documents;
  private final List<String> names;
  private final Fit fit;

  Candidates(TitleDocuments documents, TitleQuestion question) {
    this.documents = documents;
    this.names = question.names().stream().limit(MOST_NAMES).map(Candidates::cut).toList();
    this.fit = new Fit(question);
  }

  List<Title> first(int limit) throws IOException {
    Map<Integer, Found> found = new HashMap<>();
    boolean cut = false;
    for (List<String> words : distinctNames()) {
      NameSearch search = new NameSearch(documents, fit, words, limit);
      for (Found title : search.found()) {
        found.merge(title.document(), title, Found::confirmed);
      }
      cut |= search.isCut();
    }
    if (cut) {
      addConfirmed(limit, found);
    }
    List<Found> finer = new ArrayList<>();
    for (Found title : first(2 * limit, found.values())) {
      finer.add(hasSameLetters(title) ? title.plus(SAME_LETTERS) : title);
    }
    List<Title> titles = new ArrayList<>();
    for (Found title : first(limit, finer)) {
      titles.add(TitleRecord.read(documents.record(title.document())));
    }
    return titles;
  }

  private static String cut(String name) {
    return name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  /** The words of the names that differ by more than articles. */
  private Set<List<String>> distinctNames() {
    return names.stream()
        .map(name -> NameKey.counting(NameWords.of(name)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Takes the titles that have two of the names, whatever others of one name there are. */
  private void addConfirmed(int limit, Map<Integer, Found> found) throws IOException {
    BooleanQuery.Builder two = new BooleanQuery.Builder().setMinimumNumberShouldMatch(2);
    for (List<String> words : distinctNames()) {
      Term name = new Term(TitleDocument.NAME, NameKey.of(words));
      two.add(new TermQuery(name), BooleanClause.Occur.SHOULD);
    }
    Shortlist confirmed = new Shortlist(fit, limit, Integer.MAX_VALUE);
    documents.matching(two.build(), confirmed);
    for (Found title : confirmed.all()) {
      Found same = title.plus(NameSearch.SAME);
      found.merge(title.document(), same.confirmed(same), Found::likelier);
    }
  }

  private boolean hasSameLetters(Found title) throws IOException {
    for (String text : TitleRecord.names(documents.record(title.document()))) {
      if (names.stream().anyMatch(text::equalsIgnoreCase)) {
        return true;
      }
    }
    return false;
  }

  private static List<Found> first(int limit, Collection<Found> found) {
    return found.stream().sorted(Found.LIKELIEST_FIRST).limit(limit).toList();
  }
}
