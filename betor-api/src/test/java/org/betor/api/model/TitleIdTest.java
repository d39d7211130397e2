package org.betor.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.betor.api.model.TitleId.Authority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitleIdTest {

  @Test
  void namesItsDatabase() {
    assertThat(TitleId.imdb("TT1727587")).hasToString("imdb:tt1727587");
    assertThat(new TitleId(Authority.TMDB_FILM, "45745")).hasToString("tmdb-film:45745");
    assertThat(new TitleId(Authority.TMDB_FILM, "45745"))
        .isNotEqualTo(new TitleId(Authority.TMDB_SERIES, "45745"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1727587", "tt12", "tt1234567890", "nm1727587", "tt1727587/"})
  void refusesWhatImdbWouldNotGiveAndShowsWhatItWould(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TitleId.imdb(text))
        .withMessageContaining("\"" + text + "\"")
        .withMessageContaining("tt1727587");
  }

  @Test
  void idsOfOtherDatabasesAreNumbers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TitleId(Authority.TMDB_SERIES, "tt1727587"))
        .withMessageContaining("TMDB_SERIES");
  }

  @Test
  void readsWhatItWrites() {
    TitleId series = new TitleId(Authority.TMDB_SERIES, "45745");

    assertThat(TitleId.parse(series.toString())).isEqualTo(series);
    assertThat(TitleId.parse("imdb:tt1727587")).isEqualTo(TitleId.imdb("tt1727587"));
    assertThat(TitleId.parse("tt1727587")).isEqualTo(TitleId.imdb("tt1727587"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nobody:1", "imdb:", "imdb tt1727587"})
  void refusesTextThatIsNoId(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> TitleId.parse(text));
  }
}
