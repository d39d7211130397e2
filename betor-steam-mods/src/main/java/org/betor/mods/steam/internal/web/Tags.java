package org.betor.mods.steam.internal.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tags of a page, one after the other; just enough of HTML to find links in a container. */
final class Tags {
  /** Each try ends at the next bracket, so that it takes time in proportion to the page. */
  private static final Pattern TAG = Pattern.compile("<(/?+)(div|a)(?=[\\s>])([^<>]*+)>");

  private static final Pattern ATTRIBUTE =
      Pattern.compile("(?<![a-z-])([a-z-]++)\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)')");

  /** Of a value; longer ones are not looked at. */
  private static final int MOST_CHARS = 4_096;

  private final Matcher tags;

  Tags(String html) {
    this.tags = TAG.matcher(html);
  }

  boolean next() {
    return tags.find();
  }

  boolean isStart(String name) {
    return tags.group(1).isEmpty() && tags.group(2).equals(name);
  }

  boolean isEnd(String name) {
    return !tags.group(1).isEmpty() && tags.group(2).equals(name);
  }

  /** With its entities resolved. */
  Optional<String> attribute(String name) {
    Matcher attributes = ATTRIBUTE.matcher(tags.group(3));
    while (attributes.find()) {
      if (attributes.group(1).equals(name)) {
        String doubly = attributes.group(2);
        String value = doubly == null ? attributes.group(3) : doubly;
        return Optional.of(value).filter(it -> it.length() <= MOST_CHARS).map(Tags::resolved);
      }
    }
    return Optional.empty();
  }

  private static String resolved(String text) {
    return text.replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
