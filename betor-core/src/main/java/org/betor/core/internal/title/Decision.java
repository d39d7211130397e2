package org.betor.core.internal.title;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.betor.api.model.Title;
import org.betor.api.spi.TitleQuestion;
import org.betor.core.Identification;
import org.betor.core.Identification.Candidate;

/**
 * Chooses between works. A claim needs points enough, and more than the next work by a margin; of
 * equals one is taken only if it is so much better known that nobody means the others.
 */
final class Decision {
  private static final int ENOUGH = 68;

  /** The name alone suffices for what everybody knows. */
  private static final int ENOUGH_OF_THE_KNOWN = Clues.SAME_NAME;

  private static final int MARGIN = 10;

  /** A work that is far better known than the likeliest puts that in doubt from so near. */
  private static final int DOUBT = 12;

  private static final int MANY_VOTES = 10_000;
  private static final int TIMES_THE_VOTES = 100;
  private static final int SHOWN = 10;

  private Decision() {}

  /**
   * Which of the works is meant.
   *
   * @param complete whether every source could be asked
   */
  static Identification of(TitleQuestion question, Collection<Title> works, boolean complete) {
    Clues clues = new Clues(question);
    List<Candidate> likeliest =
        works.stream()
            .map(clues::weigh)
            .sorted(
                Comparator.comparing(Candidate::points)
                    .thenComparing(candidate -> votes(candidate))
                    .reversed())
            .limit(SHOWN)
            .toList();
    if (likeliest.isEmpty()) {
      return new Identification(
          Optional.empty(), "no source knows " + question, List.of(), complete);
    }
    return decide(question, likeliest, complete);
  }

  private static Identification decide(
      TitleQuestion question, List<Candidate> likeliest, boolean complete) {
    Candidate first = likeliest.get(0);
    if (likeliest.stream().noneMatch(each -> isEnough(each, first))) {
      return unsure(
          "nothing is like enough to %s: %d points of %d"
              .formatted(question, first.points(), ENOUGH),
          likeliest,
          complete);
    }
    List<Candidate> rivals = rivals(first, likeliest);
    if (rivals.size() == 1) {
      return sure(first, "clearly the likeliest", likeliest, complete);
    }
    return farBestKnown(rivals)
        .map(best -> sure(best, "by far the best known of those as likely", likeliest, complete))
        .orElseGet(
            () ->
                unsure(
                    "%s may be one of %d works".formatted(question, rivals.size()),
                    likeliest,
                    complete));
  }

  /** The first, and those that are as likely, or nearly so and far better known. */
  private static List<Candidate> rivals(Candidate first, List<Candidate> likeliest) {
    List<Candidate> rivals = new ArrayList<>();
    for (Candidate each : likeliest) {
      int behind = first.points() - each.points();
      if (behind < MARGIN || (behind <= DOUBT && isFarBetterKnown(each, first))) {
        rivals.add(each);
      }
    }
    return rivals;
  }

  private static Optional<Candidate> farBestKnown(List<Candidate> rivals) {
    Candidate best = Collections.max(rivals, Comparator.comparing(Decision::votes));
    return rivals.stream().allMatch(each -> each.equals(best) || isFarBetterKnown(best, each))
            && isEnough(best, rivals.get(0))
        ? Optional.of(best)
        : Optional.empty();
  }

  /** Whether a work that is as likely as the first is likely enough to be claimed. */
  private static boolean isEnough(Candidate candidate, Candidate first) {
    boolean isKnown = votes(candidate) >= MANY_VOTES && Clues.hasTheName(candidate);
    int enough = isKnown ? ENOUGH_OF_THE_KNOWN : ENOUGH;
    return candidate.points() == first.points() && candidate.points() >= enough;
  }

  private static boolean isFarBetterKnown(Candidate one, Candidate other) {
    return votes(one) >= MANY_VOTES && votes(one) >= TIMES_THE_VOTES * (long) votes(other);
  }

  private static int votes(Candidate candidate) {
    return candidate.title().votes().orElse(0);
  }

  private static Identification sure(
      Candidate claimed, String reason, List<Candidate> likeliest, boolean complete) {
    return new Identification(
        Optional.of(claimed.title()),
        "%s: %s".formatted(claimed.title(), reason),
        likeliest,
        complete);
  }

  private static Identification unsure(String reason, List<Candidate> likeliest, boolean complete) {
    return new Identification(Optional.empty(), reason, likeliest, complete);
  }
}
