package org.betor.core.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.betor.api.spi.PageRequest.get;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.betor.api.spi.Page;
import org.betor.api.spi.PageRequest;
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
class RetryTest {
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
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void triesAgainWhatMayPass(int status) {
    site.page("/", Reply.of(status, "busy"), Reply.of(status, "busy"), Reply.of(200, "there"));

    assertThat(fetch().text()).isEqualTo("there");
    assertThat(setup.time.pauses()).containsExactly(seconds(1), seconds(2));
  }

  @Test
  void givesTheLastAnswerAfterThreeTries() {
    site.page("/", Reply.of(503, "first"), Reply.of(502, "second"), Reply.of(500, "third"));

    Page page = fetch();

    assertThat(page.status()).isEqualTo(500);
    assertThat(page.text()).isEqualTo("third");
    assertThat(site.requests()).hasSize(3);
  }

  @Test
  void triesABrokenConnectionAgainAndThenSaysSo() {
    site.page("/", Reply.brokenOff());

    assertThatThrownBy(this::fetch)
        .isInstanceOfSatisfying(
            SiteException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE))
        .hasMessageContaining(site.home().toString());
    assertThat(site.requests()).hasSize(3);
    assertThat(setup.time.pauses()).containsExactly(seconds(1), seconds(2));
  }

  @Test
  void saysWhenNobodyIsThere() throws IOException {
    try (Socket silent = new Socket()) {
      silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)); // and never listens
      URI nobody = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");

      assertThatThrownBy(() -> setup.fetcher().fetch(PageRequest.get(nobody)))
          .isInstanceOfSatisfying(
              SiteException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE));
    }
  }

  @Test
  void waitsAsLongAsTheServerAsks() {
    site.page("/", Reply.of(429, "", "Retry-After: 7"), Reply.of(200, "there"));

    assertThat(fetch().text()).isEqualTo("there");
    assertThat(setup.time.pauses()).containsExactly(seconds(7));
  }

  @Test
  void waitsUntilTheDateThatTheServerNames() {
    site.page(
        "/",
        Reply.of(503, "", "Retry-After: Sat, 21 Nov 2026 10:00:20 GMT"),
        Reply.of(200, "there"));

    assertThat(fetch().text()).isEqualTo("there");
    assertThat(setup.time.pauses()).containsExactly(seconds(20));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-5", "Sat, 21 Nov 2020 10:00:20 GMT", "0"})
  void waitsAsUsualWhenTheServerNamesNoUsefulTime(String value) {
    site.page("/", Reply.of(503, "", "Retry-After: " + value), Reply.of(200, "there"));

    fetch();

    assertThat(setup.time.pauses()).containsExactly(seconds(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"31", "999999999", "Sat, 21 Nov 2026 11:00:00 GMT"})
  void givesTheAnswerAtOnceWhenTheServerAsksForTooMuch(String value) {
    site.page("/", Reply.of(429, "", "Retry-After: " + value));

    assertThat(fetch().status()).isEqualTo(429);
    assertThat(site.requests()).hasSize(1);
    assertThat(setup.time.pauses()).isEmpty();
  }

  @Test
  void doesNotRepeatAChallenge() {
    site.page("/", Reply.of(503, "", "cf-mitigated: challenge"));

    assertThatThrownBy(() -> fetch().orThrow())
        .isInstanceOfSatisfying(
            SiteException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CHALLENGE));
    assertThat(site.requests()).hasSize(1);
  }

  @Test
  void doesNotRepeatARefusal() {
    site.page("/", Reply.of(403, "no"));

    assertThat(fetch().status()).isEqualTo(403);
    assertThat(site.requests()).hasSize(1);
  }

  @Test
  void endsTheWaitingWhenInterrupted() {
    var retries = new Retries(setup.time, setup.time, () -> 0);

    assertThatThrownBy(() -> retries.run(site.home(), RetryTest::interruptAndBreak))
        .isInstanceOf(InterruptedException.class);
    assertThatThrownBy(() -> retries.run(site.home(), RetryTest::interruptAndBeBusy))
        .isInstanceOf(InterruptedException.class);
    assertThat(setup.time.pauses()).isEmpty();
  }

  private static Page interruptAndBreak() throws IOException {
    Thread.currentThread().interrupt();
    throw new IOException("closed by interrupt");
  }

  private static Page interruptAndBeBusy() {
    Thread.currentThread().interrupt();
    return Page.of(URI.create("http://localhost/"), 503, Map.of(), new byte[0]);
  }

  private Page fetch() {
    return setup.fetcher().fetch(get(site.home()));
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }
}
