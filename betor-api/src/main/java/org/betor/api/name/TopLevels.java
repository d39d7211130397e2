package org.betor.api.name;

import java.util.Set;

/** The ends of addresses that sites have. */
final class TopLevels {
  /** How long the longest one is. */
  static final int LONGEST = 6;

  private static final Set<String> KNOWN =
      Set.of(
          "ac", "ag", "ai", "am", "app", "art", "asia", "at", "au", "be", "biz", "blog", "bond",
          "br", "buzz", "ca", "cc", "cfd", "ch", "click", "cloud", "club", "cn", "co", "com", "cx",
          "cyou", "cz", "de", "dev", "es", "eu", "fans", "fi", "fm", "fr", "fun", "fyi", "gg", "gs",
          "guru", "hu", "icu", "ie", "im", "info", "io", "is", "it", "jp", "kr", "la", "lc", "li",
          "life", "link", "live", "lol", "lt", "ltd", "lv", "me", "mn", "mobi", "mov", "ms", "mx",
          "net", "nexus", "nl", "nu", "nz", "one", "online", "org", "ph", "phd", "pics", "pl", "pm",
          "pro", "pt", "pw", "re", "ro", "rocks", "rodeo", "rs", "ru", "sbs", "se", "sg", "sh",
          "show", "si", "site", "sk", "space", "st", "store", "su", "sx", "tel", "tf", "tk", "to",
          "top", "tv", "tw", "ua", "uk", "us", "vc", "vip", "wf", "wiki", "win", "world", "ws",
          "wtf", "xyz", "yt", "za", "zone");

  private TopLevels() {}

  /** Whether a word in lower case is one. */
  static boolean has(String word) {
    return KNOWN.contains(word);
  }
}
