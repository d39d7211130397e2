package org.betor.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Base64;

/**
 * The addresses that an endpoint writes into its answers.
 *
 * @param download such as {@code http://127.0.0.1:8080/1/download}
 * @param keyName what the key is called in them
 * @param passkey the member's key at the tracker; empty if the tracker is public
 */
record TorznabLinks(URI download, String keyName, String key, String linkName, String passkey) {
  private static final String TRACKER = "https://tracker.example/";

  /** Goes through the endpoint, which knows the tracker's own address. */
  String download(TorznabRelease release) {
    String link = Base64.getUrlEncoder().encodeToString(trackers(release).getBytes(UTF_8));
    return "%s?%s=%s&%s=%s&file=%s"
        .formatted(download, keyName, key, linkName, link, encoded(release.title()));
  }

  String details(TorznabRelease release) {
    return TRACKER + "details/" + release.number();
  }

  String magnet(TorznabRelease release) {
    String secret = passkey.isEmpty() ? "" : "&tr=" + encoded(TRACKER + passkey + "/announce");
    return release.torrent().magnet() + secret;
  }

  /** The tracker's own address, which carries the member's key. */
  String trackers(TorznabRelease release) {
    return "%sdownload/%d.torrent%s"
        .formatted(TRACKER, release.number(), passkey.isEmpty() ? "" : "?torrent_pass=" + passkey);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
