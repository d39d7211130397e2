package org.betor.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.betor.api.model.Episodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpisodeWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "1ª Temporada = S01",
        "10º TEMPORADA = S10",
        "2a Temporada = S02",
        "2 Temporada = S02",
        "Temporada 3 = S03",
        "Season 4 = S04",
        "1ª a 5ª Temporada = S01-S05",
        "1ª à 3ª temporada = S01-S03",
        "1 a 3ª Temporada = S01-S03",
        "Temporadas 1-3 = S01-S03",
        "1ª 2ª Temporada = S01-S02",
        "1ª 3ª Temporada = S01,S03",
        "1ª, 2ª e 4ª Temporada = S01-S02,S04",
        "Temporadas 1 e 3 = S01,S03",
        "S02 = S02",
        "S01-S03 = S01-S03",
        "S01E02 = S01E02",
        "S01EP02 = S01E02",
        "S01 E02 = S01E02",
        "s2e7.mkv = S02E07",
        "S01E01-E03 = S01E01-E03",
        "S05E01-02 WEB-DL = S05E01-E02",
        "S01E01E02 = S01E01-E02",
        "1x05 = S01E05",
        "EPISÓDIO 05: = E05",
        "EP 05 = E05",
        "Ep.05 = E05",
        "E05 = E05",
        "CAPÍTULO 5 = E05",
        "Episódio Nº 5 = E05",
        "EPISÓDIO-05 = E05",
        "01º EPISÓDIO = E01",
        "01º e 02º EPISÓDIO = E01-E02",
        "EPISÓDIOS 01 ao 10 = E01-E10",
        "Episódios 1, 2 e 4 = E01-E02,E04",
        "Episódios: 01 - 03 = E01-E03",
        "EPISÓDIO 01 e 02 = E01-E02",
        "E01-E03 = E01-E03",
        "1ª Temporada Episódio 3 = S01E03",
        "Temporada 1 Episódio 2 = S01E02",
        "S01 Episodio 1 = S01E01",
        "EPISÓDIO 112 = E112"
      })
  void readsSeasonsAndEpisodes(String words, String part) {
    assertThat(part(words)).hasToString(part);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "Estação 6 2ª Temporada = S02",
        "Estação 6 - 2ª Temporada = S02",
        "Estação 6 Temporada 2 = S02",
        "1899 1ª Temporada = S01",
        "EPISÓDIO 01 - 350 MB = E01",
        "EPISÓDIO 01 - 1.2 GB = E01",
        "EPISÓDIO 01 - 720p = E01",
        "EPISÓDIO 01 - 1080p = E01",
        "EPISÓDIO 01 / 4K = E01",
        "Temporada 1 - 5.1 = S01",
        "S01E01-1080p = S01E01",
        "S01E01.720p = S01E01",
        "1ª Temporada 10 Episódios = S01",
        "1ª Temporada (8 eps) = S01"
      })
  void otherNumbersAreNoPartOfIt(String words, String part) {
    assertThat(part(words)).hasToString(part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Sintel 2010 1080p x264 5.1",
        "Heroes2",
        "Episódios: 10",
        "8 Episódios",
        "Todas as 3 temporadas",
        "1280x720",
        "e 2 mais",
        "Capa 3",
        "tempo 5"
      })
  void countsAndLikenessesAreNoPartOfASeries(String words) {
    assertThat(EpisodeWords.of(words).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TEMPORADA COMPLETA",
        "1ª Temporada – Completa",
        "Temporada 1 Completa",
        "SÉRIE COMPLETA",
        "Minissérie Completa",
        "Todas as Temporadas",
        "TODOS OS EPISÓDIOS",
        "PACK 720p",
        "Pacote",
        "COMPLETA:"
      })
  void saysThatItIsWhole(String words) {
    assertThat(EpisodeWords.of(words).whole()).isTrue();
  }

  @Test
  void aVersionThatIsCompleteIsNoWholeSeason() {
    assertThat(EpisodeWords.of("Elenco e ficha completa").whole()).isFalse();
  }

  @Test
  void aHostileRangeIsBounded() {
    assertThat(EpisodeWords.of("Episódios 1 a 999").numbers()).hasSizeLessThan(600);
    assertThat(EpisodeWords.of("Episódio " + "1, 2 a 3 e ".repeat(300)).numbers()).hasSize(3);
  }

  private static Episodes part(String words) {
    EpisodeWords said = EpisodeWords.of(words);
    return Episodes.of(said.seasons(), said.numbers());
  }
}
