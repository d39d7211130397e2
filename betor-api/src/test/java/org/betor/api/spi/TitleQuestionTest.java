package org.betor.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.betor.api.model.MediaType;
import org.junit.jupiter.api.Test;

class TitleQuestionTest {
  @Test
  void keepsEachNameOnceAndLeavesBlankOnesOut() {
    TitleQuestion question =
        TitleQuestion.of(" Sintel ", "", "Sintel").mediaType(MediaType.FILM).year(2010).build();

    assertThat(question.names()).containsExactly("Sintel");
    assertThat(question)
        .isEqualTo(TitleQuestion.of("Sintel").mediaType(MediaType.FILM).year(2010).build())
        .isNotEqualTo(TitleQuestion.of("Sintel").year(2010).build())
        .hasToString("[Sintel] 2010 FILM");
  }

  @Test
  void refusesToAskWithoutAName() {
    assertThatThrownBy(() -> TitleQuestion.of(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name");
  }
}
