package org.betor.samples;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The troubles that a site is in. The latest that fits a page wins. */
final class Troubles {
  private final Deque<Rule> rules = new ArrayDeque<>();

  synchronized void add(String path, Trouble trouble, int times) {
    rules.addFirst(new Rule(path, trouble, times));
  }

  synchronized void clear() {
    rules.clear();
  }

  synchronized Optional<Trouble> next(String path) {
    Optional<Rule> first = rules.stream().filter(rule -> path.startsWith(rule.path)).findFirst();
    first.filter(rule -> --rule.times == 0).ifPresent(rules::remove);
    return first.map(rule -> rule.trouble);
  }

  private static final class Rule {
    private final String path;
    private final Trouble trouble;
    private int times;

    private Rule(String path, Trouble trouble, int times) {
      this.path = path;
      this.trouble = trouble;
      this.times = times;
    }
  }
}
