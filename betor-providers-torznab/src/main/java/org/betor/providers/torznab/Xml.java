package org.betor.providers.torznab;

import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * XML as servers write it: control characters, bare ampersands and an end in the middle are
 * forgiven, entities that a document defines are not expanded, and no document costs more than its
 * bounds.
 */
final class Xml {
  /** Deeper elements become siblings; a feed needs four levels. */
  private static final int MAX_DEPTH = 32;

  /** A hundred items of a talkative indexer have about 5,000. */
  static final int MAX_ELEMENTS = 100_000;

  /** An error's description may be the whole trace of an exception. */
  private static final int HEAD_CHARS = 65_536;

  private Xml() {}

  /** The document's first element with its attributes; what is within may be missing. */
  static Optional<Element> root(String text) {
    String head = text.substring(0, Math.min(text.length(), HEAD_CHARS));
    return Optional.ofNullable(parser().parseInput(head, "").firstElementChild());
  }

  /**
   * Visits elements as they end, those within before those around them, until the visitor has
   * enough.
   *
   * @param visitor whether to go on
   * @return whether that was within the bounds
   */
  static boolean elements(String text, Predicate<Element> visitor) {
    try (StreamParser stream = new StreamParser(parser()).parse(text, "")) {
      Iterator<Element> elements = stream.iterator();
      for (int count = 0; count < MAX_ELEMENTS && elements.hasNext(); count++) {
        if (!visitor.test(elements.next())) {
          return true;
        }
      }
      return !elements.hasNext();
    }
  }

  /** The name without its prefix, in lower case. */
  static String name(Element element) {
    String name = element.tagName();
    return name.substring(name.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  /** An attribute's value, whatever the case of its name; empty if there is none. */
  static String value(Element element, String attribute) {
    return element.attributes().getIgnoreCase(attribute).strip();
  }

  private static Parser parser() {
    return Parser.xmlParser().setMaxDepth(MAX_DEPTH);
  }
}
