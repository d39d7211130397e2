package org.betor.core.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordAnalyzerTest {

  @Test
  void caseAndAccentsDoNotMatter() {
    assertThat(words("Título TITULO titulo Ti\u0301tulo TI\u0301TULO"))
        .containsOnly("titulo")
        .hasSize(5);
  }

  @Test
  void releaseNamesFallIntoWordsAtDotsAndUnderlines() {
    assertThat(words("Sintel.2010_1080p-BluRay[x264]"))
        .containsExactly("sintel", "2010", "1080p", "bluray", "x264");
  }

  @Test
  void otherScriptsKeepTheirMarks() {
    assertThat(words("मेट्रोपोलिस 메트로폴리스 ノスフェラトゥ"))
        .containsExactly("मेट्रोपोलिस", "메트로폴리스", "ノスフェラトゥ");
  }

  @Test
  void punctuationEmojiAndHalvesOfSurrogatesAreNoWords() {
    assertThat(words("🎬 – \ud83c \udfac ::: \"\" ([{ *?~^ \u0000")).isEmpty();
  }

  private static List<String> words(String text) {
    try (WordAnalyzer analyzer = new WordAnalyzer()) {
      return analyzer.words(text);
    }
  }
}
