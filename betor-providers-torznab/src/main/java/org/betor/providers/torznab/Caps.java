package org.betor.providers.torznab;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * What an endpoint can do, as its caps document says.
 *
 * @param modes what each available mode understands
 * @param pageSize how many items to ask for at once
 * @param categories the categories that it has; empty if it does not say
 */
record Caps(Map<Mode, Set<String>> modes, int pageSize, SortedSet<Integer> categories) {
  private static final int MOST_ITEMS = 100;

  /** What every endpoint should be able to do; as Sonarr assumes it. */
  static final Caps USUAL = new Caps(usualModes(), MOST_ITEMS, new TreeSet<>());

  /** Whether the text is a caps document that came to its end. */
  static boolean isIn(String text) {
    return text.contains("</caps>")
        && Xml.root(text).filter(root -> Xml.name(root).equals("caps")).isPresent();
  }

  /** Reads the document; what it does not say, or not in numbers, is as usual. */
  static Caps read(String text) {
    Reader reader = new Reader();
    return Xml.elements(text, reader::take) ? reader.caps() : USUAL;
  }

  boolean has(Mode mode) {
    return modes.containsKey(mode);
  }

  boolean understands(Mode mode, String parameter) {
    return modes.getOrDefault(mode, Set.of()).contains(parameter);
  }

  private static Map<Mode, Set<String>> usualModes() {
    return Map.of(Mode.SEARCH, parameters(Mode.SEARCH.usual), Mode.TV, parameters(Mode.TV.usual));
  }

  private static Set<String> parameters(String list) {
    return Stream.of(list.split(",", -1))
        .map(parameter -> parameter.strip().toLowerCase(Locale.ROOT))
        .filter(parameter -> !parameter.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static final class Reader {
    private final Map<Mode, Set<String>> modes = new EnumMap<>(Mode.class);
    private final SortedSet<Integer> categories = new TreeSet<>();
    private int pageSize = MOST_ITEMS;
    private boolean saysModes;

    boolean take(Element element) {
      switch (Xml.name(element)) {
        case "searching" -> saysModes = true;
        case "limits" -> limits(element);
        case "category", "subcat" -> categories.addAll(Numbers.natural(Xml.value(element, "id")));
        default -> mode(element);
      }
      return true;
    }

    Caps caps() {
      return new Caps(saysModes ? modes : USUAL.modes, pageSize, categories);
    }

    private void mode(Element element) {
      for (Mode mode : Mode.values()) {
        if (Xml.name(element).equals(mode.element)
            && Xml.value(element, "available").equals("yes")) {
          Set<String> parameters = parameters(Xml.value(element, "supportedParams"));
          modes.put(mode, parameters.isEmpty() ? parameters(mode.usual) : parameters);
        }
      }
    }

    private void limits(Element element) {
      Stream.of("default", "max")
          .flatMap(limit -> Numbers.natural(Xml.value(element, limit)).stream())
          .max(Integer::compare)
          .filter(size -> size > 0)
          .ifPresent(size -> pageSize = Math.min(size, MOST_ITEMS));
    }
  }
}
