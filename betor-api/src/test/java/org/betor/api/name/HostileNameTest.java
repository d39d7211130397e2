package org.betor.api.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names come from strangers: whatever they are, there is an answer, and soon. */
class HostileNameTest {
  private static final int NAMES = 2_000;
  private static final int LONG = 64 * 1024;

  private static final List<String> PIECES =
      List.of(
          "S01E02",
          "1080p",
          "BluRay",
          "Dublado",
          "Temporada",
          "1ª",
          "Ep",
          "Cap.101",
          "1x02",
          "01",
          "DUAL",
          "5.1",
          "Part II",
          "v2",
          "x264",
          "-GRP",
          ".mkv",
          "www.a.com",
          "2010",
          "sub",
          "eng",
          "第",
          "季",
          "[",
          "]",
          "(",
          ")",
          " - ",
          ".",
          " ",
          "_",
          "-",
          "/",
          "+",
          "&",
          "s",
          "e",
          "x",
          "0",
          "9",
          "99999999999",
          "é",
          "\u0301",
          "'",
          "\ud83d",
          "\ude00",
          "\ufffd",
          "~",
          "#",
          "a",
          "of",
          "Season",
          "1.5 GB",
          "acesse",
          "14.03.2019",
          "March");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void readsAnythingAndPlacesItWithinTheName(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < NAMES; i++) {
      String text = text(random);
      ReleaseName name = ReleaseName.parse(text);

      assertThat(name.parts())
          .as("seed %d: %s", seed, text)
          .allSatisfy(part -> assertThat(part.start()).isBetween(0, part.end() - 1))
          .allSatisfy(part -> assertThat(part.end()).isLessThanOrEqualTo(text.length()));
      askEverything(name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a ",
        "(",
        "((a",
        "S01E01",
        "S01E01-",
        "1a ",
        "'",
        "(web ",
        "[a][",
        "1 2 3 ",
        "- 01 ",
        "E1E2",
        "www.a",
        "S01-S02-",
        "1ª 2ª ",
        "ep 1, 2, ",
        "-RP",
        "第1季",
        "sub eng ",
        "2010 "
      })
  void readsALongNameSoon(String piece) {
    String text = piece.repeat(LONG / piece.length());

    assertTimeoutPreemptively(Duration.ofSeconds(2), () -> askEverything(ReleaseName.parse(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Show.2023-02-30.720p",
        "Show 31.04.2019 720p",
        "Show 20230231 720p",
        "Show 230231 720p"
      })
  void readsDaysThatAreNone(String text) {
    askEverything(ReleaseName.parse(text));
    assertThat(ReleaseName.parse(text).date()).isEmpty();
  }

  private static void askEverything(ReleaseName name) {
    name.year();
    name.date();
    name.episodes();
    name.part();
    name.quality();
    name.bitDepth();
    name.languages();
    name.subtitles();
    name.version();
    name.sizeBytes();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(25);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
