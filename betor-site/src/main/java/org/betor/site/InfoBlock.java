package org.betor.site;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The labelled lines of a post: of each label the first line that has a value. */
final class InfoBlock {
  private static final int MAX_LABEL = 40;

  private final Map<Label, String> values = new EnumMap<>(Label.class);
  private final Map<Label, Line> lines = new EnumMap<>(Label.class);

  private InfoBlock() {}

  /** Reads the labels that the site uses. A label alone in its line has its value in the next. */
  static InfoBlock of(List<Line> transcript, Labels labels) {
    InfoBlock block = new InfoBlock();
    for (int i = 0; i < transcript.size(); i++) {
      Line line = transcript.get(i);
      Optional<Label> label = labels.of(line);
      if (label.isEmpty()) {
        continue;
      }
      String value = valueIn(line);
      if (value.isEmpty() && i + 1 < transcript.size()) {
        Line next = transcript.get(i + 1);
        value = labels.of(next).isEmpty() ? next.text() : "";
      }
      block.keep(label.get(), value, line);
    }
    return block;
  }

  /** What stands behind a label; empty if the post has no such line or nothing stands there. */
  Optional<String> find(Label label) {
    return Optional.ofNullable(values.get(label));
  }

  /** The line of a label. */
  Optional<Line> line(Label label) {
    return Optional.ofNullable(lines.get(label));
  }

  private void keep(Label label, String value, Line line) {
    lines.putIfAbsent(label, line);
    if (!value.isEmpty()) {
      values.putIfAbsent(label, value);
    }
  }

  /** The part of a line before its first colon, if it is short enough for a label. */
  static String labelIn(Line line) {
    int colon = line.text().indexOf(':');
    if (colon < 0) {
      return line.text().length() <= MAX_LABEL ? line.text() : "";
    }
    return colon <= MAX_LABEL ? line.text().substring(0, colon) : "";
  }

  /** The part of a line behind its first colon. */
  static String valueIn(Line line) {
    int colon = line.text().indexOf(':');
    return colon < 0 ? "" : line.text().substring(colon + 1).strip();
  }
}
