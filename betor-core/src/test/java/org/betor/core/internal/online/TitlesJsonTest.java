package org.betor.core.internal.online;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.betor.api.model.MediaType;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.model.TitleId.Authority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitlesJsonTest {
  @Test
  void titlesComeBackAsTheyWere() {
    Title full =
        Title.of(TitleId.imdb("tt990000010"), "The Last \"Lighthouse\"")
            .id(new TitleId(Authority.TMDB_SERIES, "990000010"))
            .called("O Último Farol \ud83d\ude00", "BR")
            .mediaType(MediaType.SERIES)
            .year(2019)
            .lastYear(2022)
            .runtime(Duration.ofSeconds(2_701))
            .seasons(3)
            .cast(List.of("Alba Monte", "Rui Lagoa"))
            .rating(7.25, 12)
            .build();
    List<Title> titles = List.of(full, Title.of(TitleId.imdb("tt1727587"), "Sintel").build());

    assertThat(TitlesJson.read(TitlesJson.of(titles))).contains(titles);
    assertThat(TitlesJson.read(TitlesJson.of(List.of()))).contains(List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"version\":\"0\",\"titles\":[]}",
        "{\"version\":\"1\",\"titles\":[{}]}",
        "{\"version\":\"1\",\"titles\":[{\"ids\":[{\"of\":\"IMDB\",\"text\":\"tt1727587\"}],"
            + "\"names\":[{\"text\":\"Sintel\"}],\"type\":\"OPERA\"}]}",
        "{\"version\":\"1\",\"titles\":["
      })
  void whatIsDamagedOrWrittenInAnotherWayIsNotRead(String kept) {
    assertThat(TitlesJson.read(kept.getBytes(UTF_8))).isEmpty();
  }
}
