package org.betor.core.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
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

  /** Titles take a shorter way than what is indexed, to the same words. */
  @Test
  void titlesHaveTheWordsThatAreIndexed() {
    Random random = new Random(3);
    try (WordAnalyzer analyzer = new WordAnalyzer()) {
      for (int i = 0; i < 2_000; i++) {
        int letters = i % 2 == 0 ? 0x300 : 0x310; // from 0x300 on they are marks
        String title = text(random.ints(random.nextInt(300), 0, letters));
        List<String> indexed = analyzer.analyzed(title);
        assertThat(analyzer.words(title)).isEqualTo(indexed);
        assertThat(analyzer.firstWords(title, 2))
            .isEqualTo(indexed.subList(0, Math.min(2, indexed.size())));
      }
    }
  }

  private static String text(IntStream letters) {
    return letters
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, (a, b) -> {})
        .toString();
  }

  private static List<String> words(String text) {
    try (WordAnalyzer analyzer = new WordAnalyzer()) {
      return analyzer.words(text);
    }
  }
}
