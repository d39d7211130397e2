package org.betor.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CatalogKillsTest {
  @TempDir Path folder;

  @Test
  @Timeout(120)
  void nothingAcknowledgedIsLostByThreeKills() throws Exception {
    long seed = System.nanoTime();

    assertThat(CatalogKills.run(folder, 3, seed)).as("seed %d", seed).isPositive();
  }
}
