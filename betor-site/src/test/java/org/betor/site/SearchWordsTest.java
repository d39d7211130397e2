package org.betor.site;

import static org.assertj.core.api.Assertions.assertThat;

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
    "sintel 2010, sintel",
    "sintel (2010), sintel",
    "1922, 1922",
    "and now, and now"
  })
  void blogsKnowSeasonsAndPortugueseButNoEpisodesAndYears(String query, String words) {
    assertThat(SearchWords.of(Query.text(query))).isEqualTo(words);
  }

  @Test
  void aFilmHasNoSeasonsWhateverItsTitle() {
    assertThat(SearchWords.of(Query.text("Rainy Season 2").mediaType(MediaType.FILM)))
        .isEqualTo("Rainy Season 2");
  }

  @ParameterizedTest
  @CsvSource({
    "tears of steel, tears steel",
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
    assertThat(SearchWords.of(Query.text("os vampiros").season(2)))
        .isEqualTo("os vampiros temporada 2");
    assertThat(SearchWords.of(Query.text("Os Vampiros Temporada 2").episode(2, 3)))
        .isEqualTo("Os Vampiros Temporada 2");
  }
}
