package org.betor.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EpisodesTest {

  @Test
  void isWrittenAsPeopleWriteIt() {
    assertThat(Episodes.of(List.of(1), List.of(1))).hasToString("S01E01");
    assertThat(Episodes.of(List.of(1), List.of(3, 2, 1))).hasToString("S01E01-E03");
    assertThat(Episodes.of(List.of(), List.of(112))).hasToString("E112");
    assertThat(Episodes.seasons(List.of(1, 2, 3))).hasToString("S01-S03");
    assertThat(Episodes.NONE).hasToString("");
  }

  @Test
  void aGapIsNotWrittenAsARange() {
    assertThat(Episodes.of(List.of(2), List.of(1, 2, 3, 5, 8, 9)))
        .hasToString("S02E01-E03,E05,E08-E09");
    assertThat(Episodes.seasons(List.of(1, 3))).hasToString("S01,S03");
  }

  @Test
  void orderAndRepetitionDoNotMatter() {
    assertThat(Episodes.of(List.of(2, 1, 1), List.of())).isEqualTo(Episodes.seasons(List.of(1, 2)));
  }

  @Test
  void doesNotChangeWithTheSetsItWasMadeOf() {
    TreeSet<Integer> seasons = new TreeSet<>(List.of(1));
    Episodes episodes = new Episodes(seasons, new TreeSet<>());

    seasons.add(2);

    assertThat(episodes.seasons()).containsExactly(1);
  }

  @Test
  void refusesNumbersThatNoSeriesHas() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Episodes.seasons(List.of(-1)))
        .withMessageContaining("0 to 99999")
        .withMessageContaining("-1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Episodes.of(List.of(1), List.of(1, 100_000)))
        .withMessageContaining("100000");
    assertThat(Episodes.of(List.of(0), IntStream.of(0, 99_999).boxed().toList()).numbers())
        .hasSize(2);
  }
}
