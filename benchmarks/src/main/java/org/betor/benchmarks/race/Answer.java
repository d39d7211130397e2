package org.betor.benchmarks.race;

import java.util.List;
import java.util.stream.Collectors;
import org.betor.api.model.Release;
import org.betor.benchmarks.race.Question.Kind;

/**
 * What a contestant says.
 *
 * @param items releases, records of releases, titles, or counts such as {@code 1080p=12}
 * @param total how many there are in all; exact below 10,000 where the question asks for it
 */
record Answer(List<?> items, long total) {

  /** What must be the same for all contestants. */
  String gist(Kind kind) {
    List<String> keys = keys();
    return switch (kind) {
      case WORDS, DEEP -> keys.size() < kind.limit() ? sorted(keys) : keys.size() + " releases";
      case FILTERED -> keys + " of " + total;
      case BY_ID, FACETS -> sorted(keys);
      case NEWEST -> keys.toString();
      case SUGGEST, TYPO -> ""; // here their definitions differ
    };
  }

  /** The releases' keys; titles and counts are their own. */
  List<String> keys() {
    return items.stream().map(Answer::key).toList();
  }

  private static String key(Object item) {
    if (item instanceof Release release) {
      return release.key().value();
    }
    return item instanceof byte[] record ? RecordJson.read(record).key().value() : item.toString();
  }

  private static String sorted(List<String> keys) {
    return keys.stream().sorted().collect(Collectors.joining(" "));
  }
}
