package org.betor.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Optional;

/** What stands between a button and its magnet link. */
enum Gate {
  /** Nothing. */
  OPEN,
  /** The address of the button carries the link. */
  REVERSED,
  /** A page leads on to an address that carries the link. */
  REDIRECT,
  /** Like {@link #REDIRECT}, behind an address of the blog that leads there. */
  WRAPPED,
  /** The script of a page names the link. */
  DESTINATION,
  /** An attribute of the button carries the link. */
  SHUFFLED,
  /** The page holds nothing. */
  DEAD_END,
  /** The address carries that of a player. */
  PLAYER;

  private static final String PLAYER_ADDRESS = "https://watch.brplayer.example/v/";

  boolean opens() {
    return this != DEAD_END && this != PLAYER;
  }

  /** The attributes of the button. */
  String attributes(String home, SampleTorrent torrent) {
    return switch (this) {
      case OPEN -> href(torrent.href());
      case REVERSED -> href(home + getPhp(Protection.reversed(torrent.magnet())));
      case PLAYER -> href(home + getPhp(Protection.reversed(PLAYER_ADDRESS + id(torrent))));
      case DESTINATION -> href(home + "links.php?id=" + id(torrent));
      case REDIRECT, DEAD_END -> href(goPhp(home, torrent));
      case WRAPPED -> href(home + "redirect?to=" + URLEncoder.encode(goPhp(home, torrent), UTF_8));
      case SHUFFLED ->
          "href=\"#\" data-u=\"%s\"".formatted(Html.escape(Protection.shuffled(torrent.magnet())));
    };
  }

  /** The page behind the button, if there is one that must be read. */
  Optional<String> page(String home, SampleTorrent torrent) {
    return switch (this) {
      case REDIRECT, WRAPPED ->
          Optional.of(Protection.redirectPage(URI.create(home), torrent.magnet()));
      case DESTINATION -> Optional.of(Protection.destinationPage(torrent.magnet()));
      case DEAD_END -> Optional.of(Protection.deadEndPage());
      default -> Optional.empty();
    };
  }

  /** Says nothing about the torrent. */
  String id(SampleTorrent torrent) {
    return SampleTorrent.sha1(this + " " + torrent.magnet()).substring(0, 16);
  }

  private String goPhp(String home, SampleTorrent torrent) {
    return home + "go.php?id=" + id(torrent);
  }

  private static String getPhp(String id) {
    return "get.php?id=%s&amp;refsite=bludv".formatted(id);
  }

  private static String href(String address) {
    return "href=\"" + address + "\"";
  }
}
