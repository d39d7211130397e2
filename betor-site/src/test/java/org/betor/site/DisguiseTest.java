package org.betor.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisguiseTest {
  private static final String SINTEL =
      "magnet:?xt=urn:btih:08ada5a7a6183aae1e09d831df6748d566095a10";
  private static final String NAMED = SINTEL + "&dn=Sintel 2010&tr=udp://a.example:1";

  @ParameterizedTest
  @ValueSource(strings = {"", "&dn=A", "&dn=AB", "&dn=ABC"})
  void liftsReversedBase64WhereverItsPaddingLands(String rest) {
    String magnet = SINTEL + rest;

    assertThat(Disguise.lift(reversed(base64(magnet)))).contains(magnet);
    assertThat(Disguise.lift(reversed(base64(magnet)).replace("=", ""))).contains(magnet);
  }

  @Test
  void liftsPlainBase64OfEitherAlphabet() {
    String odd = "https://films.example/?a=~~~???>>>";

    assertThat(Disguise.lift(base64(NAMED))).contains(NAMED);
    assertThat(Disguise.lift(base64(odd))).contains(odd);
    assertThat(Disguise.lift(base64(odd).replace('+', '-').replace('/', '_'))).contains(odd);
    assertThat(Disguise.lift(base64(odd).replace('+', ' '))).contains(odd);
  }

  @ParameterizedTest
  @CsvSource({"ABCDEFG, AFDBGEC", "ABCDEFGHIJ, AHEBIFCJGD", "A, A", "'', ''"})
  void unshufflesEveryThirdLetter(String plain, String shuffled) {
    assertThat(Disguise.unshuffled(shuffled)).isEqualTo(plain);
  }

  @Test
  void liftsAShuffledLinkEvenIfItIsEscapedToo() {
    String shuffled = shuffled(NAMED);

    assertThat(Disguise.lift(shuffled)).contains(NAMED);
    assertThat(
            Disguise.lift(URLEncoder.encode(shuffled, StandardCharsets.UTF_8).replace("+", "%20")))
        .contains(NAMED);
  }

  @Test
  void liftsALinkThatIsOnlyEscaped() {
    assertThat(Disguise.lift(URLEncoder.encode(SINTEL, StandardCharsets.UTF_8))).contains(SINTEL);
    assertThat(Disguise.lift(base64(SINTEL + "&amp;dn=A"))).contains(SINTEL + "&dn=A");
    assertThat(Disguise.lift(" " + SINTEL + " ")).contains(SINTEL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "12345",
        "invalid_encoded_string",
        "dGhpcyBpcyBubyBsaW5r",
        "3Bpbmcgb24gaXQ=====",
        "%%%",
        "javascript:alert(1)",
        "ftp://films.example/sintel"
      })
  void whatCannotBeDecodedToALinkIsRefused(String text) {
    assertThat(Disguise.lift(text)).isEmpty();
  }

  @Test
  void hostileLengthsAreRefused() {
    assertThat(Disguise.lift("Ab3".repeat(1 << 20))).isEmpty();
    assertThat(Disguise.inAddress("https://x.example/?" + "id=Ab3&".repeat(1 << 18))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "token", "to", "url", "u", "link", "go"})
  void findsALinkInTheQueryOfAnAddress(String parameter) {
    String address = "https://gate.example/get.php?ref=blog&" + parameter + "=";

    assertThat(Disguise.inAddress(address + reversed(base64(SINTEL)) + "&utm=1")).contains(SINTEL);
    assertThat(Disguise.inAddress(address + base64(SINTEL))).contains(SINTEL);
    assertThat(
            Disguise.inAddress(address + URLEncoder.encode(base64(SINTEL), StandardCharsets.UTF_8)))
        .contains(SINTEL);
  }

  @Test
  void findsALinkWithinALinkWithinALink() {
    String inner = "https://gate.example/go.php?id=" + reversed(base64(SINTEL));
    String outer =
        "https://blog.example/redirect?to=" + URLEncoder.encode(inner, StandardCharsets.UTF_8);

    assertThat(Disguise.inAddress(outer)).contains(SINTEL);
  }

  @Test
  void ofAnOpaqueIdNothingIsFound() {
    assertThat(Disguise.inAddress("https://gate.example/get.php?id=invalid!")).isEmpty();
    assertThat(Disguise.inAddress("https://gate.example/get.php?ref=blog")).isEmpty();
    assertThat(Disguise.inAddress("https://gate.example/get.php?id=%zz")).isEmpty();
    assertThat(Disguise.inAddress(SINTEL + "&u=https://films.example/")).isEmpty();
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  /** The way back of {@link Disguise#unshuffled}: letters are put where it will take them. */
  static String shuffled(String plain) {
    StringBuilder places = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      places.append((char) ('\u4e00' + i));
    }
    String order = Disguise.unshuffled(places.toString());
    StringBuilder shuffled = new StringBuilder(plain);
    for (int i = 0; i < plain.length(); i++) {
      shuffled.setCharAt(order.charAt(i) - '\u4e00', plain.charAt(i));
    }
    return shuffled.toString();
  }
}
