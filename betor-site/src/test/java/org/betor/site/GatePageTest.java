package org.betor.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.betor.api.spi.Page;
import org.betor.api.spi.SiteException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatePageTest {
  private static final URI GATE = URI.create("https://gate.example/get.php?id=1");
  private static final String SINTEL =
      "magnet:?xt=urn:btih:08ada5a7a6183aae1e09d831df6748d566095a10";
  private static final String ESCAPED =
      "magnet%3A%3Fxt%3Durn%3Abtih%3A08ada5a7a6183aae1e09d831df6748d566095a10";
  private static final String BASE64 =
      "bWFnbmV0Oj94dD11cm46YnRpaDowOGFkYTVhN2E2MTgzYWFlMWUwOWQ4MzFkZjY3NDhkNTY2MDk1YTEw";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>const DEST_URL = \"" + SINTEL + "\";</script>",
        "<script>location.href='" + SINTEL + "'</script>",
        "<script>var a = 'https://ads.example/'; window.location = \"" + SINTEL + "\"</script>",
        "<script>x(\"magnet:?xt=urn:btih:08ada5a7a6183aae1e09d831df6748d566095a10\")</script>",
        "<a href='" + SINTEL + "'>abrir</a>",
        "<a href=" + SINTEL + ">abrir</a>",
        "<script>var LINK_FINAL='" + ESCAPED + "'</script>",
        "<script>open(atob('" + BASE64 + "'))</script>",
        "<body data-link='" + BASE64 + "'></body>",
        "<div data-url=\"" + SINTEL + "\"></div>"
      })
  void findsTheMagnetLinkWhereverItHides(String html) {
    assertThat(target(html)).isEqualTo(SINTEL);
  }

  @Test
  void undoesTheEscapesOfScripts() {
    assertThat(
            target("DEST_URL = \"" + SINTEL + "\\u0026dn=Sintel\\x26tr=udp:\\/\\/a.example:1\";"))
        .isEqualTo(SINTEL + "&dn=Sintel&tr=udp://a.example:1");
    assertThat(target("DEST_URL = \"" + SINTEL + "&amp;dn=Sintel 2010\";"))
        .isEqualTo(SINTEL + "&dn=Sintel 2010");
  }

  @Test
  void findsALinkInTheIdOfAnotherGate() {
    String id = DisguiseTest.reversed(BASE64);

    assertThat(
            target(
                "const abToken = \"6e0af28272b3cbc1994ecd63c44edaa46d35780e1827cd84475f427bb76fadac\";"
                    + "const redirect = \"https://next.example/receber.php?id="
                    + id
                    + "&amp;utm_source=&amp;refsite=\";"))
        .isEqualTo(SINTEL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>redirect = \"/go.php?id=abc\"</script>",
        "<script>location.replace('/go.php?id=abc')</script>",
        "<script>window.open( \"/go.php?id=abc\" )</script>",
        "<script>const next=\"\\/go.php?id=abc\"</script>",
        "<meta http-equiv=\"refresh\" content=\"0;url=/go.php?id=abc\">",
        "<meta http-equiv=\"refresh\" content=\"0; url='/go.php?id=abc'\">",
        "<META HTTP-EQUIV=REFRESH CONTENT='5;URL=/go.php?id=abc'>",
        "<meta content='0;url=/go.php?id=abc' http-equiv='refresh'>"
      })
  void findsTheNextGate(String html) {
    assertThat(target(html)).isEqualTo("/go.php?id=abc");
  }

  @Test
  void wordsThatAreNoAddressAndOtherSitesDoNotHideTheGate() {
    assertThat(
            target(
                "<script>var next = 'Próximo'; location.href = 'https://t.example/canal';"
                    + "NEXT_URL = 'https://next.example/go.php?id=abc'</script>"))
        .isEqualTo("https://next.example/go.php?id=abc");
  }

  @Test
  void whereThereIsNoGateTheFirstAddressCounts() {
    assertThat(target("<script>location.href = 'https://drive.example/file/1'</script>"))
        .isEqualTo("https://drive.example/file/1");
  }

  @Test
  void aRedirectOfTheServerIsFollowed() {
    Page page = Page.of(GATE, 302, Map.of("location", List.of(SINTEL)), new byte[0]);

    assertThat(GatePage.target(page)).contains(SINTEL);
  }

  @Test
  void aPageThatLeadsNowhereHasNoTarget() {
    assertThat(GatePage.target(Page.html(GATE, "<p>Aguarde</p>"))).isEmpty();
    assertThat(GatePage.target(Page.html(GATE, ""))).isEmpty();
  }

  @Test
  void anErrorOfTheGateIsAnError() {
    assertThatThrownBy(() -> GatePage.target(Page.of(GATE, 503, Map.of(), new byte[0])))
        .isInstanceOf(SiteException.class)
        .hasMessageContaining("503");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http-equiv=refresh ",
        "<meta refresh ",
        "next = '",
        "\"magnet:?",
        "magnet:?aaaaaaaaaaaa ",
        "data-u=\"x\" ",
        "'https://x.example/?id=1' ",
        "location.replace("
      })
  void aMebibyteOfNoiseIsReadInOnePass(String noise) {
    String html = noise.repeat((1 << 20) / noise.length());

    assertThat(GatePage.target(Page.html(GATE, html)).orElse("")).doesNotContain(SINTEL);
  }

  private static String target(String html) {
    return GatePage.target(Page.html(GATE, html)).orElseThrow();
  }
}
