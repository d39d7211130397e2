package org.betor.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import org.betor.api.model.Quality.Resolution;
import org.betor.api.model.Quality.Source;
import org.junit.jupiter.api.Test;

class OfferTest {
  private static final Link SINTEL =
      new Link.Magnet(MagnetLink.of(new InfoHash("08ada5a7a6183aae1e09d831df6748d566095a10")));

  private static final Link FILE =
      new Link.TorrentFile(URI.create("https://index.example/sintel.torrent"));

  @Test
  void whatThePageDoesNotSayIsEmpty() {
    Offer offer = Offer.of(SINTEL).build();

    assertThat(offer.link()).isEqualTo(SINTEL);
    assertThat(offer.context()).isEmpty();
    assertThat(offer.quality()).isEqualTo(Quality.UNKNOWN);
    assertThat(offer.audio()).isEmpty();
    assertThat(offer.subtitles()).isEmpty();
    assertThat(offer.sizeBytes()).isEmpty();
    assertThat(offer.episodes()).isEqualTo(Episodes.NONE);
  }

  @Test
  void saysWhatItWasTold() {
    Offer offer =
        Offer.of(SINTEL)
            .context("  VERSÃO DUBLADA\n\t 1080p ")
            .quality(new Quality(Source.WEBDL, Resolution.R1080))
            .audio(List.of(Language.BRAZILIAN_PORTUGUESE, Language.ENGLISH, Language.ENGLISH))
            .subtitles(List.of(Language.BRAZILIAN_PORTUGUESE))
            .sizeBytes(1_073_741_824)
            .episodes(Episodes.of(List.of(1), List.of(2)))
            .build();

    assertThat(offer.context()).isEqualTo("VERSÃO DUBLADA 1080p");
    assertThat(offer.audio()).containsExactly(Language.BRAZILIAN_PORTUGUESE, Language.ENGLISH);
    assertThat(offer.sizeBytes()).hasValue(1_073_741_824);
    assertThat(offer.toString()).contains("S01E02", "WEB-DL 1080p");
  }

  @Test
  void aStatedInfoHashIsTheKeyOfATorrentFile() {
    InfoHash hash = new InfoHash("08ada5a7a6183aae1e09d831df6748d566095a10");

    Offer stated = Offer.of(FILE).infoHash(hash).guid("sintel-1").build();

    assertThat(stated.infoHash()).contains(hash);
    assertThat(stated.key("index")).isEqualTo(Offer.of(SINTEL).build().key("blog"));
    assertThat(Offer.of(SINTEL).infoHash(new InfoHash("ab".repeat(20))).build().infoHash())
        .as("what the link itself names counts more")
        .contains(hash);
  }

  @Test
  void withoutAnInfoHashTheGuidIsTheKeyAndThenTheAddress() {
    assertThat(Offer.of(FILE).guid(" sintel-1 ").build().key("index"))
        .hasToString("index:sintel-1");
    assertThat(Offer.of(FILE).build().key("index"))
        .hasToString("index:https://index.example/sintel.torrent");
  }

  @Test
  void aPasskeyIsNeitherInTheKeyNorInTheText() {
    URI address = URI.create("https://index.example/dl/17?passkey=0123456789abcdef");
    Offer offer = Offer.of(new Link.TorrentFile(address)).build();

    assertThat(offer.key("index").value()).matches("index:sha256-[0-9a-f]{64}");
    assertThat(offer.toString()).contains("index.example/dl/17").doesNotContain("0123456789abcdef");
    assertThat(offer.link().target()).isEqualTo(address.toString());
  }

  @Test
  void aSwarmIsCountedFromZero() {
    Offer offer = Offer.of(SINTEL).seeders(0).leechers(3).build();

    assertThat(offer.seeders()).hasValue(0);
    assertThat(offer.leechers()).hasValue(3);
    assertThat(Offer.of(SINTEL).build().seeders()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Offer.of(SINTEL).leechers(-1))
        .withMessageContaining("got -1");
  }

  @Test
  void equalFactsAreEqualOffers() {
    assertThat(Offer.of(SINTEL).context("720p").build())
        .isEqualTo(Offer.of(SINTEL).context(" 720p").build())
        .hasSameHashCodeAs(Offer.of(SINTEL).context("720p").build())
        .isNotEqualTo(Offer.of(SINTEL).context("1080p").build());
  }

  @Test
  void refusesASizeOfNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Offer.of(SINTEL).sizeBytes(0))
        .withMessageContaining("more than 0 bytes, got 0");
  }

  @Test
  void aLongContextIsCutBetweenLetters() {
    Offer offer = Offer.of(SINTEL).context("x".repeat(499) + "😀 sintel").build();

    assertThat(offer.context()).isEqualTo("x".repeat(499));
  }
}
