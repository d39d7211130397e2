package org.betor.core.internal.imdb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.betor.api.model.Title;
import org.betor.api.spi.TitleQuestion;

/** Finds the titles that a question may mean, the likeliest first. */
final class Candidates {
  /** Of more names of a question the first count. */
  private static final int MOST_NAMES = 10;

  /** Points that put a name of the same letters before one that only has the same words. */
  private static final double SAME_LETTERS = 4;

  private final TitleDocuments documents;
  private final List<String> names;
  private final Fit fit;

  Candidates(TitleDocuments documents, TitleQuestion question) {
    this.documents = documents;
    this.names = question.names().stream().limit(MOST_NAMES).toList();
    this.fit = new Fit(question);
  }

  List<Title> first(int limit) throws IOException {
    Map<Integer, Found> found = new HashMap<>();
    for (String name : names) {
      for (Found title : new NameSearch(documents, fit, name).found()) {
        found.merge(title.document(), title, Found::likelier);
      }
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
