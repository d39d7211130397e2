package org.betor.providers.archive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fields of a JSON object as the archive writes them: what may be said several times is text
 * where it is said once and a list otherwise, and a number may be text.
 *
 * @param values text, lists and maps
 */
record Fields(Map<String, Object> values) {
  private static final Fields NONE = new Fields(Map.of());

  /** All that a field says; what is neither text nor a list of text is left out. */
  List<String> texts(String name) {
    return items(name)
        .filter(String.class::isInstance)
        .map(text -> ((String) text).strip())
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** The first that a field says. */
  Optional<String> text(String name) {
    return texts(name).stream().findFirst();
  }

  boolean isTrue(String name) {
    return text(name).filter("true"::equalsIgnoreCase).isPresent();
  }

  /** The objects of a list. */
  List<Fields> objects(String name) {
    return items(name).flatMap(Fields::asFields).toList();
  }

  /** The object in a field; one without fields if there is none. */
  Fields object(String name) {
    return objects(name).stream().findFirst().orElse(NONE);
  }

  private Stream<?> items(String name) {
    Object value = values.getOrDefault(name, List.of());
    return value instanceof List<?> list ? list.stream() : Stream.of(value);
  }

  @SuppressWarnings("unchecked") // the reader makes maps with names alone
  private static Stream<Fields> asFields(Object value) {
    return value instanceof Map<?, ?> map
        ? Stream.of(new Fields((Map<String, Object>) map))
        : Stream.empty();
  }
}
