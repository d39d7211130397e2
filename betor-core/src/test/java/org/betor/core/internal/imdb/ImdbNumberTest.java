package org.betor.core.internal.imdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.betor.api.model.TitleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImdbNumberTest {
  private static final List<String> IDS =
      List.of(
          "tt0000000",
          "tt00000000",
          "tt000000000",
          "tt0000001",
          "tt0999999",
          "tt1000000",
          "tt10000000",
          "tt100000000",
          "tt10000001",
          "tt1000001",
          "tt9999999",
          "tt99999999",
          "tt999999999");

  @Test
  void numbersAreInTheOrderOfIdsAsTexts() {
    assertThat(IDS).isSorted();
    assertThat(IDS.stream().map(ImdbNumberTest::number)).isSorted().doesNotHaveDuplicates();
    assertThat(IDS.stream().flatMapToLong(id -> LongStream.of(number(id))))
        .allMatch(number -> number >>> 32 == 0);
  }

  @Test
  void anIdIsTheSameAgain() {
    assertThat(IDS.stream().map(id -> ImdbNumber.id(number(id)).value())).isEqualTo(IDS);
    assertThat(IDS).allMatch(id -> ImdbNumber.of(TitleId.imdb(id)) == number(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "tt", "tt123456", "tt1234567890", "nm1234567", "tt12345a7", "TT1234567"})
  void whatIsNoIdHasNoNumber(String text) {
    assertThat(number(text)).isEqualTo(ImdbNumber.NONE);
  }

  private static long number(String text) {
    return ImdbNumber.parse(ImdbFiles.utf8(text), 0, text.length());
  }
}
