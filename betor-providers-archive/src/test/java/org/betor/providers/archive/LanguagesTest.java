package org.betor.providers.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.betor.api.model.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eng | en",
        "English | en",
        " english | en",
        "en-us | en-US",
        "English (US) | en",
        "Portuguese | pt",
        "por | pt",
        "pt_BR | pt-BR",
        "ger | de",
        "deu | de",
        "German | de",
        "fre | fr",
        "fra | fr",
        "chi | zh",
        "haw | haw",
        "English, French | en fr",
        "eng/spa | en es",
        "Italian and English | it en",
      })
  void knowsCodesAndNames(String text, String tags) {
    assertThat(Languages.in(text))
        .isEqualTo(List.of(tags.split(" ")).stream().map(Language::new).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"zxx", "Silent", "None", "und", "mul", "N/A", "qqqq", "", "xq-XX", "x y z"})
  void leavesOutWhatIsNoLanguage(String text) {
    assertThat(Languages.in(text)).isEmpty();
  }
}
