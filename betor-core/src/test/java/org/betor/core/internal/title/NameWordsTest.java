package org.betor.core.internal.title;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameWordsTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      textBlock =
          """
          Lágrimas de Aço        | lagrimas de aco
          Sintel & the Dragons   | sintel & the dragons
          Sintel and the Dragons | sintel & the dragons
          Sintel e os Dragões    | sintel & os dragoes
          Elephants Dream III    | elephants dream 3
          Elephants Dream: Three | elephants dream 3
          Caminandes 2           | caminandes 2
          Ocean's Dream          | oceans dream
          S.P.R.I.N.G. — Part Two| spring part 2
          Spider-Cat             | spider cat
          Ærø łódź               | aero lodz
          ドラゴン               | トラコン
          !?                     | ""
          """)
  void namesThatMeanTheSameHaveTheSameWords(String name, String words) {
    assertThat(String.join(" ", NameWords.of(name))).isEqualTo(words);
  }
}
