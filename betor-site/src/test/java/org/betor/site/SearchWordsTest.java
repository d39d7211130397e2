package org.betor.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Year;
import org.betor.api.model.MediaType;
import org.betor.api.spi.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {

  @ParameterizedTest
  @CsvSource({
    "tears of steel, tears of steel",
    "romeu and julieta s01e02, romeu e julieta temporada 1",
    "romeu & julieta, romeu e julieta",
    "romeu y julieta temporada 1 episodio 2, romeu e julieta temporada 1",
    "Os.Vampiros.S01.E02.1080p, Os Vampiros temporada 1",
    "os vampiros temporada 02, os vampiros temporada 2",
    "Os Vampiros S1, Os Vampiros temporada 1",
    "Os.Vampiros.e.a.Lua.S1.Dual.Audio, Os Vampiros e a Lua temporada 1",
    "os vampiros s01 (1915) torrent, os vampiros temporada 1",
    "os vampiros s01e02-e03, os vampiros temporada 1",
    "os vampiros s01e02 o anel que mata, os vampiros temporada 1",
    "area s4 secrets, area s4 secrets",
    "os 4x100 metros, os 4x100 metros",
    "S01E02, S01E02",
    "S01E02 1080p, S01E02 1080p",
    "E.T. O Extraterrestre, E.T. O Extraterrestre",
    "S.W.A.T. s01e02, S.W.A.T. temporada 1",
    "S.W.A.T.S01E02.720p, S.W.A.T temporada 1",
    "Versão.2.0, Versão 2.0",
    "os vampiros 1x02, os vampiros temporada 1",
    "os vampiros t01e02, os vampiros temporada 1",
    "os vampiros 1ª Temporada, os vampiros temporada 1",
    "os vampiros 1a temporada episódio 3, os vampiros temporada 1",
    "os vampiros temporada 1 ep 3, os vampiros temporada 1",
    "les vampires Season 2, les vampires temporada 2",
    "les vampires season 02 episode 3, les vampires temporada 2",
    "les vampires 2nd season, les vampires temporada 2",
    "a season of silence, a season of silence",
    "24 season, 24 season",
    "sintel episodio 4, sintel episodio 4",
    "tears of steel 2012, tears of steel",
    "tears of steel 2026, tears of steel",
    "tears of steel 2027, tears of steel 2027",
    "tears of steel (2012), tears of steel",
    "sintel (2010), sintel",
    "sintel 2010, sintel 2010",
    "the class of 1984, the class of 1984",
    "blade runner 2049, blade runner 2049",
    "os vampiros s01e02 1915, os vampiros temporada 1",
    "les vampires 1915 temporada 2, les vampires temporada 2",
    "1922, 1922",
    "and now, and now"
  })
  void blogsKnowSeasonsAndPortugueseButNoEpisodesAndYears(String query, String words) {
    assertThat(words(Query.text(query))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "sintel 2010, 2010, sintel",
    "sintel (2010), 2010, sintel",
    "class of 1984, 1982, class of 1984",
    "blade runner 1982, 2017, blade runner 1982",
    "arrival 2031, 2031, arrival"
  })
  void theYearOfTheQueryTellsWhetherTheLastNumberIsOne(String text, int year, String words) {
    assertThat(words(Query.text(text).year(year))).isEqualTo(words);
  }

  @Test
  void aFilmHasNoSeasonsWhateverItsTitle() {
    assertThat(words(Query.text("Rainy Season 2").mediaType(MediaType.FILM)))
        .isEqualTo("Rainy Season 2");
  }

  @ParameterizedTest
  @CsvSource({
    "tears of steel, tears steel",
    "sintel 2010, sintel",
    "sintel 2010 temporada 2, sintel temporada 2",
    "class of 1984, class of",
    "blade runner 2049, blade runner",
    "E.T. o extraterrestre, E.T. extraterrestre",
    "romeu e julieta temporada 2, romeu julieta temporada 2|romeu julieta",
    "the night of the living dead, night living dead|night living",
    "um homem com uma câmera de cinema, homem câmera cinema|homem câmera",
    "his girl friday comedy classic film, his girl friday comedy classic|his girl friday comedy|his girl friday",
    "2001 odisseia espaço, 2001 odisseia"
  })
  void whereNothingIsFoundShorterWordsAreTried(String words, String shorter) {
    assertThat(SearchWords.shorter(words)).containsExactly(shorter.split("\\|", -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sintel",
        "the general",
        "sintel temporada 2",
        "S.W.A.T. temporada 1",
        "a de o",
        "1922",
        "1922 1931 2010",
        "safety last",
        "big buck"
      })
  void tooFewWordsAreNotShortened(String words) {
    assertThat(SearchWords.shorter(words)).isEmpty();
  }

  @Test
  void theSeasonOfTheQueryIsAddedOnce() {
    assertThat(words(Query.text("os vampiros").season(2))).isEqualTo("os vampiros temporada 2");
    assertThat(words(Query.text("Os Vampiros Temporada 2").episode(2, 3)))
        .isEqualTo("Os Vampiros Temporada 2");
  }

  private static String words(Query query) {
    return SearchWords.of(query, Year.of(2025));
  }
}
