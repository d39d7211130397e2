package org.betor.core.internal.imdb;

import java.util.Optional;
import org.betor.core.ImportSelection;

/** Lines of {@code title.basics}. */
final class TitleLines implements LineFormat {
  /** Films are older than cinemas, and some are announced for decades to come. */
  private static final int FIRST_YEAR = 1800;

  private static final int LAST_YEAR = 2199;

  /** The longest film that there is takes 51,420. */
  private static final int MOST_MINUTES = 100_000;

  private final ImportSelection selection;
  private final int id;
  private final int type;
  private final int primaryName;
  private final int originalName;
  private final int startYear;
  private final int endYear;
  private final int minutes;

  TitleLines(Header header, ImportSelection selection) {
    this.selection = selection;
    id = header.place("tconst");
    type = header.place("titleType");
    primaryName = header.place("primaryTitle");
    originalName = header.place("originalTitle");
    startYear = header.place("startYear");
    endYear = header.place("endYear");
    minutes = header.place("runtimeMinutes");
  }

  @Override
  public Optional<Row> read(Line line) {
    long number = line.id(id);
    TitleKind kind = TitleKind.of(line.text(type));
    if (number == ImdbNumber.NONE || !kind.isIn(selection)) {
      return Optional.empty();
    }
    TitleFacts facts = facts(line, kind);
    if (facts.primaryName().length == 0) {
      line.complain("it has no name");
      return Optional.empty();
    }
    return Optional.of(new Row(number, facts.bytes()));
  }

  private TitleFacts facts(Line line, TitleKind kind) {
    return new TitleFacts(
        kind.mediaType(),
        line.number(startYear, "year", FIRST_YEAR, LAST_YEAR),
        line.number(endYear, "year", FIRST_YEAR, LAST_YEAR),
        line.number(minutes, "runtime in minutes", 0, MOST_MINUTES),
        line.name(primaryName),
        line.name(originalName));
  }
}
