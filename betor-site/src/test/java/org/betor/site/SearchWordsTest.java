package org.betor.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.betor.api.spi.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {

  @ParameterizedTest
  @CsvSource({
    "tears of steel, tears of steel",
    "romeu and julieta s01e02, romeu e julieta temporada 1",
    "romeu & julieta, romeu e julieta",
    "romeu y julieta temporada 1 episodio 2, romeu e julieta temporada 1",
    "Os.Vampiros.S01.E02.1080p, Os Vampiros temporada 1",
    "os vampiros temporada 02, os vampiros temporada 2",
    "sintel 2010, sintel",
    "sintel (2010), sintel",
    "1922, 1922",
    "and now, and now"
  })
  void blogsKnowSeasonsAndPortugueseButNoEpisodesAndYears(String query, String words) {
    assertThat(SearchWords.of(Query.text(query))).isEqualTo(words);
  }

  @Test
  void theSeasonOfTheQueryIsAddedOnce() {
    assertThat(SearchWords.of(Query.text("os vampiros").season(2)))
        .isEqualTo("os vampiros temporada 2");
    assertThat(SearchWords.of(Query.text("Os Vampiros Temporada 2").episode(2, 3)))
        .isEqualTo("Os Vampiros Temporada 2");
  }
}
