package org.betor.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

  @Test
  void equalTagsAreEqualLanguagesWhateverTheirCase() {
    assertThat(new Language("PT-br")).isEqualTo(Language.BRAZILIAN_PORTUGUESE).hasToString("pt-BR");
  }

  @Test
  void theSameLanguageMayBeSpokenInTwoCountries() {
    assertThat(new Language("pt-PT").sameLanguage(Language.BRAZILIAN_PORTUGUESE)).isTrue();
    assertThat(new Language("es").sameLanguage(Language.BRAZILIAN_PORTUGUESE)).isFalse();
    assertThat(Language.UNKNOWN.sameLanguage(Language.ENGLISH)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "português", "p", "pt_BR!", "e n"})
  void refusesWhatIsNoTag(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Language(text))
        .withMessageContaining("BCP 47 tag such as pt-BR");
  }
}
