package org.betor.site;

import java.util.List;

/**
 * A line of a page as one reads it.
 *
 * @param text the words, with single spaces
 * @param heading whether it is a heading of the page
 * @param strong whether all of it is bold
 * @param anchors the links in it, in order
 */
record Line(String text, boolean heading, boolean strong, List<Anchor> anchors) {
  /** Copies. */
  Line {
    anchors = List.copyOf(anchors);
  }
}
