package org.betor.samples;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;

/** Writes maps, lists, text, numbers and truth values as JSON. */
final class Json {
  private Json() {}

  static String of(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(field -> text(field.getKey().toString()) + ":" + of(field.getValue()))
          .collect(joining(",", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Json::of).collect(joining(",", "[", "]"));
    }
    return value instanceof String text ? text(text) : value.toString();
  }

  /** As PHP writes it: slashes and letters beyond ASCII are escaped. */
  private static String text(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int index = 0; index < text.length(); index++) {
      char letter = text.charAt(index);
      switch (letter) {
        case '"', '\\', '/' -> json.append('\\').append(letter);
        case '\n' -> json.append("\\n");
        default -> {
          if (letter >= ' ' && letter < 127) {
            json.append(letter);
          } else {
            json.append("\\u%04x".formatted((int) letter));
          }
        }
      }
    }
    return json.append('"').toString();
  }
}
