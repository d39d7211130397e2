package org.betor.testkit.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.betor.api.model.Post;
import org.betor.api.spi.Page;
import org.betor.api.spi.Provider;
import org.betor.api.spi.Query;
import org.betor.testkit.ProviderContract;
import org.betor.testkit.RecordedSite;
import org.betor.testkit.RecordedVisit;
import org.junit.jupiter.api.Test;

class CinematecaProviderTest implements ProviderContract { // its default tests run here
  private static final String POST_ADDRESS = "https://cinemateca.example/sintel/";

  @Override
  public Provider provider() {
    return new CinematecaProvider();
  }

  @Override
  public RecordedSite site() {
    return RecordedSite.of(getClass())
        .page("https://cinemateca.example/?s=sintel", "/recorded-pages/search-sintel.html")
        .page(POST_ADDRESS, "/recorded-pages/post-sintel.html");
  }

  @Test
  void readsTitleAndOffersOfAPost() {
    RecordedVisit visit = site().visit();

    provider().search(Query.text("sintel"), visit);

    assertThat(visit.posts()).extracting(Post::heading).containsExactly("Sintel (2010) Dublado");
    assertThat(visit.posts().get(0).offers()).hasSize(2);
  }

  @Test
  void saysThatTheSiteHasNothingIfThePageSaysSo() {
    RecordedVisit visit =
        RecordedSite.of(getClass())
            .page("https://cinemateca.example/?s=matrix", "/recorded-pages/search-nothing.html")
            .visit();

    provider().search(Query.text("matrix"), visit);

    assertThat(visit.emptyProof()).map(Page::status).contains(200);
  }

  @Test
  void skipsAPostWithoutATitleAndSaysWhichSelectorFailed() {
    RecordedVisit visit = site().html(POST_ADDRESS, "<div class='entry-content'></div>").visit();

    provider().search(Query.text("sintel"), visit);

    assertThat(visit.posts()).isEmpty();
    assertThat(visit.problems())
        .singleElement()
        .satisfies(
            problem -> assertThat(problem.message()).contains("h1.entry-title", POST_ADDRESS));
  }

  @Test
  void skipsAnAddressThatNobodyCanReadAndReadsTheOtherPosts() {
    RecordedVisit visit =
        site()
            .html(
                "https://cinemateca.example/?s=sintel",
                """
                <main class="results">
                <article class="post"><h2><a href="/a|b/">Caminho (2001)</a></h2></article>
                <article class="post"><h2><a href="/sintel/">Sintel (2010)</a></h2></article>
                </main>
                """)
            .visit();

    provider().search(Query.text("sintel"), visit);

    assertThat(visit.posts()).extracting(Post::heading).containsExactly("Sintel (2010) Dublado");
    assertThat(visit.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("/a|b/"));
  }
}
