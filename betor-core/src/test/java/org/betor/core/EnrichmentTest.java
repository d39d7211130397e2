package org.betor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.core.ScriptedProvider.SINTEL;
import static org.betor.core.ScriptedProvider.sintel;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.betor.api.model.Link;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.TitleId;
import org.betor.api.model.TitleMatch;
import org.betor.api.model.Viewer;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.Change;
import org.betor.api.spi.Query;
import org.betor.api.spi.Visit;
import org.betor.samples.SampleTitles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What releases lack, as an application sees it come. */
@Timeout(60)
class EnrichmentTest {
  private static final TitleId IMDB = TitleId.imdb("tt1727587");
  private static final URI PAGE = URI.create("https://good.example/sintel/");

  @TempDir Path folder;

  private final List<Change> heard = new CopyOnWriteArrayList<>();

  private Betor.Builder library() {
    return Betor.builder(folder)
        .withoutDiscovery()
        .onChange(heard::add)
        .provider(ScriptedProvider.of("good", (query, visit) -> visit.found(sintel(visit))));
  }

  private static void search(Betor betor) throws InterruptedException {
    betor.search(Query.text("sintel")).report();
    betor.enrichment().await();
  }

  private static Optional<TitleMatch> match(Betor betor) {
    betor.catalog().refresh();
    return betor
        .catalog()
        .find(ReleaseKey.of(SINTEL), Viewer.ANYONE)
        .flatMap(release -> release.find(TitleMatch.class));
  }

  @Test
  void aReleaseIsIdentifiedAfterItWasFoundAndIsThenFoundByItsId()
      throws InterruptedException, IOException {
    try (Betor betor = library().open()) {
      betor.titles().importImdb(ImdbFiles.writeTo(folder), ImportProgress.NONE);

      search(betor);

      assertThat(match(betor)).map(TitleMatch::ids).hasValue(List.of(IMDB));
      assertThat(heard)
          .singleElement()
          .satisfies(change -> assertThat(change.key()).isEqualTo(ReleaseKey.of(SINTEL)));
      assertThat(
              betor.catalog().search(CatalogQuery.all().id(IMDB).build(), Viewer.ANYONE).releases())
          .extracting(Release::key)
          .containsExactly(ReleaseKey.of(SINTEL));
      assertThat(betor.titles().find(IMDB, Viewer.ANYONE).orElseThrow().releases().total())
          .isEqualTo(1);
      assertThat(betor.enrichment().pending()).isZero();
    }
  }

  @Test
  void whatWasNotIdentifiedIsAskedAboutAgainWhenMoreIsKnown()
      throws InterruptedException, IOException {
    try (Betor betor = library().open()) {
      search(betor);
      assertThat(match(betor)).map(TitleMatch::ids).hasValue(List.of());
      assertThat(heard).isEmpty();

      betor.titles().importImdb(ImdbFiles.writeTo(folder), ImportProgress.NONE);
      betor.enrichment().await();

      assertThat(match(betor)).map(TitleMatch::ids).hasValue(List.of(IMDB));
      assertThat(heard).hasSize(1);
    }
  }

  @Test
  void whatWasNotIdentifiedIsAskedAboutAgainWhenANewPageListsIt()
      throws InterruptedException, IOException {
    Iterator<String> names = List.of("Um Desenho", "Sintel").iterator();
    Betor.Builder library =
        Betor.builder(folder)
            .withoutDiscovery()
            .provider(
                ScriptedProvider.of(
                    "good", (query, visit) -> visit.found(page(visit, names.next()))));
    try (Betor betor = library.open()) {
      betor.titles().importImdb(ImdbFiles.writeTo(folder), ImportProgress.NONE);
      search(betor);
      assertThat(match(betor)).map(TitleMatch::ids).hasValue(List.of());

      search(betor);

      assertThat(match(betor)).map(TitleMatch::ids).hasValue(List.of(IMDB));
    }
  }

  private static Post page(Visit visit, String named) {
    URI address = visit.home().resolve(named.replace(' ', '-'));
    return Post.at(address, named + " Torrent (2010)")
        .originalTitle(named)
        .year(2010)
        .offers(List.of(Offer.of(new Link.Magnet(MagnetLink.of(SINTEL))).build()))
        .build();
  }

  @Test
  void whatIsSaidOfAPageHoldsForItsReleasesAndCanBeTakenBack() throws InterruptedException {
    TitleId other = TitleId.imdb("tt0000001");
    try (Betor betor = library().open()) {
      search(betor);

      betor.titles().assign(PAGE, other);
      betor.enrichment().await();
      assertThat(match(betor)).map(TitleMatch::ids).hasValue(List.of(other));

      betor.titles().unassign(PAGE);
      betor.enrichment().await();
      assertThat(match(betor)).map(TitleMatch::ids).hasValue(List.of());
      assertThat(heard).hasSize(2);
    }
  }

  @Test
  void whatWasSaidJustBeforeTheEndIsDoneAfterTheNextStart() throws InterruptedException {
    TitleId other = TitleId.imdb("tt0000001");
    try (Betor betor = library().open()) {
      search(betor);
      betor.enrichment().pause();
      betor.titles().assign(PAGE, other);
      assertThat(betor.enrichment().pending()).isEqualTo(1);
    }
    try (Betor betor = library().open()) {
      betor.enrichment().await();

      assertThat(match(betor)).map(TitleMatch::ids).hasValue(List.of(other));
    }
  }

  @Test
  void aServiceThatIsSetUpLaterIsAskedForWhatIsThere() throws InterruptedException {
    try (Betor betor = library().open()) {
      search(betor);
      assertThat(match(betor)).map(TitleMatch::ids).hasValue(List.of());
    }
    try (SampleTitles services = SampleTitles.builder().start()) {
      Betor.Builder library = library();
      services.settings().forEach(library::setting);
      try (Betor betor = library.open()) {
        betor.enrichment().await();

        assertThat(match(betor))
            .hasValueSatisfying(
                match ->
                    assertThat(match.ids())
                        .contains(IMDB, new TitleId(TitleId.Authority.TMDB_FILM, "45745")));
      }
    }
  }
}
