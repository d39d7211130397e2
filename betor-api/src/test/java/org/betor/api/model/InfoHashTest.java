package org.betor.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InfoHashTest {
  private static final String SINTEL = "08ada5a7a6183aae1e09d831df6748d566095a10";
  private static final String SINTEL_BASE32 = "BCW2LJ5GDA5K4HQJ3AY56Z2I2VTASWQQ";
  private static final String V2 =
      "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

  @ParameterizedTest
  @ValueSource(
      strings = {
        SINTEL,
        "08ADA5A7A6183AAE1E09D831DF6748D566095A10",
        "urn:btih:" + SINTEL,
        "URN:BTIH:08ADA5A7A6183AAE1E09D831DF6748D566095A10",
        SINTEL_BASE32,
        "bcw2lj5gda5k4hqj3ay56z2i2vtaswqq",
        "urn:btih:" + SINTEL_BASE32
      })
  void everyFormOfOneHashIsTheSameHash(String text) {
    assertThat(InfoHash.parse(text)).isEqualTo(new InfoHash(SINTEL)).hasToString(SINTEL);
  }

  @Test
  void base32KeepsLeadingZeros() {
    assertThat(InfoHash.parse("A".repeat(31) + "B").hex()).isEqualTo("0".repeat(39) + "1");
  }

  @Test
  void readsAVersion2HashFromItsMultihash() {
    InfoHash hash = InfoHash.parse("urn:btmh:1220" + V2.toUpperCase(Locale.ROOT));

    assertThat(hash.isV2()).isTrue();
    assertThat(hash.hex()).isEqualTo(V2);
    assertThat(hash.urn()).isEqualTo("urn:btmh:1220" + V2);
  }

  @Test
  void writesItsTopicSoThatItCanBeReadAgain() {
    InfoHash hash = new InfoHash(SINTEL);

    assertThat(hash.urn()).isEqualTo("urn:btih:" + SINTEL);
    assertThat(InfoHash.parse(hash.urn())).isEqualTo(hash);
    assertThat(hash.isV2()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "urn:btih:",
        "urn:btih:abc",
        SINTEL + "0",
        "zzada5a7a6183aae1e09d831df6748d566095a10",
        "BCW2LJ5GDA5K4HQJ3AY56Z2I2VTASW01",
        "urn:sha1:" + SINTEL,
        "urn:btmh:1220abc",
        "urn:btmh:1221" + V2,
        "urn:btmh:" + V2,
        V2
      })
  void refusesWhatIsNoHashAndShowsIt(String text) {
    String kept = text.toLowerCase(Locale.ROOT).replace("urn:btih:", "").replace("urn:btmh:", "");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> InfoHash.parse(text))
        .withMessageContaining("info-hash")
        .withMessageMatching("(?is).*\\Q" + kept + "\\E.*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "08ada5", " " + SINTEL, SINTEL_BASE32})
  void hexIsNothingButHex(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InfoHash(text))
        .withMessageContaining("40 or 64 hex digits");
  }
}
