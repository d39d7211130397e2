package org.betor.benchmarks.race;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which titles are suggested: those that begin as typed first, then those of many releases. */
final class Titles {
  private final String typed;
  private final Map<String, Integer> releases = new HashMap<>();

  /** Starts without any title. */
  Titles(String typed) {
    this.typed = String.join(" ", FoldedWords.of(typed));
  }

  /** Takes the titles of a release, one on each line. */
  void add(String titles) {
    for (String title : titles.split("\n", -1)) {
      releases.merge(title, 1, Integer::sum);
    }
  }

  Answer best(int limit) {
    List<String> best =
        releases.entrySet().stream()
            .map(entry -> new Title(entry.getKey(), words(entry.getKey()), entry.getValue()))
            .filter(title -> title.words.contains(" " + typed))
            .sorted(
                Comparator.comparing((Title title) -> !title.words.startsWith(" " + typed))
                    .thenComparing(Title::releases, Comparator.reverseOrder())
                    .thenComparing(Title::text))
            .limit(limit)
            .map(Title::text)
            .toList();
    return new Answer(best, best.size());
  }

  private static String words(String title) {
    return " " + String.join(" ", FoldedWords.of(title));
  }

  private record Title(String text, String words, int releases) {}
}
