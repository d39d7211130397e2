package org.betor.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SampleSiteTest {
  private SampleSite site = SampleSite.bludv().start();

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void listsItsPostsPageByPage() {
    String first = Browser.get(site, "").body();
    String last = Browser.get(site, "page/3/").body();

    assertThat(first).contains("Página 1 de 3", "class=\"nextpostslink\"", "/bludv/page/2/");
    assertThat(last).contains("Página 3 de 3").doesNotContain("nextpostslink");
    assertThat(first).contains(site.address(site.posts().get(0)) + "#more-1");
    assertThat(Browser.get(site, "page/4/").status()).isEqualTo(404);
  }

  @Test
  void showsASecondCardForItsNewestPostAndACardWithoutALink() {
    String first = Browser.get(site, "").body();

    assertThat(first).contains("class=\"post sticky\"", "<div class=\"title\">Em breve</div>");
    assertThat(first.split("href=\"[^\"]*/#more-1\"", -1)).hasSize(3);
  }

  @Test
  void writesSomeAddressesWithoutAHost() {
    assertThat(Browser.get(site, "").body())
        .contains("<a href=\"/bludv/" + site.posts().get(2).slug() + "/\"");
  }

  @Test
  void findsAllWordsOfATitleWhateverTheirCaseAndAccents() {
    assertThat(search("LAGRIMAS+aco").body()).contains("search-results", "Lágrimas de Aço");
    assertThat(search("tears+steel").body()).contains("Lágrimas de Aço");
    assertThat(search("lagrimas+coelho").body()).contains("search-no-results");
  }

  @Test
  void showsThatItHasNothing() {
    Browser.Response answer = search("matrix");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .contains("<body class=\"search search-no-results\">", "Nada encontrado")
        .doesNotContain("more-link");
  }

  @Test
  void pagesItsSearchResults() {
    assertThat(search("e").body()).contains("/bludv/page/2/?s=e\"");
    assertThat(Browser.get(site, "page/2/?s=e").body()).contains("Página 2 de");
    assertThat(Browser.get(site, "page/9/?s=e").status()).isEqualTo(404);
  }

  @Test
  void redirectsASingleHitIfAskedTo() {
    restart(SampleSite.bludv().redirectsSingleHit());

    Browser.Response answer = search("sintel");

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).contains(site.address(site.posts().get(0)).toString());
  }

  @Test
  void servesEveryPost() {
    assertThat(site.posts())
        .hasSize(14)
        .allSatisfy(
            post ->
                assertThat(Browser.get(site.address(post)).body())
                    .contains("<h1>" + Html.escape(post.heading()) + "</h1>"));
  }

  @Test
  void dressesTheSamePagesAsComando() {
    restart(SampleSite.comando().postsPerPage(3));

    assertThat(Browser.get(site, "").body())
        .contains("<h2 class=\"entry-title\">", "<h1 class=\"entry-title\">", "Página 1 de 3");
    assertThat(search("matrix").body()).contains("search-no-results", "Nada encontrado");
    assertThat(search("tears").body()).contains("Lágrimas de Aço", "class=\"more-link\"");
    assertThat(site.posts())
        .allSatisfy(
            post ->
                assertThat(Browser.get(site.address(post)).body())
                    .contains("single-view", Html.escape(post.heading())));
  }

  @Test
  void countsRequests() {
    search("sintel");
    search("sintel");
    Browser.get(site, "");

    assertThat(site.requests("?s=sintel")).isEqualTo(2);
    assertThat(site.requests("page/2/")).isZero();
    assertThat(site.requests()).containsEntry("", 1).containsEntry("?s=sintel", 2).hasSize(2);
  }

  @Test
  void waitsBeforeEachPage() {
    List<Duration> waits = new CopyOnWriteArrayList<>();
    restart(SampleSite.bludv().latency(Duration.ofMillis(100)).pause(waits::add));

    Browser.get(site, "");
    site.latency(Duration.ofMillis(200));
    Browser.get(site, "");

    assertThat(waits).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
  }

  @Test
  void getsIntoTroubleAndOut() {
    site.trouble("?s=", Trouble.BUSY, 2);

    assertThat(search("sintel").status()).isEqualTo(503);
    assertThat(Browser.get(site, "").status()).isEqualTo(200);
    assertThat(search("sintel").header("Retry-After")).contains("1");
    assertThat(search("sintel").status()).isEqualTo(200);
    site.trouble(Trouble.MISSING);
    assertThat(search("sintel").status()).isEqualTo(404);
    site.heal();
    assertThat(search("sintel").status()).isEqualTo(200);
  }

  @Test
  void challengesLikeCloudflare() {
    site.trouble(Trouble.CHALLENGE);

    Browser.Response answer = Browser.get(site, "");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("cf-mitigated")).contains("challenge");
    assertThat(answer.body()).contains("<title>Just a moment...</title>");
  }

  @Test
  void cutsConnections() {
    site.trouble(Trouble.CUT_CONNECTION);

    assertThatThrownBy(() -> Browser.ask(site.home())).isInstanceOf(IOException.class);
  }

  @Test
  void endsPagesInTheirMiddle() {
    int whole = Browser.get(site, "").body().length();
    site.trouble(Trouble.TRUNCATED);

    assertThat(Browser.get(site, "").body()).doesNotContain("</html>").hasSizeLessThan(whole);
  }

  @Test
  void movesToAnotherHome() {
    site.trouble(Trouble.MOVED);

    Browser.Response moved = search("sintel");
    String there = moved.header("Location").orElseThrow();

    assertThat(moved.status()).isEqualTo(301);
    assertThat(there).endsWith("/bludv-novo/?s=sintel");
    assertThat(Browser.get(site.home().resolve(there)).body()).contains("/bludv-novo/sintel-");
  }

  @Test
  void fillsPagesUpToARealisticSize() {
    restart(SampleSite.bludv().pageChars(120_000));

    assertThat(Browser.get(site, "").body()).hasSizeBetween(120_000, 121_000).endsWith("</html>\n");
  }

  @Test
  void answersWithItsRobotsFile() {
    restart(SampleSite.bludv().robots("User-agent: *\nDisallow: /bludv/page/\n"));

    assertThat(Browser.get(site, "/robots.txt").body()).contains("Disallow: /bludv/page/");
    assertThat(site.requests("/robots.txt")).isEqualTo(1);
  }

  @Test
  @Timeout(10)
  void leavesNoThreadWhenItIsClosed() {
    restart(SampleSite.bludv().pause(time -> Thread.currentThread().join()));
    Thread visitor = new Thread(() -> assertThatThrownBy(() -> Browser.ask(site.home())));
    visitor.start();
    while (threads() == 0) {
      assertThat(Thread.currentThread().isInterrupted()).as("out of time").isFalse();
    }

    site.close();

    while (threads() > 0) { // a thread that has ended its work needs a moment to die
      assertThat(Thread.currentThread().isInterrupted()).as("out of time").isFalse();
    }
  }

  @Test
  void startsAllSitesAtOnce() {
    try (SampleSites sites = SampleSites.start()) {
      assertThat(sites.home("bludv").toString()).matches("http://127\\.0\\.0\\.1:\\d+/bludv/");
      assertThat(sites.home("comando").toString()).matches("http://127\\.0\\.0\\.1:\\d+/comando/");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> sites.home("elsewhere"))
          .withMessageContaining("[archive, bludv, comando]");
    }
  }

  private Browser.Response search(String words) {
    return Browser.get(site, "?s=" + words);
  }

  private void restart(SampleSite.Builder builder) {
    site.close();
    site = builder.start();
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("betor-sample-bludv"))
        .count();
  }
}
