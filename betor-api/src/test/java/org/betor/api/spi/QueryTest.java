package org.betor.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.betor.api.model.MediaType;
import org.betor.api.model.TitleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

  @Test
  void wordsHaveSingleBlanksBetweenThem() {
    Query query = Query.text("  tears  of\tsteel ");

    assertThat(query.text()).isEqualTo("tears of steel");
    assertThat(query).hasToString("tears of steel").isEqualTo(Query.text("tears of steel"));
    assertThat(query.mediaType()).isEqualTo(MediaType.UNKNOWN);
    assertThat(query.year()).isEmpty();
    assertThat(query.season()).isEmpty();
    assertThat(query.id()).isEmpty();
  }

  @Test
  void eachFactIsAddedToTheOthers() {
    Query query = Query.text("sintel").year(2010).id(TitleId.imdb("tt1727587")).episode(1, 2);

    assertThat(query.text()).isEqualTo("sintel");
    assertThat(query.year()).hasValue(2010);
    assertThat(query.season()).hasValue(1);
    assertThat(query.episode()).hasValue(2);
    assertThat(query.id()).contains(TitleId.imdb("tt1727587"));
    assertThat(query).isNotEqualTo(Query.text("sintel"));
  }

  @Test
  void aSeasonIsOneOfASeriesAndForgetsTheEpisode() {
    Query query = Query.text("sintel").episode(1, 2).season(3);

    assertThat(query.mediaType()).isEqualTo(MediaType.SERIES);
    assertThat(query.season()).hasValue(3);
    assertThat(query.episode()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t"})
  void aQueryHasAtLeastOneWord(String words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Query.text(words))
        .withMessageContaining("at least one word");
  }

  @Test
  void aQueryHasAnEnd() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Query.text("x".repeat(501)))
        .withMessageContaining("at most 500 characters, got 501");
  }
}
