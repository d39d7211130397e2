package org.betor.providers.torznab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * An item of a feed as it stands there.
 *
 * @param texts the texts of its elements, by their names in lower case
 * @param attributes the values of its {@code attr} elements, by their names in lower case
 */
record Item(
    Map<String, List<String>> texts,
    Map<String, List<String>> attributes,
    List<Enclosure> enclosures) {

  /** A file that an item leads to. */
  record Enclosure(String url, String type, String length) {}

  static Item of(Element element) {
    Item item = new Item(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
    element.children().forEach(item::take);
    return item;
  }

  /** The first text of an element; empty if there is none, or only blanks. */
  Optional<String> text(String name) {
    return first(texts, name);
  }

  /** The first value of an attribute; empty if there is none, or only blanks. */
  Optional<String> attribute(String name) {
    return first(attributes, name);
  }

  /** All values that attributes and elements of that name have, each once. */
  List<String> all(String name) {
    return Stream.of(attributes, texts)
        .flatMap(values -> values.getOrDefault(name, List.of()).stream())
        .filter(value -> !value.isEmpty())
        .distinct()
        .toList();
  }

  private void take(Element child) {
    String name = Xml.name(child);
    switch (name) {
      case "attr" ->
          add(attributes, Xml.value(child, "name").toLowerCase(Locale.ROOT), child, "value");
      case "enclosure" ->
          enclosures.add(
              new Enclosure(
                  Xml.value(child, "url"),
                  Xml.value(child, "type").toLowerCase(Locale.ROOT),
                  Xml.value(child, "length")));
      default -> texts.computeIfAbsent(name, first -> new ArrayList<>()).add(child.text().strip());
    }
  }

  private static void add(
      Map<String, List<String>> values, String name, Element element, String attribute) {
    values.computeIfAbsent(name, first -> new ArrayList<>()).add(Xml.value(element, attribute));
  }

  private static Optional<String> first(Map<String, List<String>> values, String name) {
    return values.getOrDefault(name, List.of()).stream()
        .filter(value -> !value.isEmpty())
        .findFirst();
  }
}
