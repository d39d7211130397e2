package org.betor.mods.steam.internal.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tags of a page, one after the other; just enough of HTML to find links in a container. */
final class Tags {
  /** Possessive throughout, so that it takes time in proportion to the page. */
  private static final Pattern TAG = Pattern.compile("<(/?+)(div|a)(?=[\\s>])([^>]*+)>");

  private static final Pattern ATTRIBUTE =
      Pattern.compile("([a-z-]++)\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)')");

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
        return Optional.of(resolved(doubly == null ? attributes.group(3) : doubly));
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
