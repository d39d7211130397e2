package org.betor.samples;

/** Text as it stands in a page. */
final class Html {
  /** A picture of one transparent pixel, as lazy themes put in place of posters. */
  static final String PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";

  private Html() {}

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("–", "&#8211;");
  }
}
