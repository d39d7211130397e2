package org.betor.core.internal.imdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.util.BytesRef;
import org.betor.api.model.Title;
import org.jspecify.annotations.Nullable;

/**
 * What the files say of a title, still in bytes.
 *
 * @param id an {@link ImdbNumber}
 * @param facts {@link TitleFacts}
 * @param names {@link AltName}s, in their order
 * @param rating a {@link Rating}; null if there is none
 */
record Draft(long id, BytesRef facts, List<BytesRef> names, @Nullable BytesRef rating) {
  /** A title has no more names than that. */
  static final int MOST_NAMES = 500;

  /** Roughly, in memory. */
  int bytes() {
    int sum = facts.length;
    for (BytesRef name : names) {
      sum += name.length;
    }
    return sum;
  }

  /** Its names, each once for a country, the one that it is best known by first. */
  List<Title.Name> allNames(TitleFacts told) {
    Set<Title.Name> all = new LinkedHashSet<>();
    all.add(new Title.Name(text(told.primaryName()), ""));
    if (told.originalName().length > 0) {
      all.add(new Title.Name(text(told.originalName()), ""));
    }
    for (BytesRef name : names) {
      all.add(new Title.Name(AltName.text(name), AltName.country(name)));
    }
    return all.stream().limit(MOST_NAMES).toList();
  }

  /** How people like it; nobody if there is no rating. */
  Rating liked() {
    return rating == null ? Rating.NONE : Rating.read(rating);
  }

  private static String text(BytesRef name) {
    return new String(name.bytes, name.offset, name.length, UTF_8); // mends what is no UTF-8
  }
}
