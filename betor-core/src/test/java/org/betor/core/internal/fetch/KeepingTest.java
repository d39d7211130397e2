package org.betor.core.internal.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.api.spi.PageRequest.get;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.betor.api.spi.PageRequest;
import org.betor.core.internal.fetch.LoopbackSite.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class KeepingTest {
  private static final String[] FORBIDS_KEEPING = {
    "Cache-Control: no-store, no-cache, private, max-age=0",
    "Pragma: no-cache",
    "Expires: Thu, 01 Jan 1970 00:00:00 GMT",
    "Date: Thu, 01 Jan 1970 00:00:00 GMT",
    "Age: 999999",
    "Vary: *",
    "Set-Cookie: session=secret"
  };

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

  @Test
  void noKeyThatIsSentOnceReachesTheDisk() throws IOException {
    PageRequest once = get(site.home()).maxAge(Duration.ZERO);
    site.page(
        "/",
        Reply.of(200, "first", "Vary: Authorization, x-rapidapi-key"),
        Reply.of(200, "second"));

    PageRequest signed = once.header("Authorization", "Bearer very.secret.token");
    assertThat(fetch(signed.header("x-rapidapi-key", "very.secret.key"))).isEqualTo("first");
    assertThat(fetch(once)).isEqualTo("second");
    setup.close();

    assertThat(onDisk()).contains("second").doesNotContain("very.secret");
  }

  @Test
  void noKeyOfAnAddressThatIsFetchedOnceReachesTheDisk() throws IOException {
    String keyed = "/find?api_key=00112233445566778899aabbccddeeff";
    site.page(keyed, Reply.of(200, "first"));
    site.page("/", Reply.of(200, "second"));

    assertThat(fetch(get(site.at(keyed)).maxAge(Duration.ZERO))).isEqualTo("first");
    assertThat(fetch(get(site.home()).maxAge(Duration.ZERO))).isEqualTo("second");
    setup.close();

    assertThat(onDisk()).contains("second").doesNotContain("first", "00112233445566778899");
  }

  private String onDisk() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, ISO_8859_1));
      }
    }
    return all.toString();
  }

  @Test
  void answersFromTheKeptCopyWhateverTheSiteSaysOfKeeping() {
    site.page("/", Reply.of(200, "first", FORBIDS_KEEPING), Reply.of(200, "second"));

    assertThat(fetch(get(site.home()))).isEqualTo("first");
    assertThat(fetch(get(site.home()))).isEqualTo("first");
    assertThat(site.requests()).hasSize(1);
    assertThat(site.requests().get(0).headers()).containsEntry("Cache-Control", "max-age=1800");
  }

  @Test
  void asksTheSiteOnceTheCopyIsOlderThanTheRequestAllows() {
    site.page("/", Reply.of(200, "first"), Reply.of(200, "second"));
    PageRequest hourOld = get(site.home()).maxAge(Duration.ofHours(1));

    assertThat(fetch(hourOld)).isEqualTo("first");
    setup.time.pass(Duration.ofMinutes(59));
    assertThat(fetch(hourOld)).isEqualTo("first");
    setup.time.pass(Duration.ofMinutes(2));
    assertThat(fetch(hourOld)).isEqualTo("second");
    assertThat(fetch(hourOld)).isEqualTo("second");
    assertThat(site.requests()).hasSize(2);
  }

  @Test
  void alwaysAsksTheSiteForAPageOfNoAge() {
    site.page("/", Reply.of(200, "first"), Reply.of(200, "second"));

    assertThat(fetch(get(site.home()))).isEqualTo("first");
    assertThat(fetch(get(site.home()).maxAge(Duration.ZERO))).isEqualTo("second");
    assertThat(site.requests().get(1).headers()).containsEntry("Cache-Control", "no-cache");
    assertThat(fetch(get(site.home()))).isEqualTo("second");
  }

  @Test
  void asksWhetherTheCopyHasChangedWhereTheSiteCanTell() {
    site.page("/", Reply.of(200, "first", "ETag: \"1\""), Reply.of(304, ""));

    assertThat(fetch(get(site.home()))).isEqualTo("first");
    assertThat(fetch(get(site.home()).maxAge(Duration.ZERO))).isEqualTo("first");
    assertThat(site.requests().get(1).headers()).containsEntry("If-None-Match", "\"1\"");
    setup.time.pass(Duration.ofMinutes(29));
    assertThat(fetch(get(site.home()))).isEqualTo("first");
    assertThat(site.requests()).hasSize(2);
  }

  @Test
  void keepsNoErrorsAndNoChallenges() {
    String challenge = "<html><title>Just a moment...</title></html>";
    site.page("/404", Reply.of(404, "?", "Cache-Control: max-age=600"), Reply.of(200, "found"));
    site.page("/200", Reply.of(200, challenge), Reply.of(200, "human"));

    fetch(get(site.at("/404")));
    fetch(get(site.at("/200")));

    assertThat(fetch(get(site.at("/404")))).isEqualTo("found");
    assertThat(fetch(get(site.at("/200")))).isEqualTo("human");
  }

  @Test
  void keepsNoBodyThatBreaksOff() {
    site.page("/", Reply.brokenOff(), Reply.of(200, "whole"));

    assertThat(fetch(get(site.home()))).isEqualTo("whole");
    assertThat(site.requests()).hasSize(2);
  }

  @Test
  void keepsAnswersToDifferentCookiesApart() {
    site.page("/", Reply.of(200, "stranger"), Reply.of(200, "member"));

    assertThat(fetch(get(site.home()))).isEqualTo("stranger");
    assertThat(fetch(get(site.home()).header("Cookie", "a=b"))).isEqualTo("member");
  }

  @Test
  void findsItsPagesAfterCloseAndOpen() {
    site.page("/", Reply.of(200, "first"), Reply.of(200, "second"));

    assertThat(fetch(get(site.home()))).isEqualTo("first");
    setup.reopen();
    assertThat(fetch(get(site.home()))).isEqualTo("first");
  }

  @Test
  void putsNoCookiesOnTheDisk() throws IOException {
    site.page("/", Reply.of(200, "first", FORBIDS_KEEPING));
    fetch(get(site.home()));
    setup.reopen();

    for (Path file : files()) {
      assertThat(Files.readString(file, ISO_8859_1)).doesNotContain("secret");
    }
  }

  @Test
  void fetchesOnWhenTheKeptPagesAreDamaged() throws IOException {
    byte[] text = "page".repeat(1_000).getBytes(US_ASCII);
    site.page("/plain", Reply.of(200, text));
    site.page("/gzip", Reply.of(200, LoopbackSite.gzip(text), "Content-Encoding: gzip"));
    for (int seed = 0; seed < 5; seed++) {
      fetch(get(site.at("/plain")));
      fetch(get(site.at("/gzip")));
      setup.fetching().close();
      damageFiles(new Random(seed));
      setup.reopen();

      assertThat(fetch(get(site.at("/plain")))).isEqualTo(new String(text, US_ASCII));
      assertThat(fetch(get(site.at("/gzip")))).isEqualTo(new String(text, US_ASCII));
    }
  }

  @Test
  void fetchesWithoutAFolderToKeepPagesIn() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    site.page("/", Reply.of(200, "first"), Reply.of(200, "second"));
    try (var fetching =
        new Fetching(file, setup.time, setup.time, Limits.USUAL, Resolver.SYSTEM, () -> 0)) {
      assertThat(fetching.of(site.home()).fetch(get(site.home())).text()).isEqualTo("first");
      assertThat(fetching.of(site.home()).fetch(get(site.home())).text()).isEqualTo("first");
    }
  }

  private String fetch(PageRequest request) {
    return setup.fetcher().fetch(request).text();
  }

  /** Overwrites some bytes of some files, and all of others. */
  private void damageFiles(Random random) throws IOException {
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      int damaged = random.nextInt(4) == 0 ? 10 * bytes.length : random.nextInt(20);
      for (int i = 0; i < damaged; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      Files.write(file, bytes);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.endsWith(".lock")).toList();
    }
  }
}
