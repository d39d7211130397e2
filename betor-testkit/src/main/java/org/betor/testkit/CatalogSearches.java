package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.testkit.FreeFilms.change;
import static org.betor.testkit.FreeFilms.key;
import static org.betor.testkit.FreeFilms.level;
import static org.betor.testkit.FreeFilms.listing;
import static org.betor.testkit.FreeFilms.minute;
import static org.betor.testkit.FreeFilms.offer;
import static org.betor.testkit.FreeFilms.post;
import static org.betor.testkit.FreeFilms.swarm;
import static org.betor.testkit.FreeFilms.titled;

import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.betor.api.model.Contents;
import org.betor.api.model.Episodes;
import org.betor.api.model.Language;
import org.betor.api.model.Link;
import org.betor.api.model.Listing;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.MediaType;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.Quality;
import org.betor.api.model.Quality.Resolution;
import org.betor.api.model.Quality.Source;
import org.betor.api.model.TitleId;
import org.betor.api.model.TitleMatch;
import org.betor.api.model.Upload;
import org.betor.api.model.Viewer;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.CatalogQuery.Sort;
import org.betor.api.spi.Change;
import org.betor.api.spi.Facet;
import org.betor.api.spi.Hits;
import org.junit.jupiter.api.Test;

/**
 * What a catalogue promises of words, filters, levels and orders: a part of {@link
 * CatalogContract}.
 */
public interface CatalogSearches extends CatalogUnderTest {

  /** In what is asked, and in what is found. */
  @Test
  default void wordsMatchWhateverTheirCaseAndAccents() {
    try (TestedCatalog tested = TestedCatalog.having(this, titled(1, "Título de Exemplo"))) {
      for (String words :
          List.of("Título", "TITULO", "titulo", "Ti\u0301tulo", "exemplo título", "éxem")) {
        assertThat(tested.found(words)).as(words).containsExactly(1);
      }
    }
  }

  /** All words; only the last may be a beginning. */
  @Test
  default void everyWordHasToMatchAndTheLastMayBeUnfinished() {
    try (TestedCatalog tested =
        TestedCatalog.having(
            this,
            titled(1, "Big Buck Bunny"),
            titled(2, "Big Fish in a Bunker"),
            titled(3, "Bunny"))) {
      assertThat(tested.found("big bun")).containsExactlyInAnyOrder(1, 2);
      assertThat(tested.found("bu bunny")).isEmpty();
      assertThat(tested.found("buck buck")).containsExactly(1);
      assertThat(tested.found("bunny bun")).containsExactlyInAnyOrder(1, 3);
      assertThat(tested.found("nny")).isEmpty();
    }
  }

  /** Titles, headings, names, genres and tags. */
  @Test
  default void allThatNamesAReleaseIsSearched() {
    Post post =
        Post.at(post(1, "").build().address(), "Página")
            .originalTitle("The Kid")
            .translatedTitle("O Garoto")
            .genres(List.of("Comédia"))
            .build();
    MagnetLink magnet =
        MagnetLink.parse("magnet:?xt=" + FreeFilms.hash(1).urn() + "&dn=Chaplin.1921.720p");
    try (TestedCatalog tested =
        TestedCatalog.having(
            this,
            change(1, listing(1, post, Offer.of(new Link.Magnet(magnet)).build())),
            change(1, new TitleMatch(List.of(), "Le Gosse", minute(1))),
            change(1, new Contents("Kid_Restored", List.of(), minute(1))),
            change(1, new Upload("durian", 0, List.of("Silent"), minute(1))))) {
      for (String words :
          List.of(
              "pagina",
              "the kid",
              "garoto o",
              "comedia",
              "chaplin 720p",
              "gosse",
              "restored",
              "silent",
              "silent kid gos")) {
        assertThat(tested.found(words)).as(words).containsExactly(1);
      }
    }
  }

