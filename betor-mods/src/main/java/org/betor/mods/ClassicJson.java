package org.betor.mods;

import java.util.List;
import java.util.regex.Pattern;

/** JSON without spaces, put together of JSON. */
final class ClassicJson {
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

  private ClassicJson() {}

  /**
   * An object.
   *
   * @param members names, each followed by a value
   */
  static String object(String... members) {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < members.length; i += 2) {
      json.append(i == 0 ? "" : ",").append(text(members[i])).append(':').append(members[i + 1]);
    }
    return json.append('}').toString();
  }

  static String array(List<String> values) {
    return "[" + String.join(",", values) + "]";
  }

  /** A number if it looks like one. */
  static String id(String id) {
    return NUMBER.matcher(id).matches() ? id : text(id);
  }

  static String text(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars().forEach(letter -> append((char) letter, json));
    return json.append('"').toString();
  }

  private static void append(char letter, StringBuilder json) {
    switch (letter) {
      case '"', '\\' -> json.append('\\').append(letter);
      case '\n' -> json.append("\\n");
      case '\r' -> json.append("\\r");
      case '\t' -> json.append("\\t");
      default -> {
        boolean mustEscape = letter < ' ' || Character.isSurrogate(letter);
        json.append(mustEscape ? "\\u%04x".formatted((int) letter) : String.valueOf(letter));
      }
    }
  }
}
