package org.betor.providers.torznab;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.betor.api.model.TitleId;

/**
 * What an endpoint is asked, of which it may have many pages of answers.
 *
 * @param parameters in their order, without page and key
 * @param ids what all answers have for ids, as they were asked for
 */
record Question(Map<String, String> parameters, List<TitleId> ids) {

  /** A question for everything in a mode. */
  static Question of(Mode mode) {
    return new Question(Map.of("t", mode.function), List.of());
  }

  /** This question with one more parameter. */
  Question with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(name, value);
    return new Question(Collections.unmodifiableMap(more), ids);
  }

  /** This question, for the work with that id alone. */
  Question by(TitleId id, String name, String value) {
    return new Question(with(name, value).parameters, List.of(id));
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
