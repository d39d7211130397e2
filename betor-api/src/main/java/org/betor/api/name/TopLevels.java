package org.betor.api.name;

import java.util.Set;

/** The ends of addresses that sites have. */
final class TopLevels {
  /** How long the longest one is. */
  static final int LONGEST = 6;

  private static final Set<String> KNOWN =
      Set.of(
          "ac", "ag", "am", "app", "at", "au", "be", "biz", "blog", "br", "ca", "cc", "ch", "club",
          "cn", "co", "com", "cz", "de", "es", "eu", "fm", "fr", "fun", "gg", "gs", "hu", "info",
          "io", "is", "it", "la", "li", "life", "link", "live", "lol", "lt", "ltd", "lv", "me",
          "mobi", "mov", "ms", "mx", "net", "nl", "nu", "nz", "one", "online", "org", "phd", "pics",
          "pl", "pm", "pro", "pt", "pw", "re", "rocks", "rodeo", "ru", "sbs", "se", "sh", "show",
          "si", "site", "space", "st", "store", "su", "sx", "tel", "tf", "to", "top", "tv", "tw",
          "ua", "uk", "us", "vc", "vip", "wf", "ws", "world", "wtf", "xyz", "yt", "za", "zone");

  private TopLevels() {}

  /** Whether a word in lower case is one. */
  static boolean has(String word) {
    return KNOWN.contains(word);
  }
}
