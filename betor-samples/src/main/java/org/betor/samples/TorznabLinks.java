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
 * @param place where the tracker writes it
 */
record TorznabLinks(
    URI download, String keyName, String key, String linkName, String passkey, PasskeyPlace place) {
  private static final String TRACKER = "https://tracker.example/";

  /** Goes through the endpoint, which knows the tracker's own address. */
  String download(TorznabRelease release) {
    String link = Base64.getUrlEncoder().encodeToString(trackers(release).getBytes(UTF_8));
    return "%s?%s=%s&%s=%s&file=%s"
        .formatted(download, keyName, key, linkName, link, encoded(release.title()));
  }

  /** A private tracker has the key there too. */
  String details(TorznabRelease release) {
    return passkey.isEmpty() ? TRACKER + "details/" + release.number() : trackers(release);
  }

  String magnet(TorznabRelease release) {
    String secret = passkey.isEmpty() ? "" : "&tr=" + encoded(TRACKER + passkey + "/announce");
    return release.torrent().magnet() + secret;
  }

  /** The tracker's own address, which carries the member's key. */
  String trackers(TorznabRelease release) {
    return passkey.isEmpty()
        ? "%sdownload/%d.torrent".formatted(TRACKER, release.number())
        : place.address(release.number(), passkey);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
