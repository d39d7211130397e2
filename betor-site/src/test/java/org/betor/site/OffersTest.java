package org.betor.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.site.MadeUpPage.magnet;
import static org.betor.site.MadeUpPage.post;

import java.util.List;
import org.betor.api.model.Language;
import org.betor.api.model.Link;
import org.betor.api.model.Offer;
import org.junit.jupiter.api.Test;

class OffersTest {
  private static final String SINTEL = "08ada5a7a6183aae1e09d831df6748d566095a10";

  @Test
  void imageAndTextOfTheSameMagnetLinkAreOneOfferWithTheContextOfTheFirst() {
    assertThat(
            offers(
                "Sintel (2010)",
                "WEB-DL 1080p<br>"
                    + link(1, "<img alt='baixar'>")
                    + "<br>4K<br>"
                    + link(1, "TORRENT")))
        .containsExactly("WEB-DL 1080p");
  }

  @Test
  void aFileThatIsNamedByTheHashIsTheSameTorrent() {
    String file =
        "<a href='http://cache.example/torrent/" + "0".repeat(39) + "1.torrent'>Torrent</a>";

    assertThat(offers("Sintel (2010)", file + link(1, "Magnet"))).hasSize(1);
    assertThat(offers("Sintel (2010)", file + link(2, "Magnet"))).hasSize(2);
  }

  @Test
  void whatStandsNearerCountsMore() {
    assertThat(
            offers(
                "Sintel (2010) BluRay 720p Dublado",
                "Áudio: Português, Inglês<br>WEB-DL Legendado<br>"
                    + link(1, "x", "Sintel.1080p.DUAL")))
        .containsExactly("WEB-DL 1080p en");
    assertThat(offers("Sintel (2010) BluRay 720p Dublado", link(1, "x")))
        .containsExactly("BluRay 720p pt-BR");
  }

  @Test
  void aHeadingForSeveralQualitiesSaysNothingOfOne() {
    assertThat(offers("Sintel (2010) BluRay 720p e 1080p", link(1, "x"))).containsExactly("BluRay");
  }

  @Test
  void aNameThatContradictsThePageIsBelievedSinceItComesFromTheTorrent() {
    assertThat(
            offers("Sintel (2010)", "WEB-DL 4K (15 GB)<br>" + link(1, "x", "Sintel.1080p.WEB-DL")))
        .containsExactly("WEB-DL 1080p");
  }

  @Test
  void aNameIsReadAsNamesOfReleasesAre() {
    assertThat(offers("Cam (2018)", link(1, "x", "Cam.2018.1080p.NF.WEB-DL")))
        .containsExactly("WEB-DL 1080p");
    assertThat(offers("Sintel (2010)", link(1, "x", "Sintel.2010.UHD.BluRay.1080p.x265")))
        .containsExactly("BluRay 1080p");
    assertThat(offers("Os Vampiros", link(1, "x", "Vampires.S01.E01-E03.720p.HDTV")))
        .containsExactly("S01E01-E03 HDTV 720p");
  }

  @Test
  void dualInAForeignNameProvesNothing() {
    assertThat(offers("Sintel (2010)", link(1, "x", "Sintel.2010.Dual.Audio.Hindi.English")))
        .containsExactly("");
    assertThat(offers("Sintel (2010)", link(1, "x", "Sintel.2010.DUAL.5.1.1080p")))
        .containsExactly("1080p pt-BR+und");
    assertThat(offers("Sintel (2010)", link(1, "x", "Sintel.2010.Legendado.720p")))
        .containsExactly("720p");
  }

  @Test
  void aNameTellsWhichOfSeveralEpisodesItIs() {
    assertThat(
            offers(
                "Os Vampiros 1ª e 2ª Temporada",
                "EPISÓDIOS 01 ao 02<br>"
                    + link(1, "x", "Vampires.S02E01")
                    + link(2, "x", "Vampires.S02E02")
                    + link(3, "x", "Vampires.S02")))
        .containsExactly("S02E01", "S02E02", "S02E01-E02");
  }

  @Test
  void thePackOfALineStaysAPackWhateverItsName() {
    assertThat(
            offers(
                "Os Vampiros 1ª Temporada",
                "Temporada completa: " + link(1, "x", "Vampires.S01E01.mkv")))
        .containsExactly("S01");
  }

  @Test
  void theSeasonMayStandInTheHeadingOrInTheInformation() {
    assertThat(offers("Os Vampiros 3ª Temporada", "EP 01: " + link(1, "x")))
        .containsExactly("S03E01");
    assertThat(offers("Os Vampiros", "Temporada: 3ª<br>EP 01: " + link(1, "x")))
        .containsExactly("S03E01");
  }

