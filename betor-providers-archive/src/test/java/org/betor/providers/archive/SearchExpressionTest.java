package org.betor.providers.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.betor.api.spi.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchExpressionTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "sintel -> sintel",
        "Big Buck -> big AND buck",
        "\"The Kid\": a film -> the AND kid AND a AND film",
        "kid) OR collection:(x -> kid AND or AND collection AND x",
        "NOT AND OR -> not AND and AND or",
        "safety last! -> safety AND last",
        "9/11 -> 9 AND 11",
        "bunn* b?g ~2 ^3 -> bunn AND b AND g AND 2 AND 3",
        "spider-man \\-x +y && || & -> spider AND man AND x AND y",
        "it's a dog’s U.S.A. no.5 -> it's AND a AND dog’s AND u.s.a AND no.5",
        "[1900 TO 1950] {a} -> 1900 AND to AND 1950 AND a",
        "Mário São Paulo -> mário AND são AND paulo",
        "Броненосец 戦艦 -> броненосец AND 戦艦",
      })
  void keepsTheWordsAndNothingThatTheLanguageTakesForItsOwn(String typed, String words) {
    assertThat(SearchExpression.of(Query.text(typed)))
        .contains("(" + words + ") AND mediatype:movies");
  }

  @ParameterizedTest
  @ValueSource(strings = {"???", "\"\"", "* : *", "-", "\\"})
  void hasNothingToSayWithoutALetterOrDigit(String typed) {
    assertThat(SearchExpression.of(Query.text(typed))).isEmpty();
  }

  @Test
  void leavesOutTheYearWhichManyItemsDoNotState() {
    assertThat(SearchExpression.of(Query.text("the general").year(1926)))
        .contains("(the AND general) AND mediatype:movies");
  }
}
