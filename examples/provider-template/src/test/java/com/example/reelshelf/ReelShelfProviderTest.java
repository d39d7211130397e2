package com.example.reelshelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.betor.api.model.Link;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.Quality.Resolution;
import org.betor.api.spi.Page;
import org.betor.api.spi.Provider;
import org.betor.api.spi.Query;
import org.betor.testkit.ProviderContract;
import org.betor.testkit.RecordedSite;
import org.betor.testkit.RecordedVisit;
import org.junit.jupiter.api.Test;

class ReelShelfProviderTest implements ProviderContract { // its default tests run here
  private static final String SINTEL = "https://reelshelf.example/film/17-sintel";
  private static final String BUNNY = "https://reelshelf.example/film/8-big-buck-bunny";

  @Override
  public Provider provider() {
    return new ReelShelfProvider();
  }

  @Override
  public RecordedSite site() {
    return RecordedSite.of(getClass())
        .page("https://reelshelf.example/find?title=sintel", "/recorded-pages/search-sintel.html")
        .page(SINTEL, "/recorded-pages/film-sintel.html")
        .page(BUNNY, "/recorded-pages/film-big-buck-bunny.html");
  }

  @Test
  void readsAFilmWithItsCopies() {
    Post sintel = post("Sintel", search("sintel", site()));

    assertThat(sintel.year()).hasValue(2010);
    assertThat(sintel.facts()).containsEntry("licence", List.of("CC BY 3.0"));
    assertThat(sintel.offers())
        .extracting(offer -> offer.quality().resolution())
        .containsExactly(Resolution.R720, Resolution.R1080);
    assertThat(sintel.offers())
        .extracting(Offer::link)
        .contains(
            new Link.TorrentFile(
                URI.create("https://reelshelf.example/torrents/sintel-1080p.torrent")));
  }

  @Test
  void skipsACopyThatCannotBeReadAndKeepsTheOthers() {
    RecordedVisit visit = search("sintel", site());

    assertThat(post("Big Buck Bunny", visit).offers()).hasSize(1);
    assertThat(visit.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.where()).isEqualTo(URI.create(BUNNY)));
  }

  @Test
  void skipsAnAddressThatNobodyCanReadAndReadsTheOtherFilms() {
    RecordedSite site =
        site()
            .html(
                "https://reelshelf.example/find?title=sintel",
                """
                <section id="shelf">
                <li class="reel"><a href="/film/9|nosferatu">Nosferatu</a></li>
                <li class="reel"><a href="/film/17-sintel">Sintel</a></li>
                </section>
                """);

    RecordedVisit visit = search("sintel", site);

    assertThat(visit.posts()).extracting(Post::heading).containsExactly("Sintel");
    assertThat(visit.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("/film/9|nosferatu"));
  }

  @Test
  void skipsAFilmWithoutATitleAndSaysWhichSelectorFailed() {
    RecordedVisit visit = search("sintel", site().html(SINTEL, "<main id='film'></main>"));

    assertThat(visit.posts()).extracting(Post::heading).containsExactly("Big Buck Bunny");
    assertThat(visit.problems())
        .anySatisfy(problem -> assertThat(problem.message()).contains("main#film > h2", SINTEL));
  }

  @Test
  void saysThatTheSiteHasNothingIfThePageSaysSo() {
    RecordedSite site =
        RecordedSite.of(getClass())
            .page(
                "https://reelshelf.example/find?title=metropolis+2",
                "/recorded-pages/search-nothing.html");

    assertThat(search("metropolis 2", site).emptyProof()).map(Page::status).contains(200);
  }

  private RecordedVisit search(String words, RecordedSite site) {
    RecordedVisit visit = site.visit();
    provider().search(Query.text(words), visit);
    return visit;
  }

  /** Films are read side by side, so their posts come in any order. */
  private static Post post(String heading, RecordedVisit visit) {
    return visit.posts().stream()
        .filter(post -> post.heading().equals(heading))
        .findFirst()
        .orElseThrow();
  }
}
