package org.betor.samples;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a request, each of which may be given several times. */
record Parameters(Map<String, List<String>> values) {

  static Parameters of(String rawQuery) {
    Map<String, List<String>> values = new HashMap<>();
    for (String pair : rawQuery.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        values.computeIfAbsent(decode(parts[0]), name -> new ArrayList<>()).add(decode(parts[1]));
      }
    }
    return new Parameters(values);
  }

  /** The last value, as PHP takes it; empty text if there is none. */
  String get(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? "" : all.get(all.size() - 1);
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** A whole number from 1; the other one if there is none. */
  int number(String name, int otherwise) {
    return get(name).matches("[1-9]\\d{0,7}") ? Integer.parseInt(get(name)) : otherwise;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
