package org.betor.core.internal.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of text, whole numbers, lists and objects. Leaves out what says nothing when it is
 * written, and ignores fields that nobody asks for when it is read.
 */
final class JsonObject {
  private final Map<String, Object> fields = new LinkedHashMap<>();

  /** Sets a field to text, a number, a list or an object; empty text and lists are left out. */
  JsonObject put(String name, Object value) {
    if (!value.equals("") && !value.equals(List.of())) {
      fields.put(name, value);
    }
    return this;
  }

  /** Sets a field to what was read, empty or not. */
  void putAsRead(String name, Object value) {
    fields.put(name, value);
  }

  /**
   * The value of a field; empty if there is none.
   *
   * @param type {@code String}, {@code Long}, {@code List} or {@code JsonObject}
   * @throws IllegalArgumentException if the field holds something else
   */
  <T> Optional<T> find(String name, Class<T> type) {
    @Nullable Object value = fields.get(name);
    return value == null ? Optional.empty() : Optional.of(checked(name, value, type));
  }

  /**
   * The value of a field that has to be there.
   *
   * @throws IllegalArgumentException if it is not, or holds something else
   */
  <T> T get(String name, Class<T> type) {
    return find(name, type)
        .orElseThrow(() -> new IllegalArgumentException("\"%s\" is missing".formatted(name)));
  }

  /** The names of all fields, in their order. */
  Set<String> names() {
    return fields.keySet();
  }

  /** All fields, in their order. */
  Map<String, Object> fields() {
    return Collections.unmodifiableMap(fields);
  }

  /** The text of a field; empty if there is none. */
  String text(String name) {
    return find(name, String.class).orElse("");
  }

  /** The items of a field; none if there is no such field. */
  <T> List<T> list(String name, Class<T> type) {
    List<?> all = find(name, List.class).orElse(List.of());
    List<T> items = new ArrayList<>(all.size());
    for (Object item : all) {
      items.add(checked(name, item, type));
    }
    return items;
  }

  private static <T> T checked(String name, Object value, Class<T> type) {
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          "\"%s\" is no %s but %s".formatted(name, type.getSimpleName(), value));
    }
    return type.cast(value);
  }
}
