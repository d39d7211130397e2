package org.betor.core.internal.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A JSON object of text, whole numbers, lists and objects, to be written. Leaves out what says
 * nothing.
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

  /** The names of all fields, in their order. */
  Set<String> names() {
    return fields.keySet();
  }

  /** All fields, in their order. */
  Map<String, Object> fields() {
    return Collections.unmodifiableMap(fields);
  }
}
