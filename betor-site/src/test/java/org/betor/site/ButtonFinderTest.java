package org.betor.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.site.MadeUpPage.magnet;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.betor.api.model.Episodes;
import org.betor.api.model.Offer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ButtonFinderTest {

  @Test
  void aHeadingHoldsForAllButtonsBelowItUntilTheNext() {
    assertThat(
            buttons(
                "<p><b>VERSÃO DUAL ÁUDIO</b></p><p>WEB-DL 720p (1 GB)<br>[M]</p>"
                    + "<p>WEB-DL 1080p (2,5 GB)<br>[M]</p>"
                    + "<p><b>VERSÃO LEGENDADO</b></p><p>WEB-DL 1080p (2 GB)<br>[M]</p>"))
        .containsExactly(
            "WEB-DL 720p 1.00 DUAL", "WEB-DL 1080p 2.50 DUAL", "WEB-DL 1080p 2.00 SUBTITLED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<h2>VERSÃO LEGENDADO</h2>",
        "<p><strong><span style='color:red'>VERSÃO LEGENDADO</span></strong></p>",
        "<p>VERSÃO LEGENDADO</p>",
        "<center><b>:: LEGENDADO ::</b></center>",
        "<p>:: LEGENDADO ::</p>",
        "<b>LINKS LEGENDADOS</b><br>"
      })
  void aHeadingHasManyForms(String heading) {
    assertThat(buttons("<p>EPISÓDIO 09 DUBLADO<br>[M]</p>" + heading + "<p>[M]</p>"))
        .containsExactly("E09 DUBBED", "SUBTITLED");
  }

  @Test
  void theHeadingOfTheInformationBlockDescribesNoFile() {
    assertThat(
            MadeUpPage.post(
                    "Sintel",
                    "<p><b>»INFORMAÇÕES«</b><br><b>Formato:</b> MKV</p><p>WEB-DL 720p<br><a href='"
                        + magnet(1)
                        + "'>Magnet</a></p>")
                .offers())
        .extracting(Offer::context)
        .containsExactly("WEB-DL 720p · Magnet");
  }

  @Test
  void aHeadingForOneQualityIsForgottenWithTheNext() {
    assertThat(
            buttons(
                "<b>SERVIDORES PARA DOWNLOAD BluRay 720p</b><br>[M]<br>"
                    + "<b>SERVIDORES PARA DOWNLOAD BluRay 1080p</b><br>[M]"))
        .containsExactly("BluRay 720p", "BluRay 1080p");
  }

  @Test
  void aHeadingForAVersionHoldsOverTheHeadingsOfItsSeasonsAndQualities() {
    assertThat(
            buttons(
                "<b>VERSÃO LEGENDADA</b><br><b>1ª TEMPORADA</b><br>EPISÓDIO 01: [M]<br>"
                    + "<b>2ª TEMPORADA</b><br>EPISÓDIO 01: [M]<br>"
                    + "<b>DOWNLOAD 720p</b><br>[M]<br><b>DOWNLOAD 1080p</b><br>[M]"))
        .containsExactly(
            "S01E01 SUBTITLED", "S02E01 SUBTITLED", "S02 720p SUBTITLED", "S02 1080p SUBTITLED");
  }

  @Test
  void anAmbiguousHeadingSaysNothingOfItsButtons() {
    assertThat(buttons("<h2>WEB-DL 720p e 1080p Dublado e Legendado</h2>[M]"))
        .containsExactly("WEB-DL");
  }

  @Test
  void eachEpisodeHasItsButtonsForSeveralQualities() {
    assertThat(
            buttons(
                "<b>EPISÓDIO 01:</b> [720p] | [1080p]<br><b>EPISÓDIO 02:</b> [720p] | [1080p]<br>"
                    + "<b>EPISÓDIO 03:</b> EM BREVE<br><b>EPISÓDIO 04 e 05:</b> [720p]"))
        .containsExactly("E01 720p", "E01 1080p", "E02 720p", "E02 1080p", "E04-E05 720p");
  }

  @Test
  void theButtonsOfAnEpisodeMayStandBelowIt() {
    assertThat(
            buttons(
                "<b>:: EPISÓDIO 01 ::</b><br>WEB-DL 720p<br>[M]<br>WEB-DL 1080p<br>[M]<br>"
                    + "<b>:: EPISÓDIO 02 ::</b><br>WEB-DL 720p<br>[M]"))
        .containsExactly("E01 WEB-DL 720p", "E01 WEB-DL 1080p", "E02 WEB-DL 720p");
  }

  @Test
  void versionsMayStandBelowTheirEpisode() {
    assertThat(
            buttons(
                "<b>EPISÓDIO 01</b><br><b>VERSÃO DUBLADA</b><br>[720p]<br><b>VERSÃO LEGENDADA</b><br>"
                    + "[720p]<br><b>EPISÓDIO 02</b><br><b>VERSÃO DUBLADA</b><br>[720p]"))
        .containsExactly("E01 720p DUBBED", "E01 720p SUBTITLED", "E02 720p DUBBED");
  }

  @Test
  void aNewSectionForgetsTheEpisodeButNotTheSeason() {
    assertThat(
            buttons(
                "<h3>2ª TEMPORADA</h3>EPISÓDIO 08: [M]<br><b>SERVIDORES PARA DOWNLOAD 1080p</b><br>[M]"))
        .containsExactly("S02E08", "S02 1080p");
  }

  @Test
  void aPackIsNoEpisode() {
    assertThat(
            buttons(
                "<h3>1ª TEMPORADA</h3>EPISÓDIO 08: [M]<br>TEMPORADA COMPLETA 1080p: [M]<br>"
                    + "EPISÓDIOS 01 ao 03: [M]<br>[1ª TEMPORADA COMPLETA 720p]"))
        .containsExactly("S01E08", "S01 1080p whole", "S01E01-E03", "S01 720p whole");
  }

  @Test
  void belowTheHeadingOfAWholeSeasonThereMayBeEpisodes() {
    assertThat(buttons("<b>1ª TEMPORADA COMPLETA</b><br>[M]<br>EPISÓDIO 01: [M]"))
        .containsExactly("S01", "S01E01");
  }

  @Test
  void bareNumbersAreEpisodesWhereEpisodesAreListed() {
    assertThat(buttons("EPISÓDIOS: [01] | [02] | [10]")).containsExactly("E01", "E02", "E10");
    assertThat(buttons("OPÇÕES: [01] | [02]")).containsExactly("", "");
  }

  @Test
  void whatIsSaidOfOneEpisodeDoesNotHoldForTheNext() {
    assertThat(
            buttons(
                "<b>VERSÃO DUAL ÁUDIO</b><br>EPISÓDIO 01 – 720p: [M] | LEGENDADO: [M]<br>"
                    + "EPISÓDIO 02: [M]<br>EPISÓDIO 03 LEGENDADO<br>[M]<br>EPISÓDIO 04<br>[M]"))
        .containsExactly(
            "E01 720p DUAL", "E01 720p SUBTITLED", "E02 DUAL", "E03 SUBTITLED", "E04 DUAL");
  }

  @Test
  void theWordsOfALineHoldUntilOthersOfTheirKindAreSaid() {
    assertThat(buttons("WEB-DL Dual Áudio 720p: [M] 1080p: [M]<br>4K: [M]<br>[M]"))
        .containsExactly(
            "WEB-DL 720p DUAL", "WEB-DL 1080p DUAL", "WEB-DL 2160p DUAL", "WEB-DL 2160p DUAL");
  }

  @Test
  void theWordsOfAButtonCountMost() {
    assertThat(buttons("<b>DOWNLOAD WEB-DL 720p DUBLADO</b><br>[BluRay 1080p Legendado (3 GB)]"))
        .containsExactly("BluRay 1080p 3.00 SUBTITLED");
  }

  @Test
  void aSizeIsNotSharedByButtonsForSeveralQualities() {
    assertThat(buttons("EPISÓDIO 01 (300 MB): [720p] | [1080p]"))
        .containsExactly("E01 720p", "E01 1080p");
    assertThat(buttons("WEB-DL 720p (1 GB): [M] | [1080p]"))
        .containsExactly("WEB-DL 720p 1.00", "WEB-DL 1080p");
    assertThat(buttons("(1 GB): [Baixar 720p]")).containsExactly("720p 1.00");
  }

  @Test
  void aSizeDoesNotOutliveItsQuality() {
    assertThat(buttons("WEB-DL 720p (1 GB)<br>[M]<br>WEB-DL 1080p<br>[M]"))
        .containsExactly("WEB-DL 720p 1.00", "WEB-DL 1080p");
  }

  @Test
  void wordsMayStandBehindTheirButtons() {
    assertThat(
            buttons(
                "<li>[M] – BDRip 720p Dublado (1 GB)</li><li>[M] – 4K (12 GB)</li>"
                    + "<p>EPISÓDIO 01: [M] 720p | [M] 1080p</p>"))
        .containsExactly(
            "BluRay 720p 1.00 DUBBED", "BluRay 2160p 12.00 DUBBED", "E01 720p", "E01 1080p");
  }

  @Test
  void sizesMayStandBehindTheirButtons() {
    assertThat(
            buttons(
                "WEB-DL 720p: [M] (1 GB) | WEB-DL 1080p: [M] (2 GB)<br>EP 02: [720p] (3 GB) [1080p] (4 GB)"))
        .containsExactly(
            "WEB-DL 720p 1.00", "WEB-DL 1080p 2.00", "E02 720p 3.00", "E02 1080p 4.00");
  }

  @Test
  void aTableIsReadCellByCell() {
    assertThat(
            buttons(
                "<table><tr><td>01º EPISÓDIO</td><td>[720p]</td><td>[1080p]</td></tr>"
                    + "<tr><td>02º EPISÓDIO</td><td>[720p]</td><td>[1080p]</td></tr></table>"))
        .containsExactly("E01 720p", "E01 1080p", "E02 720p", "E02 1080p");
  }

  @Test
  void theSynopsisDescribesNoFile() {
    assertThat(
            buttons(
                "<p>Sinopse: Um filme legendado em 4K.</p><p>Sinopse</p><p>Uma atriz dublada.</p>"
                    + "<p>"
                    + "Era uma vez um filme dublado. ".repeat(10)
                    + "</p><p>[M]</p>"))
        .containsExactly("");
  }

  @Test
  void theInformationBlockIsOfThePageAndNotOfTheFirstButton() {
    assertThat(
            buttons(
                "Qualidade: 720p<br>Áudio: Dublado<br>Tamanho: 1 GB<br>Tamanho:<br>2 GB<br>"
                    + "Episódios: 10<br>[M]"))
        .containsExactly("");
  }

  @Test
  void labelsThatComeAgainAreOfTheFileBelowThem() {
    assertThat(
            buttons(
                "Qualidade: 720p, 1080p<br>Tamanho: 1 GB, 2 GB<br><p>Qualidade: 720p<br>Tamanho: 1 GB<br>[M]</p>"
                    + "<p>Qualidade: 1080p<br>Tamanho: 2 GB<br>[M]</p>"))
        .containsExactly("720p 1.00", "1080p 2.00");
  }

  @Test
  void manyButtonsInOneLongLineAreDescribedEach() {
    StringBuilder line = new StringBuilder();
    for (int i = 1; i < 40; i++) {
      line.append("Episódio ").append(i).append(" [Download] ");
    }

    assertThat(buttons(line.toString())).hasSize(39).startsWith("E01", "E02").endsWith("E39");
  }

  @Test
  void linksThatCannotBePressedAreNoButtons() {
    assertThat(buttons("<b>VERSÃO DUBLADA <a href='" + magnet(9) + "'></a></b><br>[M]"))
        .containsExactly("DUBBED");
  }

  @Test
  void theContextOfAButtonIsForPeople() {
    List<Button> buttons =
        find(
            "<b>VERSÃO DUBLADA</b><br>EPISÓDIO 01: <a href='"
                + magnet(1)
                + "'>720p</a> | <a href='"
                + magnet(2)
                + "'>1080p</a>");

    assertThat(buttons)
        .extracting(Button::context)
        .containsExactly(
            "VERSÃO DUBLADA · EPISÓDIO 01 · 720p", "VERSÃO DUBLADA · EPISÓDIO 01 · 1080p");
  }

  /** Words in square brackets are buttons; an {@code M} is an image. */
  private static List<String> buttons(String html) {
    return find(
            html.replace("[M]", "<a href='" + magnet(1) + "'><img src='m.png'></a>")
                .replaceAll("\\[([^]]+)]", "<a href='" + magnet(2) + "'>$1</a>"))
        .stream()
        .map(ButtonFinderTest::summary)
        .toList();
  }

  private static List<Button> find(String html) {
    return Button.of(Transcript.of(Jsoup.parse(html).body()), new Labels(Map.of()));
  }

  private static String summary(Button button) {
    EpisodeWords part = button.episodes();
    double gigabytes = button.sizeBytes().orElse(0) / (double) (1 << 30);
    return "%s %s %s %s %s"
        .formatted(
            Episodes.of(part.seasons(), part.numbers()),
            button.quality(),
            gigabytes == 0 ? "" : String.format(Locale.ROOT, "%.2f", gigabytes),
            button.spoken().map(Enum::name).orElse(""),
            part.whole() ? "whole" : "")
        .strip()
        .replaceAll(" +", " ");
  }
}