  /** Each by itself, and with words. */
  @Test
  default void everyFilterHolds() {
    Post post =
        post(1, "Cosmos Laundromat")
            .year(2015)
            .mediaType(MediaType.SERIES)
            .ids(List.of(TitleId.imdb("tt4957236")))
            .genres(List.of("Ficção Científica"))
            .build();
    Offer offer =
        offer(1)
            .quality(new Quality(Source.WEBDL, Resolution.R2160))
            .audio(List.of(Language.BRAZILIAN_PORTUGUESE))
            .sizeBytes(1_000)
            .seeders(5)
            .build();
    Listing listing = new Listing("cinema", post, offer, minute(1));
    try (TestedCatalog tested =
        TestedCatalog.having(
            this,
            change(1, listing),
            change(1, new Upload("durian", 0, List.of("Curta"), minute(1))),
            titled(2, "Sintel"))) {
      filters(tested, q -> q.mediaType(MediaType.SERIES), q -> q.mediaType(MediaType.FILM));
      filters(tested, q -> q.years(2015, 2015), q -> q.years(1900, 2014));
      filters(tested, q -> q.years(2000, 2100), q -> q.years(2016, 2100));
      filters(tested, q -> q.language(lang("pt-BR")), q -> q.language(lang("pt-PT")));
      filters(tested, q -> q.language(lang("pt")), q -> q.language(Language.ENGLISH));
      filters(tested, q -> q.resolution(Resolution.R2160), q -> q.resolution(Resolution.R1080));
      filters(tested, q -> q.source(Source.WEBDL), q -> q.source(Source.WEBRIP));
      filters(tested, q -> q.provider("cinema"), q -> q.provider("cine"));
      filters(
          tested,
          q -> q.page(listing.address()),
          q -> q.page(URI.create("https://other.example/")));
      filters(tested, q -> q.id(TitleId.imdb("tt4957236")), q -> q.id(TitleId.imdb("tt1727587")));
      filters(tested, q -> q.tag("ficção científica"), q -> q.tag("ficção"));
      filters(tested, q -> q.tag(" CURTA "), q -> q.tag("longa"));
      filters(tested, q -> q.seeders(5), q -> q.seeders(6));
      filters(tested, q -> q.size(1_000, 1_000), q -> q.size(1_001, Long.MAX_VALUE));
      filters(tested, q -> q.size(0, 2_000), q -> q.size(0, 999));
    }
  }

  private static Language lang(String tag) {
    return new Language(tag);
  }

  private static void filters(
      TestedCatalog tested,
      UnaryOperator<CatalogQuery.Builder> right,
      UnaryOperator<CatalogQuery.Builder> wrong) {
    assertThat(tested.numbers(right.apply(CatalogQuery.all()))).containsExactly(1);
    assertThat(tested.numbers(right.apply(CatalogQuery.words("cosmos")))).containsExactly(1);
    assertThat(tested.numbers(right.apply(CatalogQuery.words("sintel")))).isEmpty();
    assertThat(tested.numbers(wrong.apply(CatalogQuery.all()))).isEmpty();
  }

  /** By itself, in a pack of episodes, or in one of whole seasons. */
  @Test
  default void anEpisodeIsInEveryPackThatHasIt() {
    try (TestedCatalog tested =
        TestedCatalog.having(
            this,
            episodes(1, Episodes.of(List.of(2), List.of(3))),
            episodes(2, Episodes.of(List.of(2), List.of(1, 2, 3))),
            episodes(3, Episodes.seasons(List.of(1, 2))),
            episodes(4, Episodes.of(List.of(2), List.of(4))),
            episodes(5, Episodes.of(List.of(1), List.of(3))),
            episodes(6, Episodes.NONE))) {
      assertThat(tested.numbers(CatalogQuery.all().episode(2, 3)))
          .containsExactlyInAnyOrder(1, 2, 3);
      assertThat(tested.numbers(CatalogQuery.all().season(2)))
          .containsExactlyInAnyOrder(1, 2, 3, 4);
      assertThat(tested.numbers(CatalogQuery.all().season(1))).containsExactlyInAnyOrder(3, 5);
    }
  }

  private static Change episodes(int number, Episodes episodes) {
    Offer offer = offer(number).episodes(episodes).build();
    return change(number, listing(number, post(number, "Pioneer One").build(), offer));
  }

  /** In results, totals, groups, facets, suggestions and corrections. */
  @Test
  default void nothingAboveTheViewersLevelShows() {
    Viewer member = new Viewer("member", 1);
    try (TestedCatalog tested =
        TestedCatalog.having(
            this, titled(1, "Nosferatu"), titled(2, "Nosferatu Uncut"), level(2, 1))) {
      CatalogQuery all = CatalogQuery.all().build();
      assertThat(tested.found("nosferatu")).containsExactly(1);
      assertThat(tested.catalog().search(all, Viewer.ANYONE).total()).isOne();
      assertThat(tested.catalog().titles(all, Viewer.ANYONE)).hasSize(1);
      assertThat(tested.catalog().count(all, Facet.PROVIDER, 9, Viewer.ANYONE))
          .containsExactly(new Facet.Count("films", 1));
      assertThat(tested.catalog().find(key(2), Viewer.ANYONE)).isEmpty();
      assertThat(tested.catalog().suggest("nos", 5, Viewer.ANYONE)).containsExactly("Nosferatu");
      assertThat(tested.catalog().search(CatalogQuery.words("uncot").build(), Viewer.ANYONE))
          .isEqualTo(Hits.NONE);

      assertThat(tested.numbers(CatalogQuery.words("uncot"), member)).containsExactly(2);
      assertThat(tested.catalog().search(all, member).total()).isEqualTo(2);
      assertThat(tested.catalog().find(key(2), member)).isPresent();
      assertThat(tested.catalog().suggest("nos", 5, member))
          .containsExactly("Nosferatu", "Nosferatu Uncut");
    }
  }

