package org.betor.core.internal.imdb;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;

/**
 * Finds the titles that have a name, or one like it. It is asked for in ways that cost more and
 * more, until one of them finds a title of which year and kind agree, too.
 */
final class NameSearch {
  /** Points of a name that has the same words. */
  static final double SAME = 100;

  /** Points of a name that has nearly all of them. */
  private static final double ALIKE = 90;

  /** A name that is not this much alike may be another title's. */
  private static final double ENOUGH = 0.6;

  /** Of a name's words the first count. */
  private static final int MOST_WORDS = 12;

  private static final int LEAST_SHORTLISTED = 40;

  private final TitleDocuments documents;
  private final Fit fit;
  private final List<String> words;
  private final BytesRef key;
  private final int shortlisted;
  private final Map<Integer, Found> found = new HashMap<>();
  private boolean satisfied;
  private boolean cut;

  /**
   * Searches for a name.
   *
   * @param counting its {@link NameKey#counting} words
   * @param limit so many titles are wanted
   */
  NameSearch(TitleDocuments documents, Fit fit, List<String> counting, int limit) {
    this.documents = documents;
    this.fit = fit;
    words = counting.subList(0, Math.min(counting.size(), MOST_WORDS));
    key = NameKey.of(counting);
    shortlisted = Math.max(LEAST_SHORTLISTED, limit);
  }

  /** The likeliest of them, in any order. */
  Collection<Found> found() throws IOException {
    addNamed(key, SAME);
    satisfied = found.values().stream().anyMatch(title -> fit.agrees(title.facts()));
    if (!satisfied) {
      addParts();
      WordSearch search = new WordSearch(documents, words);
      addLike(search.all(), Map.of());
      if (search.hasUnknown()) {
        addMisspelt(search);
        addLike(search.most(), Map.of());
      } else {
        addLike(search.most(), Map.of());
        addMisspelt(search);
      }
    }
    return found.values();
  }

  /** Whether more titles have the name, or a part of it, than were taken. */
  boolean isCut() {
    return cut;
  }

  /** Titles whose name lacks the beginning, the end, or one word: a subtitle, for instance. */
  private void addParts() throws IOException {
    int all = words.size();
    for (List<String> part : NameParts.of(words)) {
      addNamed(NameKey.of(part), ALIKE * Likeness.of(all, part.size(), part.size()));
    }
  }

  private void addNamed(BytesRef name, double points) throws IOException {
    Shortlist named = new Shortlist(fit, shortlisted, Integer.MAX_VALUE);
    documents.named(name, named);
    cut |= named.isFull();
    named.all().forEach(title -> add(title.plus(points)));
  }

  private void addMisspelt(WordSearch search) throws IOException {
    if (!satisfied) {
      Map<String, String> meant = search.misspellings();
      addLike(search.allOrNear(meant), meant);
    }
  }

  /**
   * Takes the titles in whose names the words are, as far as they are alike.
   *
   * @param meant words that stand for others of the question
   */
  private void addLike(Optional<Query> query, Map<String, String> meant) throws IOException {
    if (satisfied || query.isEmpty()) {
      return;
    }
    Shortlist having = new Shortlist(fit, shortlisted, WordSearch.MOST_DOCUMENTS);
    documents.matching(query.get(), having);
    Likeness likeness = new Likeness(words, meant);
    for (Found title : having.all()) {
      double like = likeness.ofBest(TitleRecord.names(documents.record(title.document())));
      satisfied |= like >= ENOUGH && fit.agrees(title.facts());
      add(title.plus(like == 1 ? SAME : ALIKE * like));
    }
  }

  private void add(Found title) {
    found.merge(title.document(), title, Found::likelier);
  }
}
