package org.betor.benchmarks.race;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.betor.benchmarks.race.Question.Kind;

/**
 * Asks all contestants every question, so that the machine's moods hit all alike: in random order,
 * for whoever follows another finds the processor's caches as that one left them. Who reads the
 * same files as another, or reads records with the same code, is asked when the others are done
 * with all questions, or that one would find in the caches what it needs.
 */
final class Asking {
  /** For what is read from files. */
  private static final double WARM_SECONDS = 25;

  /** Who needs longer for a kind sits out the rest of its questions. */
  private static final double PATIENCE_SECONDS = 10;

  /** The same while nothing is measured, or the slowest would keep the others from warming up. */
  private static final double WARM_PATIENCE_SECONDS = 0.5;

  private final List<Contestant> contestants;
  private final List<Question> questions;
  private final Map<Kind, Times> times = new EnumMap<>(Kind.class);
  private final List<Integer> together = new ArrayList<>();
  private final List<Integer> apart = new ArrayList<>();
  private final Random random = new Random(17);

  Asking(List<Contestant> contestants, List<Question> questions) {
    this.contestants = contestants;
    this.questions = questions;
    for (int next = 0; next < contestants.size(); next++) {
      (contestants.get(next).isApart() ? apart : together).add(next);
    }
    for (Question question : questions) {
      times.computeIfAbsent(question.kind(), kind -> new Times(contestants.size()));
    }
  }

  /**
   * Compares all answers once, and measures.
   *
   * @throws IllegalStateException if contestants do different work
   */
  void run(int passes) throws Exception {
    for (Question question : questions) {
      compare(question);
    }
    warmUp(WARM_SECONDS);
    for (int pass = 0; pass < passes; pass++) {
      ask(PATIENCE_SECONDS);
      times.values().forEach(Times::keep);
    }
  }

  /** Asks for so long, and forgets how long each took. */
  void warmUp(double seconds) throws Exception {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    while (System.nanoTime() < end) {
      ask(WARM_PATIENCE_SECONDS);
    }
  }

  /** The times of a kind. */
  Times times(Kind kind) {
    return Objects.requireNonNull(times.get(kind), "not asked");
  }

  Set<Kind> kinds() {
    return times.keySet();
  }

  private void ask(double patience) throws Exception {
    times.values().forEach(Times::forget);
    ask(together, patience);
    for (int one : apart) {
      ask(List.of(one), patience);
    }
  }

  private void ask(List<Integer> some, double patience) throws Exception {
    for (Question question : questions) {
      Times ofKind = times(question.kind());
      Collections.shuffle(some, random);
      for (int next : some) {
        if (ofKind.spent(next) < patience) {
          long start = System.nanoTime();
          contestants.get(next).ask().answer(question);
          ofKind.add(next, (System.nanoTime() - start) / 1e3);
        }
      }
    }
  }

  private void compare(Question question) throws Exception {
    List<Answer> answers = new ArrayList<>();
    for (Contestant contestant : contestants) {
      answers.add(contestant.ask().answer(question));
    }
    String gist = answers.get(0).gist(question.kind());
    for (int i = 0; i < answers.size(); i++) {
      Answer answer = answers.get(i);
      String name = contestants.get(i).name();
      if (!answer.gist(question.kind()).equals(gist)) {
        throw differ(question, name, gist, answer.gist(question.kind()));
      }
      if (question.kind() == Kind.NEWEST && !(answer.items().get(0) instanceof byte[])) {
        if (!answer.items().equals(answers.get(0).items())) {
          throw differ(question, name, answers.get(0).toString(), answer.toString());
        }
      }
      times(question.kind()).addShare(i, share(question, answers.get(0), answer));
    }
  }

  private static double share(Question question, Answer first, Answer answer) {
    if (question.kind() != Kind.SUGGEST) {
      return answer.keys().contains(question.target()) ? 1 : 0;
    }
    Set<String> wanted = new HashSet<>(first.keys());
    double all = wanted.size();
    wanted.retainAll(new HashSet<>(answer.keys()));
    return all == 0 ? 1 : wanted.size() / all;
  }

  private IllegalStateException differ(Question question, String name, String one, String other) {
    return new IllegalStateException(
        "%s and %s do different work for %s:%n%s%n%s"
            .formatted(contestants.get(0).name(), name, question, cut(one), cut(other)));
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(2_000, text.length()));
  }
}
