package org.betor.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;

class LinkTest {
  private static final InfoHash SINTEL = new InfoHash("08ada5a7a6183aae1e09d831df6748d566095a10");
  private static final String V2 = "0123456789abcdef".repeat(4);

  @Test
  void aMagnetLinkIsKeptUnderItsHashWhoeverOffersIt() {
    Link link = new Link.Magnet(MagnetLink.of(SINTEL));

    assertThat(link.key("cinemateca"))
        .isEqualTo(link.key("archive"))
        .isEqualTo(ReleaseKey.of(SINTEL));
  }

  @Test
  void aHybridTorrentIsKeptUnderItsFirstVersion() {
    Link.Magnet hybrid =
        new Link.Magnet(
            MagnetLink.parse("magnet:?xt=urn:btmh:1220" + V2 + "&xt=urn:btih:" + SINTEL));

    assertThat(hybrid.infoHash()).isEqualTo(SINTEL);
    assertThat(new Link.Magnet(MagnetLink.of(new InfoHash(V2))).infoHash().isV2()).isTrue();
  }

  @Test
  void aMagnetLinkWithoutAHashLeadsNowhere() {
    MagnetLink other = MagnetLink.parse("magnet:?xt=urn:ed2k:354b15e68fb8f36d7cd88ff94116cdc1");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Link.Magnet(other))
        .withMessageContaining("without an info-hash")
        .withMessageContaining("ed2k");
  }

  @Test
  void whatHasNoHashYetIsKeptUnderItsAddress() {
    URI address = URI.create("https://films.example/sintel.torrent");

    assertThat(new Link.TorrentFile(address).key("cinemateca"))
        .hasToString("cinemateca:https://films.example/sintel.torrent");
    assertThat(new Link.Unopened(address, "no answer").key("cinemateca"))
        .hasToString("cinemateca:https://films.example/sintel.torrent");
  }

  @Test
  void theLongestAddressOfAGateIsAKeyToo() {
    URI address = URI.create("https://gate.example/go.php?id=" + "x".repeat(10_000));

    assertThat(new Link.Unopened(address, "shut").key("cinemateca").value())
        .startsWith("cinemateca:");
  }
}
