package org.betor.api.mod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModKeyTest {

  @Test
  void readsWhatItWrites() {
    ModKey key = new ModKey("steam", "2009463077");

    assertThat(key).hasToString("steam:2009463077");
    assertThat(ModKey.parse("steam:2009463077")).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "steam:",
        ":7",
        "2009463077",
        "Steam:7",
        "steam:..",
        "steam:.hidden",
        "steam:a/b",
        "steam:a b",
        "steam:a\\b",
        "steam:a:b"
      })
  void refusesWhatCouldBeNoFileName(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModKey.parse(text))
        .withMessageContaining("steam:2009463077");
  }

  @Test
  void contentIsComparedByItsHandleAndElseByItsTime() {
    Instant then = Instant.parse("2026-01-01T00:00:00Z");
    ModVersion version = new ModVersion("7", then);

    assertThat(version.isSameContentAs(new ModVersion("7", then.plusSeconds(1)))).isTrue();
    assertThat(version.isSameContentAs(new ModVersion("8", then))).isFalse();
    assertThat(version.isSameContentAs(new ModVersion("", then))).isTrue();
    assertThat(version.isSameContentAs(new ModVersion("", then.plusSeconds(1)))).isFalse();
  }
}
