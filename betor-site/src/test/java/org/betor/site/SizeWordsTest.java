package org.betor.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.betor.api.model.Quality.Resolution;
import org.betor.site.SizeWords.Sized;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeWordsTest {
  private static final long MIB = 1 << 20;

  @ParameterizedTest
  @CsvSource({
    "1.5 KB, 1536",
    "'2,75 MB', 2883584",
    "3GB, 3221225472",
    "3 GiB, 3221225472",
    "0.5 TB, 549755813888",
    "WEB-DL 1080p (2 GB), 2147483648",
    "'| 1,5 gb', 1610612736"
  })
  void aSizeHasADotOrACommaAndUnitsOf1024(String words, long bytes) {
    assertThat(SizeWords.of(words)).hasValue(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "–",
        "– GB",
        "0 GB",
        "100 XB",
        "5 Mbps",
        "Desconhecido",
        "12345678901234 GB",
        "1080p",
        "GB"
      })
  void whatIsNoSizeIsNone(String words) {
    assertThat(SizeWords.of(words)).isEmpty();
  }

  @Test
  void listsAreSeparatedInManyWays() {
    assertThat(bytes("1 MB | 2 MB")).containsExactly(MIB, 2 * MIB);
    assertThat(bytes("1 MB / 2 MB")).containsExactly(MIB, 2 * MIB);
    assertThat(bytes("1 MB, 2 MB e 1,5 MB")).containsExactly(MIB, 2 * MIB, 3 * MIB / 2);
    assertThat(bytes("2,5 MB")).containsExactly(5 * MIB / 2);
    assertThat(bytes("– | 8 MB (22 eps.)")).containsExactly(8 * MIB);
    assertThat(bytes("1 MB 2 MB")).containsExactly(MIB, 2 * MIB);
  }

  @Test
  void aSizeMayNameItsResolutionOnEitherSide() {
    List<Sized> sizes =
        List.of(new Sized(MIB, Resolution.R720), new Sized(2 * MIB, Resolution.R1080));

    assertThat(SizeWords.listOf("1 MB (720p) | 2 MB (1080p)")).isEqualTo(sizes);
    assertThat(SizeWords.listOf("720p: 1 MB / 1080p: 2 MB")).isEqualTo(sizes);
    assertThat(SizeWords.listOf("1 MB (720p) 2 MB (1080p)")).isEqualTo(sizes);
    assertThat(SizeWords.listOf("720p 1 MB 1080p 2 MB")).isEqualTo(sizes);
  }

  private static List<Long> bytes(String text) {
    return SizeWords.listOf(text).stream().map(Sized::bytes).toList();
  }
}
