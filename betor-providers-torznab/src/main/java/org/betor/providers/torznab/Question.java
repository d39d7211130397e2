package org.betor.providers.torznab;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an endpoint is asked, of which it may have many pages of answers.
 *
 * @param parameters in their order, without page and key
 */
record Question(Map<String, String> parameters) {

  /** A question for everything in a mode. */
  static Question of(Mode mode) {
    return new Question(Map.of("t", mode.function));
  }

  /** This question with one more parameter. */
  Question with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(name, value);
    return new Question(Collections.unmodifiableMap(more));
  }

  /** This question for items of these categories. */
  Question in(List<Integer> categories) {
    return with("cat", Categories.list(categories));
  }

  /** One page of the answers, with all that is known of each item. */
  Map<String, String> page(int offset, int limit) {
    return with("extended", "1")
        .with("offset", String.valueOf(offset))
        .with("limit", String.valueOf(limit))
        .parameters;
  }
}
