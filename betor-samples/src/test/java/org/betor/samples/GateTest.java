package org.betor.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Presses the buttons of the post with protected links. */
class GateTest {
  private final SampleSite site = SampleSite.bludv().start();
  private String page = "";

  @BeforeEach
  void openThePost() {
    page = Browser.get(site.address(site.posts().get(2))).body();
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void anAddressCarriesTheLinkReversed() {
    assertThat(page).containsPattern("/bludv/get\\.php\\?id=[^&]*bnFWb&amp;refsite=bludv");
  }

  @Test
  void anOpaqueAddressLeadsToAPageThatLeadsOn() {
    String behind = press("go\\.php\\?id=[0-9a-f]{16}");

    assertThat(behind).containsPattern("const redirect = \".*/receber\\.php\\?id=.*bnFWb&amp;utm_");
  }

  @Test
  void anOpaqueAddressLeadsToAPageThatNamesTheLink() {
    assertThat(press("links\\.php\\?id=[0-9a-f]{16}"))
        .contains("DEST_URL = \"magnet:?xt=urn:btih:");
  }

  @Test
  void anAttributeCarriesTheLinkShuffled() {
    assertThat(page).containsPattern("href=\"#\" data-u=\"m[^\"]+\"");
  }

  @Test
  void anAddressOfTheBlogLeadsToTheGate() {
    try (SampleSite comando = SampleSite.comando().start()) {
      String post = Browser.get(comando.address(comando.posts().get(1))).body();
      Matcher button = Pattern.compile("redirect\\?to=http%3A[^\"]+").matcher(post);
      assertThat(button.find()).isTrue();

      String gate = Browser.get(comando, button.group()).header("Location").orElseThrow();

      assertThat(gate).contains("/comando/go.php?id=");
      assertThat(Browser.get(comando.home().resolve(gate)).body()).contains("/receber.php?id=");
    }
  }

  @Test
  void anUnknownAddressLeadsNowhere() {
    assertThat(Browser.get(site, "go.php?id=0000000000000000").body())
        .doesNotContain("magnet:", "redirect");
  }

  private String press(String address) {
    Matcher button = Pattern.compile(address).matcher(page);
    assertThat(button.find()).as(address).isTrue();
    return Browser.get(site, button.group()).body();
  }
}