  @Test
  void theSizeIsThatOfTheButtonElseThatOfTheLinkElseThatOfTheList() {
    String list = "Tamanho: 8 GB, 2 GB, 4 GB<br>";
    String exact = magnet(2) + "&amp;xl=5368709120";

    assertThat(
            offers(
                "Sintel",
                list
                    + "720p (1 GB): "
                    + link(1, "x")
                    + "<br>1080p: <a href='"
                    + exact
                    + "'>x</a>"
                    + "<br>4K: "
                    + link(3, "x")))
        .containsExactly("720p 1.00 GB", "1080p 5.00 GB", "2160p 8.00 GB");
  }

  @Test
  void subtitledFilesHavePortugueseSubtitlesEvenIfThePageDoesNotSaySo() {
    Offer offer = post("Sintel", "VERSÃO LEGENDADA<br>" + link(1, "x")).offers().get(0);

    assertThat(offer.subtitles()).containsExactly(Language.BRAZILIAN_PORTUGUESE);
    assertThat(offer.audio()).isEmpty();
  }

  @Test
  void dualWithoutAnotherLanguageHasAnUnknownOne() {
    assertThat(offers("Sintel", "DUAL ÁUDIO: " + link(1, "x"))).containsExactly("pt-BR+und");
  }

  @Test
  void aLinkThatStaysShutIsAnOfferToo() {
    Offer offer = post("Sintel", "1080p: <a href='/go.php?id=abc'>baixar</a>").offers().get(0);

    assertThat(offer.quality()).hasToString("1080p");
    assertThat(offer.link())
        .isInstanceOfSatisfying(
            Link.Unopened.class, shut -> assertThat(shut.reason()).contains("without network"));
  }

  @Test
  void theLongestAddressOfAGateCostsNoPost() {
    String gate = "<a href='/go.php?id=" + "x".repeat(10_000) + "'>baixar</a>";

    assertThat(offers("Sintel", gate + link(1, "x"))).hasSize(2);
  }

  @Test
  void aBrokenMagnetLinkCostsOnlyItself() {
    assertThat(offers("Sintel", "<a href='magnet:?xt=urn:btih:abc'>x</a>" + link(1, "x")))
        .hasSize(1);
  }

  @Test
  void relativeLinksAndLinksOfAllSortsCostNothing() {
    assertThat(
            offers(
                "Sintel",
                "<a href='/ano/2010/'>2010</a><a href='#'>x</a><a href='?p=1'>x</a><a href=''>x</a>"
                    + "<a href='javascript:void(0)'>x</a><a href='http://[x'>x</a><a href='mailto:a.torrent'>x</a>"
                    + link(1, "x")))
        .contains("");
  }

  @Test
  void aHostileNameIsReadInBoundedTime() {
    String name = "1,".repeat(30_000);

    assertThat(offers("Sintel", link(1, "x", name))).hasSize(1);
    assertThat(offers("Sintel", "<a href='" + magnet(1) + "'>" + "Episódio 1, 2 ".repeat(80_000)))
        .hasSize(1);
  }

  @Test
  void aPageWithTooManyButtonsKeepsTheFirst() {
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < 5_001; i++) {
      html.append(link(i, "x"));
    }

    assertThat(post("Sintel", html.toString()).offers()).hasSize(5_000);
  }

  @Test
  void thePostHasTheLanguagesOfItsOffersWhereItsBlockSaysNone() {
    assertThat(post("Sintel", "DUBLADO: " + link(1, "x")).audio())
        .containsExactly(Language.BRAZILIAN_PORTUGUESE);
    assertThat(post("Sintel", "Áudio: Inglês<br>DUBLADO: " + link(1, "x")).audio())
        .isEqualTo(List.of(Language.ENGLISH));
  }

  @Test
  void aBase32HashIsTheSameTorrentAsItsHexDigits() {
    assertThat(
            offers(
                "Sintel",
                "<a href='magnet:?xt=urn:btih:BCW2LJ5GDA5K4HQJ3AY56Z2I2VTASWQQ'>a</a>"
                    + "<a href='magnet:?xt=urn:btih:"
                    + SINTEL
                    + "'>b</a>"))
        .hasSize(1);
  }

  private static List<String> offers(String heading, String content) {
    return post(heading, content).offers().stream().map(MadeUpPage::summary).toList();
  }

  private static String link(int number, String words) {
    return "<a href='" + magnet(number) + "'>" + words + "</a> ";
  }

  private static String link(int number, String words, String name) {
    return "<a href='" + magnet(number) + "&amp;dn=" + name + "'>" + words + "</a> ";
  }
}
