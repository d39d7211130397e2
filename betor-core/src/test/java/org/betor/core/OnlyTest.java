package org.betor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.betor.api.spi.ProviderInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnlyTest {
  @TempDir Path folder;

  @Test
  void onlyTheChosenProvidersTakePart() {
    try (Betor betor = three().only("cherry", "apple").open()) {
      assertThat(betor.providers()).extracting(ProviderInfo::id).containsExactly("apple", "cherry");
    }
  }

  @Test
  void anIdThatNobodyHasIsToldTogetherWithThoseThatThereAre() {
    Betor.Builder builder = three().only("apple", "aple");

    assertThatIllegalArgumentException()
        .isThrownBy(builder::open)
        .withMessage("no provider has the id \"aple\"; there are [apple, banana, cherry]");
    assertThat(folder).isEmptyDirectory();
  }

  private Betor.Builder three() {
    return Betor.builder(folder)
        .withoutDiscovery()
        .provider(provider("apple"))
        .provider(provider("cherry"))
        .provider(provider("banana"));
  }

  private static ScriptedProvider provider(String id) {
    return ScriptedProvider.of(id, (query, visit) -> {});
  }
}
