package org.betor.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.api.model.Quality.Resolution.R1080;
import static org.betor.api.model.Quality.Resolution.R2160;
import static org.betor.api.model.Quality.Resolution.R720;
import static org.betor.api.model.Quality.Resolution.UNKNOWN;

import java.util.List;
import org.betor.api.model.Quality.Resolution;
import org.junit.jupiter.api.Test;

class SizeListTest {

  @Test
  void aSizeThatNamesItsResolutionGoesThere() {
    assertThat(assign("1 GB (720p) | 2 GB (1080p)", R1080, R720)).containsExactly(2L, 1L);
    assertThat(assign("1 GB (720p) | 2 GB (1080p)", R1080, R720, R2160))
        .containsExactly(2L, 1L, 0L);
  }

  @Test
  void aBareListIsGivenByRankSinceEditorsDoNotKeepToTheOrderOfTheButtons() {
    assertThat(assign("8 GB | 1 GB | 3 GB", R720, R1080, R2160)).containsExactly(1L, 3L, 8L);
  }

  @Test
  void whereResolutionsAreEqualOrUnknownThePositionCounts() {
    assertThat(assign("3 GB | 1 GB", R720, R720)).containsExactly(3L, 1L);
    assertThat(assign("3 GB | 1 GB", UNKNOWN, R720)).containsExactly(3L, 1L);
  }

  @Test
  void aListOfAnotherLengthIsNotUsed() {
    assertThat(assign("3 GB | 1 GB", R720)).containsExactly(0L);
    assertThat(assign("3 GB", R720, R1080)).containsExactly(0L, 0L);
    assertThat(assign("–", R720)).containsExactly(0L);
  }

  private static List<Long> assign(String sizes, Resolution... files) {
    return new SizeList(SizeWords.listOf(sizes))
        .assign(List.of(files)).stream().map(size -> size.orElse(0) >> 30).toList();
  }
}
