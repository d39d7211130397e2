package org.betor.api.spi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.betor.api.spi.SiteException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
  private static final URI ADDRESS = URI.create("https://films.example/sintel/");
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String WORDS = "Título: Nosferatu – Lançamento: ação, emoção e três irmãos";

  @ParameterizedTest
  @CsvSource({
    "404, MISSING",
    "410, MISSING",
    "429, UNAVAILABLE",
    "500, UNAVAILABLE",
    "503, UNAVAILABLE",
    "301, REFUSED",
    "401, REFUSED",
    "403, REFUSED"
  })
  void aStatusThatIsNoSuccessIsAReason(int status, Reason reason) {
    SiteException failure = failureOf(Page.of(ADDRESS, status, Map.of(), new byte[0]));

    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure.page()).isEqualTo(ADDRESS);
    assertThat(failure).hasMessageContainingAll(ADDRESS.toString(), Integer.toString(status));
  }

  @Test
  void aPageThatCameWithSuccessIsGivenBack() {
    Page page = Page.html(ADDRESS, "<h1>Sintel</h1>");

    assertThat(page.orThrow()).isSameAs(page);
    assertThat(page.ok()).isTrue();
    assertThat(page.missing()).isFalse();
    assertThat(page).hasToString("https://films.example/sintel/ (status 200, 15 bytes)");
  }

  @ParameterizedTest
  @CsvSource({"403", "503", "200"})
  void aChallengeIsAChallengeWhateverItsStatus(int status) {
    String challenge = "<html><head><title>Just a moment...</title></head><body></body></html>";

    Page page = Page.of(ADDRESS, status, Map.of(), challenge.getBytes(UTF_8));

    assertThat(failureOf(page).reason()).isEqualTo(Reason.CHALLENGE);
    assertThat(failureOf(page)).hasMessageContaining("browser");
  }

  @Test
  void theServerMayDeclareAChallengeInAHeader() {
    Page page = Page.of(ADDRESS, 403, Map.of("CF-Mitigated", List.of("challenge")), new byte[0]);

    assertThat(failureOf(page).reason()).isEqualTo(Reason.CHALLENGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<title>Just a moment... the film (1922)</title>",
        "<title>Sintel</title><p>Just a moment...</p>"
      })
  void aPageThatOnlyUsesTheWordsIsNoChallenge(String html) {
    Page page = Page.html(ADDRESS, html);

    assertThat(page.orThrow()).isSameAs(page);
  }

  @Test
  void headersAreFoundInEitherCase() {
    Page page =
        Page.of(ADDRESS, 200, Map.of("X-Robots-Tag", List.of("noindex", "nofollow")), new byte[0]);

    assertThat(page.header("x-robots-tag")).contains("noindex");
    assertThat(page.header("Location")).isEmpty();
  }

  @Test
  void utf8NeedsNoDeclaration() {
    assertThat(text(WORDS.getBytes(UTF_8))).isEqualTo(WORDS);
  }

  @Test
  void bytesThatAreNoUtf8AreReadAsLatinWhateverThePageDeclares() {
    String html = "<meta charset=\"utf-8\">" + WORDS;

    assertThat(text(html.getBytes(WINDOWS))).isEqualTo(html);
    assertThat(text(html.getBytes(WINDOWS), "text/html; charset=UTF-8")).isEqualTo(html);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iso-8859-1",
        "ISO-8859-1",
        "latin1",
        "us-ascii",
        "windows-1252",
        "no-such-charset"
      })
  void pagesThatDeclareLatinMeanWhatWindowsCallsLatin(String charset) {
    assertThat(text(WORDS.getBytes(WINDOWS), "text/html; charset=" + charset)).isEqualTo(WORDS);
  }

  @Test
  void bytesThatAreUtf8AreReadSoWhateverThePageDeclares() {
    String html =
        "<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'>" + WORDS;

    assertThat(text(html.getBytes(UTF_8), "text/html; charset=iso-8859-1")).isEqualTo(html);
  }

  @Test
  void otherEncodingsAreBelievedIfTheBytesAllowIt() {
    Charset cyrillic = Charset.forName("windows-1251");
    String html = "<meta charset='windows-1251'><h1>Броненосец Потёмкин</h1>";

    assertThat(text(html.getBytes(cyrillic))).isEqualTo(html);
    assertThat(text(WORDS.getBytes(ISO_8859_1), "text/html; charset=\"windows-1251\""))
        .contains("T");
  }

  @Test
  void aPageCutInTheMiddleOfALetterIsStillUtf8() {
    byte[] whole = "Ação em três atos: ção".getBytes(UTF_8);
    byte[] cut = Arrays.copyOf(whole, whole.length - 2);

    assertThat(text(cut)).startsWith("Ação em três atos: ç");
  }

  @Test
  void lettersThatTheSiteItselfHasLostDoNotDisproveUtf8() {
    String html = "Ttulo original: T\uFFFDtulo \uFFFD ção";

    assertThat(text(html.getBytes(UTF_8))).isEqualTo(html);
  }

  @Test
  void aFewBrokenBytesInALongPageDoNotDisproveUtf8() {
    byte[] words = WORDS.repeat(10).getBytes(UTF_8);
    words[0] = (byte) 0xE7;

    assertThat(text(words)).endsWith("irmãos");
  }

  @Test
  void aByteOrderMarkDecidesAndIsNoText() {
    assertThat(text(("\uFEFF" + WORDS).getBytes(UTF_8))).isEqualTo(WORDS);
    assertThat(text(("\uFEFF" + WORDS).getBytes(UTF_16LE))).isEqualTo(WORDS);
  }

  @Test
  void anyBytesAreSomeText() {
    byte[] noise = new byte[1 << 20];
    new Random(7).nextBytes(noise);

    assertThat(text(noise)).isNotEmpty();
    assertThat(text(new byte[0])).isEmpty();
  }

  private static String text(byte[] body) {
    return Page.of(ADDRESS, 200, Map.of(), body).text();
  }

  private static String text(byte[] body, String contentType) {
    return Page.of(ADDRESS, 200, Map.of("content-type", List.of(contentType)), body).text();
  }

  private static SiteException failureOf(Page page) {
    return catchThrowableOfType(SiteException.class, page::orThrow);
  }

  @Test
  void anXmlDeclarationNamesTheEncodingWhereTheBytesDoNotProveIt() {
    String xml = "<?xml version=\"1.0\" encoding=\"windows-1251\"?><title>Носферату</title>";

    assertThat(text(xml.getBytes(Charset.forName("windows-1251")), "application/xml"))
        .isEqualTo(xml);
    assertThat(text(xml.getBytes(UTF_8), "application/xml")).isEqualTo(xml);
  }
}
