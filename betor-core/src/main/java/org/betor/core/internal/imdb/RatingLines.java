package org.betor.core.internal.imdb;

import java.util.Optional;
import java.util.regex.Pattern;

/** Lines of {@code title.ratings}. */
final class RatingLines implements LineFormat {
  private static final Pattern RATING = Pattern.compile("10(\\.0{1,2})?|\\d(\\.\\d{1,2})?");

  private final int id;
  private final int rating;
  private final int votes;

  RatingLines(Header header) {
    id = header.place("tconst");
    rating = header.place("averageRating");
    votes = header.place("numVotes");
  }

  @Override
  public Optional<Row> read(Line line) {
    long number = line.id(id);
    int people = line.number(votes, "number of votes", 0, Integer.MAX_VALUE);
    String liked = line.text(rating);
    if (!RATING.matcher(liked).matches()) {
      line.complain("its rating is no number from 0 to 10");
    }
    if (line.complaint() != null) {
      return Optional.empty();
    }
    Rating read = new Rating((int) Math.round(Double.parseDouble(liked) * 100), people);
    return Optional.of(new Row(number, read.bytes()));
  }
}
