package org.betor.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatesTest {
  private static final String SINTEL =
      "magnet:?xt=urn:btih:08ada5a7a6183aae1e09d831df6748d566095a10";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://never-seen.example/get.php?id=abc",
        "https://never-seen.example/go.php?a=1&id=abc",
        "https://never-seen.example/links.php?id=abc#top",
        "https://never-seen.example/out?token=abc",
        "/redirect?to=abc",
        "//never-seen.example/enc/receber.php?enc=abc",
        "https://www.systemads.org/anything",
        "http://SEUVIDEO.xyz/x",
        "https://systemads.org?x=1"
      })
  void gatesAreKnownByTheirPathsOrTheirHosts(String address) {
    assertThat(Gates.isGate(address)).isTrue();
    assertThat(Gates.leadsToTorrent(anchor(address, ""))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/sintel/",
        "#top",
        "?s=sintel",
        "sintel.html",
        "https://films.example",
        "https://films.example/go/",
        "https://films.example/cargo.php?id=1",
        "https://films.example/get.php?hide=1",
        "https://t.me/share/url?url=https://films.example/",
        "https://www.facebook.com/sharer.php?u=https://films.example/",
        "javascript:void(0)",
        "mailto:a@films.example",
        "ftp://systemads.org/get.php?id=1"
      })
  void otherLinksLeadToNoTorrent(String address) {
    assertThat(Gates.isGate(address)).isFalse();
    assertThat(Gates.leadsToTorrent(anchor(address, ""))).isFalse();
  }

  @Test
  void magnetLinksAndTorrentFilesAreKnownInEitherCase() {
    assertThat(Gates.leadsToTorrent(anchor("MAGNET:?xt=urn:btih:abc", ""))).isTrue();
    assertThat(Gates.leadsToTorrent(anchor("/files/Sintel.TORRENT?key=1", ""))).isTrue();
  }

  @Test
  void anAddressThatCarriesAMagnetLinkLeadsToATorrentWhateverItsPath() {
    String id = DisguiseTest.reversed(DisguiseTest.base64(SINTEL));

    assertThat(Gates.leadsToTorrent(anchor("https://never-seen.example/x/?id=" + id, ""))).isTrue();
  }

  @Test
  void dataIsAButtonOnlyIfItLeadsToATorrent() {
    assertThat(Gates.leadsToTorrent(anchor("", DisguiseTest.shuffled(SINTEL)))).isTrue();
    assertThat(Gates.leadsToTorrent(anchor("#", DisguiseTest.base64(SINTEL)))).isTrue();
    assertThat(Gates.leadsToTorrent(anchor("/x", "https://gate.example/go.php?id=1"))).isTrue();
    assertThat(Gates.leadsToTorrent(anchor("/x", "https://social.example/share"))).isFalse();
    assertThat(Gates.leadsToTorrent(anchor("/x", "slide-3"))).isFalse();
  }

  @Test
  void aGateMayOnlySendToAnotherGateOrWithinItsOwnHost() {
    URI gate = URI.create("https://systemads.org/get.php?id=1");

    assertThat(Gates.mayFollow(gate, URI.create("https://never-seen.example/go.php?id=1")))
        .isTrue();
    assertThat(Gates.mayFollow(gate, URI.create("https://systemads.org/next"))).isTrue();
    assertThat(Gates.mayFollow(gate, URI.create("https://drive.example/file"))).isFalse();
    assertThat(Gates.mayFollow(gate, URI.create("mailto:a@films.example"))).isFalse();
    assertThat(
            Gates.mayFollow(
                URI.create("https://films.example/"), URI.create("https://films.example/b")))
        .isFalse();
  }

  @Test
  void aHostileAddressIsReadInOnePass() {
    assertThat(Gates.isGate("https://x.example" + "/go?".repeat(1 << 18))).isFalse();
    assertThat(Gates.isGate("https://x.example/get?" + "&x".repeat(1 << 19))).isFalse();
  }

  private static Anchor anchor(String target, String data) {
    return new Anchor(target, data, "baixar", true, 0, 6);
  }
}
