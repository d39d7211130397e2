package org.betor.p2p.internal.making;

import static org.assertj.core.api.Assertions.assertThat;

import org.betor.api.spi.SeedOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PieceLengthTest {

  @ParameterizedTest
  @CsvSource({
    "1, 16384",
    "32768000, 16384",
    "32768001, 32768",
    "700000000, 524288",
    "4700000000, 4194304",
    "33554432000, 16777216",
    "9000000000000, 16777216"
  })
  void aimsAtNoMoreThanTwoThousandPieces(long contentBytes, int expected) {
    assertThat(PieceLength.of(SeedOptions.PLAIN, contentBytes)).isEqualTo(expected);
  }

  @Test
  void leavesTheChoiceToWhoMakesOne() {
    SeedOptions options = SeedOptions.builder().pieceBytes(64 << 20).build();

    assertThat(PieceLength.of(options, 1)).isEqualTo(64 << 20);
  }
}
