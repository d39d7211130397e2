package org.betor.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseKeyTest {
  private static final String SINTEL = "08ada5a7a6183aae1e09d831df6748d566095a10";
  private static final String V2 = "0123456789abcdef".repeat(4);

  @Test
  void aKnownHashIsTheKey() {
    ReleaseKey key = ReleaseKey.of(new InfoHash(SINTEL));

    assertThat(key).hasToString("btih:" + SINTEL);
    assertThat(key.infoHash()).contains(new InfoHash(SINTEL));
    assertThat(ReleaseKey.of(new InfoHash(V2))).hasToString("btmh:" + V2);
    assertThat(new ReleaseKey("btmh:" + V2).infoHash()).contains(new InfoHash(V2));
  }

  @Test
  void untilTheHashIsLearntTheProvidersOwnNameIsTheKey() {
    ReleaseKey key = ReleaseKey.of("cinemateca", "https://films.example/sintel.torrent");

    assertThat(key).hasToString("cinemateca:https://films.example/sintel.torrent");
    assertThat(key.infoHash()).isEmpty();
  }

  @Test
  void aNameThatIsTooLongIsHashedSoThatItStaysUniqueAndStable() {
    String address = "https://gate.example/go.php?id=" + "x".repeat(5_000);

    ReleaseKey key = ReleaseKey.of("cinemateca", address);

    assertThat(key.value()).startsWith("cinemateca:sha256-").hasSizeLessThan(100);
    assertThat(key).isEqualTo(ReleaseKey.of("cinemateca", address));
    assertThat(key).isNotEqualTo(ReleaseKey.of("cinemateca", address + "y"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sintel",
        ":sintel",
        "cinemateca:",
        "cinemateca: sintel",
        "Cinemateca:sintel",
        "btih:abc",
        "btih:08ADA5A7A6183AAE1E09D831DF6748D566095A10",
        "btih:" + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "btmh:" + SINTEL,
        "cinemateca:a\nb"
      })
  void refusesWhatIsNoKey(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReleaseKey(text))
        .withMessageContaining(text);
  }
}
