package org.betor.providers.archive;

import java.net.URI;
import java.util.regex.Pattern;

/** Where the archive keeps what belongs to an item. */
enum ItemAddress {
  /** The page for people. */
  DETAILS("details/%s"),
  /** The record for programs. */
  METADATA("metadata/%s"),
  /** The torrent that the archive makes of all files. */
  TORRENT("download/%1$s/" + ItemAddress.TORRENT_NAME);

  private static final String TORRENT_NAME = "%1$s_archive.torrent";

  /**
   * As the archive defines it: what passes names no other host, folder or page.
   *
   * @see <a href="https://archive.org/developers/metadata-schema/index.html">Identifiers, November
   *     2026</a>
   */
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private final String path;

  ItemAddress(String path) {
    this.path = path;
  }

  static boolean isIdentifier(String text) {
    return IDENTIFIER.matcher(text).matches();
  }

  static String torrentName(String identifier) {
    return TORRENT_NAME.formatted(identifier);
  }

  /** The address for an identifier that has been checked. */
  URI in(URI home, String identifier) {
    return home.resolve(path.formatted(identifier));
  }
}
