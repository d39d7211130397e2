package org.betor.p2p.internal.tracker;

import org.betor.api.model.Redacted;

/** What a tracker wants people to read, as it may be shown to them. */
final class ShownText {
  private static final int MAX_CHARS = 300;

  private ShownText() {}

  /** One line without keys, and not a long one. */
  static String of(String text) {
    String start = text.substring(0, Math.min(text.length(), MAX_CHARS));
    return Redacted.text(start.replaceAll("\\p{Cntrl}+", " ").strip());
  }
}
