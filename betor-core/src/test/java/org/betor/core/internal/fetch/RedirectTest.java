package org.betor.core.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.betor.api.spi.PageRequest.get;

import java.io.IOException;
import java.nio.file.Path;
import org.betor.api.spi.Page;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.SiteException.Reason;
import org.betor.core.internal.fetch.LoopbackSite.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class RedirectTest {
  private static final String MAGNET =
      "magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567&dn=A|name with spaces";

  @TempDir private Path folder;
  private FetchingSetup setup;
  private LoopbackSite site;

  @BeforeEach
  void open() throws IOException {
    setup = new FetchingSetup(folder);
    site = setup.site;
  }

  @AfterEach
  void close() throws IOException {
    setup.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsToTheFinalAddress(int status) {
    site.page("/old/a", Reply.of(status, "", "Location: ../new/b?c=1#d"));
    site.page("/new/b?c=1", Reply.of(200, "there"));

    Page page = fetch("/old/a");

    assertThat(page.text()).isEqualTo("there");
    assertThat(page.address()).isEqualTo(site.at("/new/b?c=1"));
  }

  @Test
  void followsALocationThatIsNoProperAddress() {
    site.page("/a", Reply.of(302, "", "Location: /caf\u00c3\u00a9 [HD]"));
    site.page("/caf%C3%A9%20%5BHD%5D", Reply.of(200, "there"));

    assertThat(fetch("/a").text()).isEqualTo("there");
  }

  @Test
  void leavesAMagnetLinkToTheProvider() {
    site.page("/go", Reply.of(302, "", "Location: " + MAGNET));

    Page page = fetch("/go");

    assertThat(page.status()).isEqualTo(302);
    assertThat(page.header("location")).contains(MAGNET);
  }

  @Test
  void leavesARedirectToNowhereToTheProvider() {
    site.page("/go", Reply.of(302, ""));

    assertThat(fetch("/go").status()).isEqualTo(302);
  }

  @Test
  void saysThatRedirectsGoInACircle() {
    site.page("/a", Reply.of(302, "", "Location: /b?key=secret"));
    site.page("/b?key=secret", Reply.of(302, "", "Location: /a"));

    assertThatThrownBy(() -> fetch("/a"))
        .isInstanceOfSatisfying(SiteException.class, e -> isReason(e, Reason.UNREADABLE))
        .hasMessageContainingAll(site.at("/a") + "", "lead back to");
    assertThat(site.requests()).hasSize(2);
  }

  @Test
  void followsEightRedirectsAndNotNine() {
    for (int i = 0; i < 9; i++) {
      site.page("/" + i, Reply.of(302, "", "Location: /" + (i + 1)));
    }
    site.page("/9", Reply.of(200, "there"));

    assertThat(fetch("/1").text()).isEqualTo("there");
    assertThatThrownBy(() -> fetch("/0"))
        .isInstanceOfSatisfying(SiteException.class, e -> isReason(e, Reason.UNREADABLE))
        .hasMessageContaining("more than 8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1/",
        "http://inside.example/",
        "http://169.254.169.254/latest/meta-data",
        "http://[fd00::1]/",
        "http://[::ffff:192.168.0.1]:8080/"
      })
  void doesNotFollowIntoTheNetworkAroundIt(String target) {
    site.page("/", Reply.of(302, "", "Location: " + target));

    assertThatThrownBy(() -> fetch("/"))
        .isInstanceOfSatisfying(SiteException.class, e -> isReason(e, Reason.DISALLOWED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://ftp.example/", "javascript:alert(1)"})
  void followsNothingButWebAddresses(String target) {
    site.page("/", Reply.of(302, "", "Location: " + target));

    assertThatThrownBy(() -> fetch("/"))
        .isInstanceOfSatisfying(SiteException.class, e -> isReason(e, Reason.DISALLOWED))
        .hasMessageContaining(target.substring(0, target.indexOf(':')));
  }

  @Test
  void carriesHeadersOnWithinASiteOnly() throws IOException {
    try (var other = new LoopbackSite()) {
      site.page("/a", Reply.of(302, "", "Location: /b"));
      site.page("/b", Reply.of(302, "", "Location: " + other.home()));
      other.page("/", Reply.of(200, "there"));

      setup
          .fetcher()
          .fetch(
              get(site.at("/a")).header("Cookie", "secret=1").header("Accept-Language", "pt-BR"));

      assertThat(site.requests())
          .allSatisfy(request -> assertThat(request.headers()).containsEntry("Cookie", "secret=1"));
      assertThat(other.requests().get(0).headers())
          .doesNotContainKey("Cookie")
          .containsEntry("Accept-Language", "pt-BR");
    }
  }

  private Page fetch(String path) {
    return setup.fetcher().fetch(get(site.at(path)));
  }

  private static void isReason(SiteException failure, Reason reason) {
    assertThat(failure.reason()).isEqualTo(reason);
  }
}
