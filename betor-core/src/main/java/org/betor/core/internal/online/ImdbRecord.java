package org.betor.core.internal.online;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.betor.api.model.MediaType;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId.Authority;

/**
 * A work as services write it that have it from IMDb. They agree on most names of fields.
 *
 * @see <a href="https://rapidapi.com/octopusteam-octopusteam-default/api/imdb236">imdb236</a>
 * @see <a href="https://imdbapi.dev">imdbapi.dev</a>
 */
final class ImdbRecord {
  private static final int MOST_CAST = 10;

  private ImdbRecord() {}

  /** Empty if it is no film and no series, or has no id or name. */
  static Optional<Title> read(Fields work) {
    return ImdbType.read(work.text("type"))
        .flatMap(
            type ->
                TitleIds.named(
                        Authority.IMDB, work.text("id"), work.text("primaryTitle", "originalTitle"))
                    .map(title -> title(title.mediaType(type), type, work)));
  }

  private static Title title(Title.Builder title, MediaType type, Fields work) {
    String original = work.text("originalTitle");
    if (!original.isEmpty()) {
      title.called(original);
    }
    work.year("startYear").ifPresent(title::year);
    if (type == MediaType.SERIES) {
      work.year("endYear").ifPresent(title::lastYear);
    }
    work.duration("runtimeMinutes", Duration.ofMinutes(1))
        .or(() -> work.duration("runtimeSeconds", Duration.ofSeconds(1)))
        .ifPresent(title::runtime);
    rate(title, work, "averageRating", "numVotes");
    rate(title, work.fields("rating"), "aggregateRating", "voteCount");
    return title.cast(cast(work)).build();
  }

  private static void rate(Title.Builder title, Fields fields, String rating, String votes) {
    OptionalInt all = fields.number(votes);
    if (all.orElse(0) > 0) {
      title.rating(Math.min(fields.decimal(rating).orElse(0), 10), all.getAsInt());
    }
  }

  private static List<String> cast(Fields work) {
    List<Fields> actors = work.list("cast").isEmpty() ? work.list("stars") : work.list("cast");
    return actors.stream()
        .map(actor -> actor.text("fullName", "displayName"))
        .limit(MOST_CAST)
        .toList();
  }
}
