package org.betor.core;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import org.betor.api.model.Title;

/**
 * Which film or series is meant, and why. Immutable.
 *
 * @param title the work; empty if that is not sure
 * @param reason why it is claimed, or why nothing is
 * @param candidates the works that were considered, the likeliest first; none if there was nothing
 *     to weigh, since somebody says the id
 * @param complete whether every source could be asked; another time there may be more to know
 */
public record Identification(
    Optional<Title> title, String reason, List<Candidate> candidates, boolean complete) {
  /** Copies. */
  public Identification {
    candidates = List.copyOf(candidates);
  }

  /** For people: the reason, and each candidate with what speaks for and against it. */
  public String explain() {
    return candidates.stream()
        .map(candidate -> "%n  %s".formatted(candidate))
        .collect(joining("", reason, ""));
  }

  /**
   * A work that may be the one.
   *
   * @param title the work
   * @param clues what speaks for and against it
   */
  public record Candidate(Title title, List<Clue> clues) {
    /** Copies. */
    public Candidate {
      clues = List.copyOf(clues);
    }

    /** All clues together. */
    public int points() {
      return clues.stream().mapToInt(Clue::points).sum();
    }

    /** On one line. */
    @Override
    public String toString() {
      return clues.stream()
          .map(Clue::toString)
          .collect(joining(", ", "%d %s: ".formatted(points(), title), ""));
    }
  }

  /**
   * Something that speaks for a work, or against it.
   *
   * @param about what it is, for people
   * @param points how much it counts; negative where it speaks against
   */
  public record Clue(String about, int points) {
    /** Such as {@code same year +25}. */
    @Override
    public String toString() {
      return "%s %+d".formatted(about, points);
    }
  }
}
