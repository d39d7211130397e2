package org.betor.core.internal.imdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
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
  /** Roughly, in memory. */
  int bytes() {
    int sum = facts.length;
    for (BytesRef name : names) {
      sum += name.length;
    }
    return sum;
  }

  Title title() {
    TitleFacts told = TitleFacts.read(facts);
    Title.Builder title =
        Title.of(ImdbNumber.id(id), text(told.primaryName())).mediaType(told.mediaType());
    if (told.originalName().length > 0) {
      title.called(text(told.originalName()));
    }
    addNumbers(told, title);
    for (BytesRef name : names) {
      title.called(AltName.text(name), AltName.country(name));
    }
    return title.build();
  }

  private void addNumbers(TitleFacts told, Title.Builder title) {
    if (told.startYear() > 0) {
      title.year(told.startYear());
    }
    if (told.endYear() > 0) {
      title.lastYear(told.endYear());
    }
    if (told.minutes() > 0) {
      title.runtime(Duration.ofMinutes(told.minutes()));
    }
    if (rating != null) {
      Rating liked = Rating.read(rating);
      title.rating(liked.stars(), liked.votes());
    }
  }

  private static String text(BytesRef name) {
    return new String(name.bytes, name.offset, name.length, UTF_8); // mends what is no UTF-8
  }
}
