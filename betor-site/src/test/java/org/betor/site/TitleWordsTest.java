package org.betor.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.betor.api.model.MediaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitleWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "Sintel = Sintel",
        "Sintel Torrent – Blu-ray Rip 720p e 1080p Dublado (2010) = Sintel",
        "Sintel Torrent (2010) Dual Áudio 5.1 / Dublado WEB-DL 720p | 1080p – Download = Sintel",
        "Baixar o Filme Sintel (2010) 1080p = Sintel",
        "Download Sintel Torrent = Sintel",
        "Sintel: A Jornada (2010) – Blog = Sintel: A Jornada",
        "Sintel - CAM = Sintel",
        "Sintel – WEB-DL = Sintel",
        "Sintel TS Torrent = Sintel",
        "Sintel HDCAM Torrent = Sintel",
        "Os Vampiros 1ª Temporada Torrent – WEB-DL (1915) = Os Vampiros",
        "Os Vampiros – 2ª Temporada Completa = Os Vampiros",
        "Os Vampiros 1ª 2ª Temporada (1915) = Os Vampiros",
        "Os Vampiros 1ª à 3ª Temporada = Os Vampiros",
        "Os Vampiros 1ª ao 3ª Temporada = Os Vampiros",
        "Os Vampiros Temporada 2 = Os Vampiros",
        "Os Vampiros Todas as Temporadas Torrent = Os Vampiros",
        "Os Vampiros Minissérie Completa Torrent = Os Vampiros",
        "Os Vampiros S01E02 720p = Os Vampiros",
        "OS VAMPIROS - 1ª TEMPORADA = OS VAMPIROS",
        "Estação 6 – 2ª Temporada = Estação 6",
        "Metrópolis 2049 Torrent (1927) = Metrópolis 2049",
        "1922 (2017) = 1922",
        "Torrent (2010) = Torrent",
        "Sintel (2010 = Sintel"
      })
  void theTitleEndsWhereTheNoiseBegins(String heading, String title) {
    assertThat(TitleWords.of(heading)).isEqualTo(title);
  }

  @ParameterizedTest
  @ValueSource(strings = {" - ", "– | : ", "((((", "x 1ª - "})
  void aHostileHeadingIsCut(String noise) {
    assertThat(TitleWords.of("Sintel" + noise.repeat(200_000)))
        .startsWith("Sintel")
        .hasSizeLessThan(501);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Os Vampiros 1ª Temporada",
        "/os-vampiros-2a-temporada-torrent/",
        "Os Vampiros: Minissérie",
        "Os Vampiros Série Completa",
        "Os Vampiros S01E02"
      })
  void knowsASeriesByItsWords(String words) {
    assertThat(TitleWords.mediaType(words)).isEqualTo(MediaType.SERIES);
  }

  @Test
  void anEpisodeInATitleMakesNoSeries() {
    assertThat(TitleWords.mediaType("Guerra no Espaço: Episódio IV (1927)"))
        .isEqualTo(MediaType.UNKNOWN);
  }
}
