package org.betor.site;

/**
 * A link as it stands in a line.
 *
 * @param target the address as written; empty if a script would make it of {@code data}
 * @param data what a script would make an address of; empty if there is none
 * @param label the link's own words: its text, its title, its image's title and alternative
 * @param visible whether there is anything to press: words or an image
 * @param start where in the line's text it starts
 * @param end where in the line's text it ends
 */
record Anchor(String target, String data, String label, boolean visible, int start, int end) {
  /** This link in a line that ends there. */
  Anchor within(int length) {
    return new Anchor(target, data, label, visible, Math.min(start, length), Math.min(end, length));
  }
}
