package org.betor.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Writes down a part of a page line by line as one reads it, whatever its markup: a block or a
 * {@code br} ends a line, scripts are silent.
 */
final class Transcript implements NodeVisitor {
  /** A line is cut there; no line of a post is longer. */
  private static final int MAX_LINE = 4_000;

  /** The words of a button are cut there; more of them are no button's own. */
  private static final int MAX_LABEL = 160;

  private static final Set<String> SILENT = Set.of("script", "style", "noscript", "iframe", "svg");
  private static final Set<String> BOLD = Set.of("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6");

  /** Where sites put what their scripts make addresses of. */
  private static final List<String> DATA =
      List.of("data-u", "data-link", "data-magnet", "data-url", "data-href", "data-download");

  private final List<Line> lines = new ArrayList<>();
  private final List<Anchor> anchors = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder label = new StringBuilder();
  private @Nullable Element open;
  private int openedAt;
  private boolean openIsVisible;
  private int silent;
  private int bold;
  private boolean plainWords;
  private boolean heading;

  private Transcript() {}

  /** The lines below an element, without empty ones. */
  static List<Line> of(Element root) {
    Transcript transcript = new Transcript();
    root.traverse(transcript);
    transcript.endLine();
    return transcript.lines;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words && silent == 0) {
      say(words.getWholeText());
    } else if (node instanceof Element element) {
      enter(element);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      leave(element);
    }
  }

  private void enter(Element element) {
    String name = element.normalName();
    if (element.isBlock() || name.equals("br")) {
      endLine();
    }
    silent += SILENT.contains(name) ? 1 : 0;
    bold += BOLD.contains(name) ? 1 : 0;
    heading |= isHeading(name);
    if (open == null && isLink(element)) {
      open = element;
      openedAt = text.length();
      openIsVisible = false;
      label.setLength(0);
      addToLabel(element.attr("title"));
    } else if (name.equals("img") && open != null) {
      openIsVisible = true;
      addToLabel(element.attr("title"));
      addToLabel(element.attr("alt"));
    }
  }

  @SuppressWarnings("ReferenceEquality") // the very element that was entered
  private void leave(Element element) {
    String name = element.normalName();
    if (element == open) {
      anchors.add(
          new Anchor(
              element.attr("href").strip(),
              data(element),
              label.toString(),
              openIsVisible,
              Math.min(openedAt, text.length()),
              text.length()));
      open = null;
    }
    if (element.isBlock()) {
      endLine();
    }
    silent -= SILENT.contains(name) ? 1 : 0;
    bold -= BOLD.contains(name) ? 1 : 0;
  }

  private void say(String words) {
    if (open != null) {
      addToLabel(words);
      openIsVisible |= !isBlank(words);
    }
    for (int i = 0; i < words.length() && text.length() < MAX_LINE; i++) {
      char letter = words.charAt(i);
      if (!isBlank(letter)) {
        text.append(letter);
        plainWords = plainWords || (bold == 0 && Character.isLetterOrDigit(letter));
      } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
        text.append(' ');
      }
    }
  }

  /** Adds words that the label does not have yet: titles and alternatives repeat each other. */
  private void addToLabel(String words) {
    String more = words.strip();
    int room = MAX_LABEL - label.length();
    if (room > 0 && !more.isEmpty() && label.indexOf(more) < 0) {
      label.append(label.isEmpty() ? "" : " ").append(more, 0, Math.min(room, more.length()));
    }
  }

  private void endLine() {
    String words = text.toString().stripTrailing();
    if (!words.isEmpty() || !anchors.isEmpty()) {
      int end = words.length(); // an image may stand behind the blank that is cut
      lines.add(
          new Line(
              words,
              heading,
              !plainWords,
              anchors.stream().map(anchor -> anchor.within(end)).toList()));
      heading = false;
    }
    anchors.clear();
    text.setLength(0);
    openedAt = 0;
    plainWords = false;
  }

  private static boolean isBlank(String words) {
    return words.chars().allMatch(letter -> isBlank((char) letter));
  }

  private static boolean isBlank(char letter) {
    boolean plain = letter > ' ' && letter <= '~'; // as most letters are
    return !plain && (Character.isWhitespace(letter) || letter == '\u00a0' || letter == '\u200b');
  }

  private static boolean isHeading(String name) {
    return name.length() == 2
        && name.charAt(0) == 'h'
        && name.charAt(1) >= '1'
        && name.charAt(1) <= '6';
  }

  private static boolean isLink(Element element) {
    return switch (element.normalName()) {
      case "a" -> element.hasAttr("href") || !data(element).isEmpty();
      case "button" -> !data(element).isEmpty();
      default -> false;
    };
  }

  private static String data(Element element) {
    for (String name : DATA) {
      if (element.hasAttr(name) && !element.attr(name).isBlank()) {
        return element.attr(name);
      }
    }
    return "";
  }
}
