package org.betor.core.internal.search;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.betor.api.model.Link;
import org.betor.api.model.Listing;
import org.betor.api.model.MediaType;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.TitleId;
import org.betor.api.spi.Query;

/**
 * How well an offer answers a query: by the words of its titles, accents folded, and by what else
 * the query asks for. A site's own search finds words anywhere on a page.
 */
final class Relevance {
  /** Plainly something else. */
  static final double NONE = 0;

  /** An offer of which nothing tells whether it is what was asked for. */
  private static final double UNTOLD = 0.01;

  private static final double WORDS_FOUND_AT_LEAST = 0.5;
  private static final double BY_ID = 2;

  /** A title that lacks the year in the question is worth a little less than one that has it. */
  private static final double WITHOUT_THE_YEAR = 0.95;

  private final Query query;
  private final Words asked;
  private final Words withoutYear;

  Relevance(Query query) {
    this.query = query;
    this.asked = Words.ofTitleIn(query.text());
    this.withoutYear = asked.withoutYear();
  }

  /** From 0, which is plainly something else; the larger, the better. */
  double of(Listing listing) {
    Post post = listing.post();
    Offer offer = listing.offer();
    if (contradicts(post) || contradicts(offer)) {
      return NONE;
    }
    if (query.id().filter(post.ids()::contains).isPresent()) {
      return BY_ID;
    }
    Words all = Words.of(all(post, offer));
    double found = Math.max(asked.looseShareIn(all), withoutYear.looseShareIn(all));
    if (found < WORDS_FOUND_AT_LEAST) {
      return NONE;
    }
    double best = titles(post).map(Words::of).mapToDouble(this::likeness).max().orElse(0);
    return UNTOLD + found / 2 + best / 2;
  }

  private double likeness(Words title) {
    return Math.max(likeness(asked, title), WITHOUT_THE_YEAR * likeness(withoutYear, title));
  }

  /** Half for the words that were asked for, half for there being no others. */
  private static double likeness(Words asked, Words title) {
    return (asked.shareIn(title) + title.shareIn(asked)) / 2;
  }

  private boolean contradicts(Post post) {
    return differs(query.mediaType(), post.mediaType())
        || (!isSeries(post) && differs(query.year(), post.year()))
        || query.id().filter(id -> differs(id, post.ids())).isPresent();
  }

  /** Of a series some state the first year, some that of the season. */
  private boolean isSeries(Post post) {
    return query.mediaType() == MediaType.SERIES || post.mediaType() == MediaType.SERIES;
  }

  private boolean contradicts(Offer offer) {
    return lacks(offer.episodes().seasons(), query.season())
        || lacks(offer.episodes().numbers(), query.episode());
  }

  private static boolean differs(MediaType asked, MediaType told) {
    return asked != MediaType.UNKNOWN && told != MediaType.UNKNOWN && asked != told;
  }

  /** Sites are a year off now and then: festival and cinema, shooting and release. */
  private static boolean differs(OptionalInt asked, OptionalInt told) {
    return asked.isPresent()
        && told.isPresent()
        && Math.abs(asked.getAsInt() - told.getAsInt()) > 1;
  }

  private static boolean differs(TitleId asked, List<TitleId> told) {
    return !told.contains(asked)
        && told.stream().anyMatch(id -> id.authority() == asked.authority());
  }

  private static boolean lacks(Collection<Integer> told, OptionalInt asked) {
    return asked.isPresent() && !told.isEmpty() && !told.contains(asked.getAsInt());
  }

  private static Stream<String> titles(Post post) {
    return Stream.concat(
        Stream.of(post.heading()),
        Stream.concat(post.originalTitle().stream(), post.translatedTitle().stream()));
  }

  private static String all(Post post, Offer offer) {
    Optional<String> name =
        offer.link() instanceof Link.Magnet link ? link.magnet().name() : Optional.empty();
    return Stream.of(
            titles(post), post.genres().stream(), name.stream(), Stream.of(offer.context()))
        .flatMap(texts -> texts)
        .collect(joining(" "));
  }
}