  /** Each order, with what has no value last. */
  @Test
  default void everyOrderPutsMissingValuesLast() {
    try (TestedCatalog tested =
        TestedCatalog.having(
            this,
            change(1, film(1, 1921, 500, 30)),
            change(2, film(2, 2010, 700, 10)),
            change(3, film(3, 2008, 600, 20)),
            titled(4, "Sintel"))) {
      assertThat(tested.numbers(CatalogQuery.all().sort(Sort.YEAR))).containsExactly(2, 3, 1, 4);
      assertThat(tested.numbers(CatalogQuery.all().sort(Sort.SIZE))).containsExactly(2, 3, 1, 4);
      assertThat(tested.numbers(CatalogQuery.all().sort(Sort.SEEDERS))).containsExactly(1, 3, 2, 4);
      assertThat(tested.numbers(CatalogQuery.all().sort(Sort.NEWEST))).containsExactly(4, 3, 2, 1);
      assertThat(tested.numbers(CatalogQuery.all())).containsExactly(4, 3, 2, 1);
      assertThat(tested.numbers(CatalogQuery.words("sin").sort(Sort.YEAR)))
          .containsExactly(2, 3, 1, 4);
    }
  }

  private static Listing film(int number, int year, int bytes, int seeders) {
    return listing(
        number,
        post(number, "Sintel").year(year).build(),
        offer(number).sizeBytes(bytes).seeders(seeders).build());
  }

  /** What trackers count comes before what pages say, and any section makes a release new. */
  @Test
  default void ordersGoByWhatIsKnownNow() {
    try (TestedCatalog tested =
        TestedCatalog.having(
            this,
            change(1, film(1, 2010, 500, 30)),
            change(2, film(2, 2010, 700, 10)),
            swarm(1, 1, 7),
            change(2, new Contents("a", List.of(new Contents.File("a", 1)), minute(5))))) {
      assertThat(tested.numbers(CatalogQuery.all().sort(Sort.SEEDERS))).containsExactly(2, 1);
      assertThat(tested.numbers(CatalogQuery.all().sort(Sort.SIZE))).containsExactly(1, 2);
      assertThat(tested.numbers(CatalogQuery.all().sort(Sort.NEWEST))).containsExactly(1, 2);
    }
  }

  /** One letter more, less, another, or two swapped; the answer says what was looked for. */
  @Test
  default void misspeltWordsAreCorrectedWhereNothingMatches() {
    try (TestedCatalog tested =
        TestedCatalog.having(this, titled(1, "Metrópolis"), titled(2, "Big Buck Bunny"))) {
      for (String typed : List.of("metropoliss", "metropols", "metropulis", "Mertopolis")) {
        Hits hits = tested.catalog().search(CatalogQuery.words(typed).build(), Viewer.ANYONE);
        assertThat(hits.corrected()).as(typed).contains("metropolis");
        assertThat(TestedCatalog.numbers(hits.releases())).as(typed).containsExactly(1);
        assertThat(hits.total()).as(typed).isOne();
      }
      Hits hits = tested.catalog().search(CatalogQuery.words("Big Bunni").build(), Viewer.ANYONE);
      assertThat(hits.corrected()).contains("big bunny");
    }
  }

  /** Short words, numbers, and words that are two letters away. */
  @Test
  default void notEveryWordIsCorrected() {
    try (TestedCatalog tested = TestedCatalog.having(this, titled(1, "The Kid of 1921"))) {
      for (String typed : List.of("kit", "thi", "1922", "kidddd")) {
        assertThat(tested.catalog().search(CatalogQuery.words(typed).build(), Viewer.ANYONE))
            .as(typed)
            .isEqualTo(Hits.NONE);
      }
    }
  }

  /** And only then. */
  @Test
  default void nothingIsCorrectedWhereSomethingMatches() {
    try (TestedCatalog tested =
        TestedCatalog.having(this, titled(1, "Metropolis"), titled(2, "Metropoli"))) {
      for (String words : List.of("metropoli", "metropolis", "metro")) {
        Hits hits = tested.catalog().search(CatalogQuery.words(words).build(), Viewer.ANYONE);
        assertThat(hits.corrected()).as(words).isEmpty();
      }
      assertThat(tested.found("metropolis")).containsExactly(1);
    }
  }

  /** Punctuation names nothing. */
  @Test
  default void textWithoutAnyWordFindsNothing() {
    try (TestedCatalog tested = TestedCatalog.having(this, titled(1, "Sintel"))) {
      assertThat(tested.found("!!! ... (")).isEmpty();
      assertThat(tested.catalog().suggest("\"", 5, Viewer.ANYONE)).isEmpty();
      assertThat(tested.catalog().suggest("", 5, Viewer.ANYONE)).isEmpty();
      assertThat(tested.found("  ")).containsExactly(1);
    }
  }

  /** The rest is too much to ask. */
  @Test
  default void theFirstHundredWordsCount() {
    String title = String.join(" ", IntStream.range(100, 200).mapToObj(i -> "w" + i).toList());
    try (TestedCatalog tested = TestedCatalog.having(this, titled(1, title))) {
      assertThat(tested.found(title)).containsExactly(1);
      assertThat(tested.found(title + " more")).containsExactly(1);
      assertThat(tested.found("more " + title)).isEmpty();
    }
  }
}
