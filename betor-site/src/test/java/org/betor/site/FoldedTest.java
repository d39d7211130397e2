package org.betor.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTest {

  @ParameterizedTest
  @CsvSource({
    "AÇÃO, acao",
    "1ª Temporada, 1a temporada",
    "01º e 2° EPISÓDIO, 01o e 2o episodio",
    "' Título\u00a0 \tOriginal ', titulo original",
    "Sintel – o filme, sintel – o filme",
    "Потёмкин, потемкин",
    "ﬁlme, filme"
  })
  void textIsComparedWithoutCaseAccentsAndSuperfluousBlanks(String text, String folded) {
    assertThat(Folded.of(text)).isEqualTo(folded);
    assertThat(Folded.of(folded)).isEqualTo(folded);
  }

  @Test
  void decomposedLettersAreTheSameLetters() {
    String text = "Lançamento: ÁÉÍÓÚ ãõ üñ";

    assertThat(Folded.of(Normalizer.normalize(text, Normalizer.Form.NFD)))
        .isEqualTo(Folded.of(text))
        .isEqualTo("lancamento: aeiou ao un");
  }
}
