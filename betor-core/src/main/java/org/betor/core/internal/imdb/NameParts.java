package org.betor.core.internal.imdb;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is left of a name's words when some are left out. */
final class NameParts {
  private NameParts() {}

  /** The words without the last ones, without the first ones, and without any one; never none. */
  static Set<List<String>> of(List<String> words) {
    Set<List<String>> parts = new LinkedHashSet<>();
    for (int at = 1; at < words.size(); at++) {
      parts.add(words.subList(0, at));
      parts.add(words.subList(at, words.size()));
    }
    for (int at = 0; at < words.size() && words.size() > 1; at++) {
      List<String> others = new ArrayList<>(words);
      others.remove(at);
      parts.add(others);
    }
    return parts;
  }
}
