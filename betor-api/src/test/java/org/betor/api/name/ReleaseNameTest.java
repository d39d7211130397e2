package org.betor.api.name;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.betor.api.model.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseNameTest {

  @ParameterizedTest
  @MethodSource("brazilianNames")
  void readsBrazilianNames(String name, String facts) {
    assertThat(Facts.of(ReleaseName.parse(name))).isEqualTo(facts);
  }

  @ParameterizedTest
  @MethodSource("names")
  void readsNames(String name, String facts) {
    assertThat(Facts.of(ReleaseName.parse(name))).isEqualTo(facts);
  }

  @Test
  void knowsThePlaceOfEachPart() {
    ReleaseName name = ReleaseName.parse("Sintel.2010.1080p.Blu-ray");

    assertThat(name.parts())
        .containsExactly(
            new Part(Kind.TITLE, "Sintel", 0, 6),
            new Part(Kind.YEAR, "2010", 7, 11),
            new Part(Kind.RESOLUTION, "1080p", 12, 17),
            new Part(Kind.SOURCE, "BluRay", 18, 25));
  }

  @ParameterizedTest
  @ValueSource(strings = {"big buck bunny", "Sintel", "86", "The Complete Story", "Dogs01", "1922"})
  void saysATitleAndNothingElseOfANameThatSaysNothing(String text) {
    assertThat(ReleaseName.parse(text).parts())
        .containsExactly(new Part(Kind.TITLE, text, 0, text.length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "---", "[]", "()", "...", "\u0000", "\ud83d"})
  void saysNothingOfNoName(String text) {
    ReleaseName name = ReleaseName.parse(text);

    assertThat(name.text()).isEqualTo(text);
    assertThat(name.languages()).isEmpty();
    assertThat(name.year()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Sintel.2010.1080p.WEB-DL, WEB-DL 1080p",
    "Sintel 2010 2160p UHD BluRay REMUX, Remux 2160p",
    "Sintel.4K.WEBRip, WEBRip 2160p",
    "Sintel (4K restoration) [1080p] [Blu-Ray], BluRay 1080p",
    "Show.S01E02.720p.WEB.H264, WEB-DL 720p",
    "Show.S01E02.HDTV.x264, HDTV",
    "sintel.dvdrip.480p, DVD 480p",
    "Sintel HDCAM, CAM",
    "Sintel.2010.TS.XviD, TS",
    "Cam 2018 1080p, 1080p",
    "Charlotte's Web 1973 DVDRip, DVD"
  })
  void derivesTheQuality(String name, String quality) {
    assertThat(ReleaseName.parse(name).quality()).hasToString(quality);
  }

  @Test
  void answersInTheTypesOfTheModel() {
    ReleaseName name =
        ReleaseName.parse("Vila.Serena.S01E02-E04.DUAL.5.1.720p.10bit.HDTV.1.5GB.mkv");

    assertThat(name.episodes()).hasToString("S01E02-E04");
    assertThat(name.languages()).containsExactly(Language.BRAZILIAN_PORTUGUESE, Language.UNKNOWN);
    assertThat(name.isDubbed()).isTrue();
    assertThat(name.bitDepth()).hasValue(10);
    assertThat(name.sizeBytes()).hasValue(3L << 29);
    assertThat(name.container()).hasValue("MKV");
  }

  @Test
  void readsTheDayOfADailyShow() {
    ReleaseName name = ReleaseName.parse("Show.Name.2019.03.14.720p.HDTV");

    assertThat(name.date()).hasValue(LocalDate.of(2019, 3, 14));
    assertThat(name.year()).hasValue(2019);
  }

  @Test
  void isEqualToAnotherOfTheSameText() {
    ReleaseName name = ReleaseName.parse("Sintel.2010");

    assertThat(name).isEqualTo(ReleaseName.parse("Sintel.2010")).hasToString("Sintel.2010");
    assertThat(name).isNotEqualTo(ReleaseName.parse("Sintel 2010"));
  }

  static Stream<Arguments> brazilianNames() throws IOException {
    return table("brazilian-names.txt");
  }

  static Stream<Arguments> names() throws IOException {
    return table("names.txt");
  }

  private static Stream<Arguments> table(String resource) throws IOException {
    try (InputStream table =
        Objects.requireNonNull(ReleaseNameTest.class.getResourceAsStream(resource))) {
      List<String> lines =
          new String(table.readAllBytes(), UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .toList();
      return IntStream.range(0, lines.size() / 2)
          .mapToObj(i -> Arguments.of(lines.get(2 * i), lines.get(2 * i + 1).strip()));
    }
  }
}
