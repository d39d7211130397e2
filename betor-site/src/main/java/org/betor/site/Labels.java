package org.betor.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The labels of a site, as they are compared. */
final class Labels {
  private final Map<String, Label> bySpelling = new HashMap<>();

  /** The usual spellings, and those of one site that win over them. */
  Labels(Map<Label, List<String>> own) {
    for (Label label : Label.values()) {
      label.spellings().forEach(spelling -> bySpelling.put(spelling, label));
    }
    own.forEach(
        (label, spellings) ->
            spellings.forEach(spelling -> bySpelling.put(Folded.of(spelling), label)));
  }

  /** The label that a line starts with. */
  Optional<Label> of(Line line) {
    String label = withoutOrnaments(Folded.of(InfoBlock.labelIn(line)));
    return label.isEmpty() ? Optional.empty() : Optional.ofNullable(bySpelling.get(label));
  }

  private static String withoutOrnaments(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && !isLetter(text.charAt(start))) {
      start++;
    }
    while (end > start && !isLetter(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isLetter(char letter) {
    return letter >= 'a' && letter <= 'z';
  }
}
