package org.betor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.betor.api.model.Contents;
import org.betor.api.model.Episodes;
import org.betor.api.model.Language;
import org.betor.api.model.Listing;
import org.betor.api.model.MediaType;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.Quality;
import org.betor.api.model.Quality.Resolution;
import org.betor.api.model.Quality.Source;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.api.model.Swarm;
import org.betor.api.model.TitleId;
import org.betor.api.model.Upload;
import org.betor.api.model.Viewer;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.CatalogQuery.Sort;
import org.betor.api.spi.Change;
import org.betor.api.spi.Facet;
import org.betor.api.spi.Hits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneCatalogAnswersTest {
  @TempDir Path directory;
  private LuceneCatalog catalog;

  @BeforeEach
  void open() {
    catalog = LuceneCatalog.open(directory);
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  @Test
  void sizesSeedersSourcesAndTagsFilter() {
    Offer offer =
        Offer.of(Films.magnet(1))
            .quality(new Quality(Source.WEBDL, Resolution.UNKNOWN))
            .sizeBytes(700)
            .seeders(3)
            .build();
    Post post = Films.post(1, "Sintel").genres(List.of("Animação")).build();
    has(new Change(Films.key(1), new Listing("films", post, offer, Films.NOON)));
    has(new Change(Films.key(1), new Upload("durian", 0, List.of("Open Movie"), Films.NOON)));
    has(Films.titled(2, "Nosferatu"));

    filters(query -> query.size(700, 700), query -> query.size(701, 900));
    filters(query -> query.seeders(3), query -> query.seeders(4));
    filters(query -> query.source(Source.WEBDL), query -> query.source(Source.CAM));
    filters(query -> query.tag(" OPEN movie"), query -> query.tag("open"));
    filters(query -> query.tag("animação"), query -> query.tag("animacao"));
    assertThat(numbers(CatalogQuery.words("open movie animacao"))).containsExactly(1);
    has(new Change(Films.key(1), new Swarm(9, 0, Films.NOON)));
    filters(query -> query.seeders(9), query -> query.seeders(10));
  }

  @Test
  void anEpisodeIsFoundByItselfAndInPacks() {
    has(
        part(1, Episodes.of(List.of(2), List.of(3))),
        part(2, Episodes.of(List.of(2), List.of(4))),
        part(3, Episodes.seasons(List.of(1, 2))),
        part(4, Episodes.seasons(List.of(1))),
        part(5, Episodes.NONE));

    assertThat(numbers(CatalogQuery.all().episode(2, 3))).containsExactlyInAnyOrder(1, 3);
    assertThat(numbers(CatalogQuery.all().season(2))).containsExactlyInAnyOrder(1, 2, 3);
  }

  private static Change part(int number, Episodes episodes) {
    Offer offer = Offer.of(Films.magnet(number)).episodes(episodes).build();
    Post post = Films.post(number, "Sintel").build();
    return new Change(Films.key(number), new Listing("films", post, offer, Films.NOON));
  }

  @Test
  void filesInATorrentAreNoWords() {
    List<Contents.File> files = List.of(new Contents.File("extras/poster.jpg", 1));
    has(new Change(Films.key(1), new Contents("Sintel", files, Films.NOON)));

    assertThat(numbers(CatalogQuery.words("sintel"))).containsExactly(1);
    assertThat(numbers(CatalogQuery.words("poster"))).isEmpty();
  }

  @Test
  void everyOrderPutsWhatSaysNothingLast() {
    has(counted(1, 5, 100, 1921), counted(2, 7, 50, 2010), counted(3, 0, 900, 1999));
    has(Films.titled(4, "Sintel"));

    assertThat(numbers(CatalogQuery.all().sort(Sort.SEEDERS))).containsExactly(2, 1, 3, 4);
    assertThat(numbers(CatalogQuery.all().sort(Sort.SIZE))).containsExactly(3, 1, 2, 4);
    assertThat(numbers(CatalogQuery.words("sin").sort(Sort.YEAR))).containsExactly(2, 3, 1, 4);
  }

  private static Change counted(int number, int seeders, long size, int year) {
    Offer offer = Offer.of(Films.magnet(number)).seeders(seeders).sizeBytes(size).build();
    Post post = Films.post(number, "Sintel").year(year).build();
    return new Change(Films.key(number), new Listing("films", post, offer, Films.NOON));
  }

  @Test
  void pagesByCursorGiveEveryReleaseOnceAcrossRefreshesAndRestarts() {
    Random random = new Random(8);
    for (int batch = 0; batch < 4; batch++) {
      has(
          IntStream.range(batch * 100, batch * 100 + 100)
              .mapToObj(i -> counted(i, random.nextInt(4), 1 + random.nextInt(3), 2000 + i % 5))
              .toArray(Change[]::new));
    }
    for (Sort sort : Sort.values()) {
      for (String words : List.of("", "sintel", "sintal")) {
        CatalogQuery.Builder query = CatalogQuery.words(words).sort(sort);
        List<ReleaseKey> walked = walk(query.limit(37));
        Hits all = search(CatalogQuery.words(words).sort(sort).limit(1_000));

        assertThat(walked).doesNotHaveDuplicates().hasSize(400);
        assertThat(walked).isEqualTo(all.releases().stream().map(Release::key).toList());
        assertThat(all.next()).isEmpty();
      }
    }
  }

  private List<ReleaseKey> walk(CatalogQuery.Builder query) {
    List<ReleaseKey> walked = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      cursor.ifPresent(query::after);
      Hits page = search(query);
      assertThat(page.total()).isEqualTo(400);
      page.releases().forEach(release -> walked.add(release.key()));
      cursor = page.next();
      if (walked.size() % 4 == 0) {
        close();
        open();
      }
    } while (cursor.isPresent());
    return walked;
  }

  @Test
  void cursorsReachBeyondTenThousand() {
    hasTenThousand(i -> new Swarm(i % 7, 0, Films.minute(i)));
    for (Sort sort : List.of(Sort.NEWEST, Sort.SEEDERS)) {
      Hits page = search(CatalogQuery.all().sort(sort).offset(9_990).limit(10));
      String cursor = page.next().orElseThrow();
      Hits rest = search(CatalogQuery.all().sort(sort).after(cursor).limit(100));

      assertThat(rest.releases()).hasSize(20);
      assertThat(rest.next()).isEmpty();
    }
  }

  @Test
  void theTotalOfAllThatOneMaySeeIsExactBeyondTenThousand() {
    hasTenThousand(i -> new Upload("ana", i == 0 ? 3 : 0, Films.minute(i)));

    Hits all = search(CatalogQuery.all().limit(1));

    assertThat(all.total()).isEqualTo(10_019);
    assertThat(all.exact()).isTrue();
  }

  /** And twenty. */
  private void hasTenThousand(IntFunction<Section> section) {
    has(
        IntStream.range(0, 10_020)
            .mapToObj(i -> new Change(Films.key(i), section.apply(i)))
            .toArray(Change[]::new));
  }

  @Test
  void aPageIsFoundHoweverItsAddressIsSpelt() {
    Offer offer = Offer.of(Films.magnet(1)).build();
    List<URI> spellings =
        List.of(
            URI.create("https://films.example/%c3%a9"), URI.create("https://FILMS.example/%C3%A9"));
    for (int i = 0; i < 2; i++) {
      Post post = Post.at(spellings.get(i), "Sintel").build();
      has(new Change(Films.key(1), new Listing("films" + i, post, offer, Films.minute(i))));
    }

    for (URI page : spellings) {
      assertThat(search(CatalogQuery.all().page(page)).releases()).hasSize(1);
    }
  }

  @Test
  void aCursorOfAnotherQueryAndRubbishAreRefused() {
    has(Films.titled(1, "Sintel"), Films.titled(2, "Sintel"), Films.titled(3, "Sintel"));
    String cursor = search(CatalogQuery.words("sintel").limit(1)).next().orElseThrow();

    for (CatalogQuery.Builder other :
        List.of(
            CatalogQuery.words("sin").after(cursor),
            CatalogQuery.words("sintel").sort(Sort.NEWEST).after(cursor),
            CatalogQuery.words("sintel").seeders(0).after(cursor),
            CatalogQuery.words("sintel").page(URI.create("https://films.example/1")).after(cursor),
            CatalogQuery.words("sintel").after(cursor.substring(1)),
            CatalogQuery.words("sintel").after(cursor.replace(cursor.charAt(20), '_') + "A"),
            CatalogQuery.words("sintel").after("Ü?"),
            CatalogQuery.words("sintel").after(""))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> search(other))
          .withMessageContaining("Hits.next()");
    }
    CatalogQuery titles = CatalogQuery.words("sintel").after(cursor).build();
    assertThatIllegalArgumentException().isThrownBy(() -> catalog.titles(titles, Viewer.ANYONE));
  }

  @Test
  void valuesAreCountedAmongWhatMatches() {
    Post film = Films.post(1, "Sintel").year(2010).mediaType(MediaType.FILM).build();
    Offer offer =
        Offer.of(Films.magnet(1))
            .quality(new Quality(Source.WEBDL, Resolution.R1080))
            .audio(List.of(Language.ENGLISH, Language.BRAZILIAN_PORTUGUESE))
            .build();
    has(
        new Change(Films.key(1), new Listing("films", film, offer, Films.NOON)),
        new Change(Films.key(1), new Upload("durian", 0, List.of("Curta"), Films.NOON)),
        counted(2, 1, 1, 2010),
        counted(3, 1, 1, 1921),
        Films.titled(4, "Nosferatu"));

    assertThat(counts(Facet.MEDIA_TYPE)).containsExactly("FILM 1");
    assertThat(counts(Facet.YEAR)).containsExactly("2010 2", "1921 1");
    assertThat(counts(Facet.RESOLUTION)).containsExactly("1080p 1");
    assertThat(counts(Facet.SOURCE)).containsExactly("WEB-DL 1");
    assertThat(counts(Facet.LANGUAGE)).containsExactly("en 1", "pt-BR 1");
    assertThat(counts(Facet.PROVIDER)).containsExactly("films 3");
    assertThat(counts(Facet.TAG)).containsExactly("curta 1");
    CatalogQuery paged = CatalogQuery.all().offset(3).limit(1).build();
    assertThat(catalog.count(paged, Facet.YEAR, 1, Viewer.ANYONE))
        .containsExactly(new Facet.Count("2010", 2));
  }

  private List<String> counts(Facet facet) {
    CatalogQuery query = CatalogQuery.words("sintel").build();
    return catalog.count(query, facet, 9, Viewer.ANYONE).stream()
        .map(count -> count.value() + " " + count.releases())
        .toList();
  }

  @Test
  void titlesAreGroupedInTheOrderOfTheirBestReleases() {
    TitleId id = TitleId.imdb("tt1727587");
    Post known = Films.post(5, "Sintel, the durian film").ids(List.of(id)).build();
    has(
        Films.titled(1, "Nosferatu"),
        Films.titled(2, "NOSFERATU"),
        Films.titled(3, "Metropolis"),
        Films.titled(4, "Nosferatu"),
        new Change(Films.key(5), Films.listing(5, known)),
        new Change(Films.key(6), Films.listing(0, known)));

    assertThat(groups(CatalogQuery.all())).containsExactly("5 x2", "4 x3", "3 x1");
    assertThat(groups(CatalogQuery.all().offset(1).limit(1))).containsExactly("4 x3");
    assertThat(groups(CatalogQuery.all().offset(3))).isEmpty();
    assertThat(groups(CatalogQuery.words("nosferato"))).containsExactly("4 x3");
  }

  @Test
  void manyReleasesOfOneTitleDoNotHideTheOthers() {
    has(Films.titled(0, "Nosferatu"));
    has(IntStream.range(1, 1_500).mapToObj(i -> Films.titled(i, "Sintel")).toArray(Change[]::new));

    assertThat(groups(CatalogQuery.all())).containsExactly("1499 x1499", "0 x1");
  }

  private List<String> groups(CatalogQuery.Builder query) {
    return catalog.titles(query.build(), Viewer.ANYONE).stream()
        .map(group -> number(group.best()) + " x" + group.releases())
        .toList();
  }

  @Test
  void aMisspeltWordIsReplacedWhereNothingHasIt() {
    has(Films.titled(1, "Big Buck Bunny"), Films.titled(2, "The Kid 1921"), Films.titled(3, "Olá"));

    for (String typed :
        List.of("bunyn", "big bunni", "bunnny bick", "bnuny", "unny", "BÚNNI", "1921 bunni")) {
      Hits hits = search(CatalogQuery.words(typed));
      boolean found = !typed.startsWith("1921");
      assertThat(hits.corrected().isPresent()).as(typed).isEqualTo(found);
      assertThat(hits.total()).as(typed).isEqualTo(found ? 1 : 0);
      hits.corrected()
          .ifPresent(words -> assertThat(search(CatalogQuery.words(words)).total()).isOne());
    }
    assertThat(search(CatalogQuery.words("bunnny bick")).corrected()).contains("bunny buck");
    for (String typed : List.of("kit", "1922", "19x1", "bunnyss", "sintel")) {
      assertThat(search(CatalogQuery.words(typed))).as(typed).isEqualTo(Hits.NONE);
    }
    assertThat(search(CatalogQuery.words("bunn")).corrected()).isEmpty();
    assertThat(search(CatalogQuery.words("bunyn").provider("cinema"))).isEqualTo(Hits.NONE);
    assertThat(catalog.count(CatalogQuery.words("bunyn").build(), Facet.PROVIDER, 1, Viewer.ANYONE))
        .containsExactly(new Facet.Count("films", 1));
  }

  @Test
  void aMisspeltWordOfAnyScriptIsReplaced() {
    has(Films.titled(1, "Броненосец"), Films.titled(2, "メトロポリス"));

    assertThat(search(CatalogQuery.words("брониносец")).corrected()).contains("броненосец");
    assertThat(search(CatalogQuery.words("メトロポリズ")).corrected()).contains("メトロポリス");
    assertThat(search(CatalogQuery.words("броненосeц")).corrected()).contains("броненосец");
  }

  @Test
  void wordsOfHiddenReleasesCorrectNothing() {
    has(Films.titled(1, "Bunnyx"), Films.titled(2, "Bunny"));
    has(new Change(Films.key(2), new Upload("durian", 1, Films.NOON)));

    assertThat(search(CatalogQuery.words("buny"))).isEqualTo(Hits.NONE);
    assertThat(catalog.search(CatalogQuery.words("buny").build(), new Viewer("", 1)).corrected())
        .contains("bunny");
  }

  private void filters(
      UnaryOperator<CatalogQuery.Builder> right, UnaryOperator<CatalogQuery.Builder> wrong) {
    assertThat(numbers(right.apply(CatalogQuery.all()))).containsExactly(1);
    assertThat(numbers(wrong.apply(CatalogQuery.all()))).isEmpty();
  }

  private Hits search(CatalogQuery.Builder query) {
    return catalog.search(query.build(), Viewer.ANYONE);
  }

  private void has(Change... changes) {
    catalog.put(List.of(changes));
    catalog.refresh();
  }

  private List<Integer> numbers(CatalogQuery.Builder query) {
    return search(query).releases().stream().map(LuceneCatalogAnswersTest::number).toList();
  }

  private static int number(Release release) {
    return Integer.parseInt(release.key().value().substring("btih:".length()), 16);
  }
}
