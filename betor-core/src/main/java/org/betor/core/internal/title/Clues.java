package org.betor.core.internal.title;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.betor.api.model.MediaType;
import org.betor.api.model.Title;
import org.betor.api.spi.TitleQuestion;
import org.betor.core.Identification.Candidate;
import org.betor.core.Identification.Clue;

/** What speaks for and against a work as the answer to one question. */
final class Clues {
  /** A name that is the same, and nothing else, is worth this much. */
  static final int SAME_NAME = 60;

  private static final int OTHER_NAME = 15;
  private static final int SECOND_NAME = 15;
  private static final int LONG_NAME = 8;
  private static final int LONG_NAME_LETTERS = 14;
  private static final double SAME = 0.9;

  private static final int SAME_YEAR = 25;
  private static final int NEXT_YEAR = 15;
  private static final int WITHIN_YEARS = 15;
  private static final int TWO_YEARS = -25;
  private static final int NO_YEAR = -10;
  private static final int OTHER_YEAR = -45;

  private static final int SAME_TYPE = 10;
  private static final int OTHER_TYPE = -45;

  private static final int KNOWN_ACTOR = 8;
  private static final int MAX_ACTORS = 3;
  private static final int OTHER_ACTORS = -10;

  private static final int SAME_RUNTIME = 10;
  private static final int OTHER_RUNTIME = -10;

  private static final int TOO_MANY_SEASONS = -25;

  private final TitleQuestion question;
  private final List<FoldedName> names;

  Clues(TitleQuestion question) {
    this.question = question;
    this.names = question.names().stream().map(FoldedName::of).distinct().toList();
  }

  /** The work with all that speaks for and against it. */
  Candidate weigh(Title title) {
    List<Clue> clues = new ArrayList<>();
    addNames(title, clues::add);
    addYear(title, clues::add);
    addType(title, clues::add);
    addCast(title, clues::add);
    addRuntime(title, clues::add);
    addSeasons(title, clues::add);
    return new Candidate(title, clues);
  }

  /** Whether the work has one of the names, spelling aside. */
  static boolean hasTheName(Candidate weighed) {
    return weighed.clues().get(0).points() >= SAME_NAME * Math.pow(SAME, 3);
  }

  /** Whether the work has another name, and neither year nor type makes good for that. */
  boolean contradict(Title title) {
    List<Clue> names = new ArrayList<>();
    List<Clue> others = new ArrayList<>();
    addNames(title, names::add);
    addYear(title, others::add);
    addType(title, others::add);
    return names.get(0).points() < OTHER_NAME
        && (others.stream().anyMatch(clue -> clue.points() < 0)
            || others.stream().noneMatch(clue -> clue.points() >= NEXT_YEAR));
  }

  private void addNames(Title title, Consumer<Clue> clues) {
    List<Named> theirs = title.names().stream().map(Named::of).toList();
    List<Match> best =
        names.stream()
            .map(name -> best(name, theirs))
            .sorted(Comparator.comparing(Match::likeness).reversed())
            .toList();
    Match first = best.get(0);
    clues.accept(
        new Clue(
            "called \"%s\"".formatted(first.theirs),
            (int) Math.round(SAME_NAME * Math.pow(first.likeness, 3))));
    if (best.stream().anyMatch(Match::isOfALongName)) {
      clues.accept(new Clue("a long name", LONG_NAME));
    }
    if (best.size() > 1 && best.get(1).likeness >= SAME) {
      clues.accept(new Clue("also called \"%s\"".formatted(best.get(1).theirs), SECOND_NAME));
    }
  }

  private static Match best(FoldedName name, List<Named> theirs) {
    Match best = new Match(name, "", 0);
    for (Named each : theirs) {
      double likeness = name.likeness(each.folded);
      best = likeness > best.likeness ? new Match(name, each.text, likeness) : best;
    }
    return best;
  }

  private void addYear(Title title, Consumer<Clue> clues) {
    if (question.year().isEmpty()) {
      return;
    }
    if (title.year().isEmpty()) {
      clues.accept(new Clue("of no known year", NO_YEAR));
      return;
    }
    int asked = question.year().getAsInt();
    int first = title.year().getAsInt();
    int away = Math.abs(asked - first);
    if (away == 0) {
      clues.accept(new Clue("same year", SAME_YEAR));
    } else if (isWithin(title, asked)) {
      clues.accept(new Clue("within its years", WITHIN_YEARS));
    } else if (away == 1) {
      clues.accept(new Clue("a year off", NEXT_YEAR));
    } else {
      clues.accept(new Clue(away + " years off", away == 2 ? TWO_YEARS : OTHER_YEAR));
    }
  }

  /** Of a series pages state the first year or that of a season. */
  private static boolean isWithin(Title title, int year) {
    return title.mediaType() == MediaType.SERIES
        && year >= title.year().getAsInt()
        && year <= title.lastYear().orElse(Integer.MAX_VALUE);
  }

  private void addType(Title title, Consumer<Clue> clues) {
    if (question.mediaType() == MediaType.UNKNOWN || title.mediaType() == MediaType.UNKNOWN) {
      return;
    }
    clues.accept(
        question.mediaType() == title.mediaType()
            ? new Clue("same type", SAME_TYPE)
            : new Clue("another type", OTHER_TYPE));
  }

  private void addCast(Title title, Consumer<Clue> clues) {
    if (question.cast().isEmpty() || title.cast().isEmpty()) {
      return;
    }
    Set<List<String>> common = new HashSet<>(folded(question.cast()));
    common.retainAll(folded(title.cast()));
    int known = Math.min(common.size(), MAX_ACTORS);
    clues.accept(
        known == 0
            ? new Clue("other actors", OTHER_ACTORS)
            : new Clue("%d of its actors".formatted(common.size()), known * KNOWN_ACTOR));
  }

  private void addRuntime(Title title, Consumer<Clue> clues) {
    if (question.runtime().isEmpty() || title.runtime().isEmpty()) {
      return;
    }
    long asked = question.runtime().map(Duration::toMinutes).orElseThrow();
    long told = title.runtime().map(Duration::toMinutes).orElseThrow();
    long off = Math.abs(asked - told);
    if (off <= Math.max(3, told / 20)) {
      clues.accept(new Clue("as long", SAME_RUNTIME));
    } else if (off > told / 3) {
      clues.accept(new Clue("%d minutes off".formatted(off), OTHER_RUNTIME));
    }
  }

  private void addSeasons(Title title, Consumer<Clue> clues) {
    int last = question.seasons().stream().mapToInt(Integer::intValue).max().orElse(0);
    if (last > mostSeasons(title)) {
      clues.accept(new Clue("has no season " + last, TOO_MANY_SEASONS));
    }
  }

  /** As told; else two for each of its years, if it has ended. */
  private static int mostSeasons(Title title) {
    if (title.seasons().isPresent()) {
      return title.seasons().getAsInt();
    }
    return title.year().isPresent() && title.lastYear().isPresent()
        ? 2 * (title.lastYear().getAsInt() - title.year().getAsInt() + 1)
        : Integer.MAX_VALUE;
  }

  private static List<List<String>> folded(List<String> names) {
    return names.stream().map(NameWords::of).toList();
  }

  private record Named(String text, FoldedName folded) {
    static Named of(Title.Name name) {
      return new Named(name.text(), FoldedName.of(name.text()));
    }
  }

  private record Match(FoldedName ours, String theirs, double likeness) {
    boolean isOfALongName() {
      return likeness >= SAME && ours.letters() >= LONG_NAME_LETTERS;
    }
  }
}
