package org.betor.api.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactedTest {

  @ParameterizedTest
  @CsvSource({
    "https://i.example/api?t=caps&apikey=abc, https://i.example/api?t=caps&apikey=…",
    "http://i.example/dl/x/?jackett_apikey=abc&file=y, http://i.example/dl/x/?jackett_apikey=…&file=y",
    "https://i.example/get?id=17&passkey=abc#top, https://i.example/get?id=17&passkey=…#top",
    "https://i.example/rss?uid=9&r=0123456789abcdef, https://i.example/rss?uid=…&r=…",
    "https://me:pass@i.example/, https://…@i.example/",
    "https://t.example/0123456789abcdef0123456789abcdef/announce, https://t.example/…/announce",
    "https://i.example/dl/aB3dE5fG7hI9jK1lM3nO.torrent, https://i.example/dl/….torrent",
    "udp://t.example:6969/k3j5h2g8f9d0s1a7q4w6, udp://t.example:6969/…",
    "https://i.example/dl/12345.0123456789abcdef0123456789abcdef, https://i.example/dl/12345.…",
    "https://i.example/0123456789abcdef0123456789abcdef-Sintel, https://i.example/…-Sintel",
    "https://i.example/go?url=https%3A%2F%2Fj.example%2F%3Fpasskey%3Dabc, https://i.example/go?url=…",
    "https://i.example/?cookie=abc&page=2, https://i.example/?cookie=…&page=2",
    "https://i.example/8d8ac610-566d-4ef0-9c22-186b2a5ed793/x, https://i.example/…/x",
  })
  void keysAreHidden(String secret, String shown) {
    assertThat(Redacted.text(secret)).isEqualTo(shown);
    assertThat(Redacted.address(URI.create(secret))).hasToString(shown);
    assertThat(Redacted.hasSecrets(secret)).isTrue();
    assertThat(Redacted.text(shown)).as("again").isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://films.example/a-noite-dos-mortos-vivos-1968-dublado-1080p/",
        "https://films.example/page/2/?s=big+buck+bunny&keywords=sintel",
        "https://archive.example/download/night_of_the_living_dead/file.mp4",
        "https://archive.example/details/Sintel2010HDVersion",
        "https://i.example/api?t=movie&imdbid=tt1727587&cat=2000,2040&offset=100&limit=100",
        "nothing to hide; the password is elsewhere",
        "not://an address",
        ""
      })
  void theRestIsShown(String text) {
    assertThat(Redacted.text(text)).isEqualTo(text);
    assertThat(Redacted.hasSecrets(text)).isFalse();
  }

  @Test
  void aMagnetLinkLosesItsTrackers() {
    String hash = "08ada5a7a6183aae1e09d831df6748d566095a10";

    assertThat(
            Redacted.text(
                "<magnet:?xt=urn:btih:%s&dn=Sintel&tr=https%%3A%%2F%%2Ft.example%%2Fkey%%2Fannounce>"
                    .formatted(hash)))
        .isEqualTo("<magnet:?xt=urn:btih:" + hash + "&dn=Sintel>");
  }

  @Test
  void keysAreHiddenInTheMidstOfText() {
    assertThat(
            Redacted.text(
                "GET http://a.example/?token=1 failed, then ws://b.example/x?Sid=2, apikey: 3"))
        .isEqualTo("GET http://a.example/?token=… failed, then ws://b.example/x?Sid=…, apikey: …");
  }

  @ParameterizedTest
  @ValueSource(strings = {":", ";", ",", ".", ")", "]", "'", "):", " and more", "\n"})
  void aKeyAtTheEndIsHiddenWhateverFollows(String after) {
    String key = "0123456789abcdef0123456789abcdef";

    assertThat(Redacted.text("(see https://t.example/dl/" + key + after))
        .isEqualTo("(see https://t.example/dl/…" + after);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/torrents.php?authkey=abc&torrent_pass=def",
        "X-Api-Key: abc",
        "//t.example/0123456789abcdef0123456789abcdef",
        "0123456789abcdef0123456789abcdef",
        "17.aB3dE5fG7hI9jK1lM3nO",
      })
  void noKeyOfAReleaseHoldsAnotherKind(String guid) {
    assertThat(ReleaseKey.of("index", guid).value()).matches("index:sha256-[0-9a-f]{64}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a-", "ab://", "magnet:?", "key=", "a1", "=", "0"})
  @Timeout(20)
  void hostileTextTakesNoLongerThanItIsLong(String part) {
    String text = part.repeat(500_000);

    assertThat(Redacted.text(text)).isNotNull();
    assertThat(Redacted.hasSecrets(text + " https://i.example/?apikey=1")).isTrue();
  }

  @Test
  void anAddressWithoutSecretsIsTheSame() {
    URI address = URI.create("https://films.example/sintel%20a/?s=1");

    assertThat(Redacted.address(address)).isSameAs(address);
  }
}
