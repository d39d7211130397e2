package org.betor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.api.model.Swarm;
import org.betor.api.model.TitleId;
import org.betor.api.model.TitleMatch;
import org.betor.api.model.Upload;
import org.betor.api.model.Viewer;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.CatalogQuery.Sort;
import org.betor.api.spi.Change;
import org.betor.api.spi.Hits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneCatalogSearchTest {
  private static final Viewer MEMBER = new Viewer("member", 1);

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
  void anEmptyCatalogueFindsNothing() {
    assertThat(catalog.search(CatalogQuery.all().build(), Viewer.ANYONE)).isEqualTo(Hits.NONE);
    assertThat(catalog.find(Films.key(1), Viewer.ANYONE)).isEmpty();
    assertThat(catalog.suggest("s", 5, Viewer.ANYONE)).isEmpty();
    assertThat(catalog.lacking(Swarm.class, Instant.MAX, 5)).isEmpty();
  }

  @Test
  void whatWasPutIsFoundAfterARefresh() {
    catalog.put(List.of(Films.titled(1, "Sintel")));
    catalog.refresh();

    assertThat(catalog.find(Films.key(1), Viewer.ANYONE)).map(Release::title).contains("Sintel");
    assertThat(found("sintel")).containsExactly(1);
  }

  @Test
  void wordsMatchWhateverTheirCaseAndAccents() {
    has(Films.titled(1, "Título de Exemplo"));

    for (String words : List.of("Título", "TITULO", "titulo", "Ti\u0301tulo", "exemplo título")) {
      assertThat(found(words)).as(words).containsExactly(1);
    }
  }

  @Test
  void everyWordHasToMatchAndTheLastMayBeUnfinished() {
    has(
        Films.titled(1, "Big Buck Bunny"),
        Films.titled(2, "Big Fish in a Bunker"),
        Films.titled(3, "Bunny"));

    assertThat(found("big bun")).containsExactlyInAnyOrder(1, 2);
    assertThat(found("bu bunny")).isEmpty();
    assertThat(found("buck buck")).containsExactly(1);
    assertThat(found("bunny bun")).containsExactlyInAnyOrder(1, 3);
  }

  @Test
  void wholeWordsComeFirstThenShortNamesThenTheNewest() {
    has(
        Films.titled(1, "Nosferatu 1922 restored, with an orchestra"),
        Films.titled(2, "Nosferatu 1922"),
        Films.titled(3, "Nosferatu 1922 1080p"),
        Films.titled(4, "Nosferatu 1922 restored"),
        Films.titled(5, "The Nosferatus"));

    assertThat(found("nosferatu")).containsExactly(4, 3, 2, 1, 5);
  }

  /** Many that match alike are in the index before the newest come. */
  @Test
  void theNewestOfManyThatMatchAlikeComesFirst() {
    for (String name : List.of("Nosferatu %d", "Nosferatus %d")) { // whole, and as a beginning
      has(titled(name, 1, 2_000));
      has(titled(name, 2_001, 2_010));

      assertThat(catalog.titles(CatalogQuery.words("nosferatu").limit(11).build(), Viewer.ANYONE))
          .extracting(title -> title.best().key())
          .containsExactlyElementsOf(
              IntStream.range(0, 11).mapToObj(place -> Films.key(2_010 - place)).toList());
      catalog.remove(IntStream.rangeClosed(1, 2_010).mapToObj(Films::key).toList());
    }
  }

  private static Change[] titled(String name, int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(number -> Films.titled(number, name.formatted(number)))
        .toArray(Change[]::new);
  }

  @Test
  void allThatNamesAReleaseIsSearched() {
    Post post =
        Films.post(1, "Página")
            .originalTitle("The Kid")
            .translatedTitle("O Garoto")
            .genres(List.of("Comédia"))
            .build();
    MagnetLink magnet =
        MagnetLink.parse("magnet:?xt=" + Films.hash(1).urn() + "&dn=Chaplin.1921.720p");
    Offer offer = Offer.of(new Link.Magnet(magnet)).build();
    has(
        new Change(Films.key(1), new Listing("films", post, offer, Films.NOON)),
        new Change(Films.key(1), new TitleMatch(List.of(), "Le Gosse", Films.NOON)),
        new Change(Films.key(1), new Contents("Kid_Restored", List.of(), Films.NOON)));

    for (String words :
        List.of("pagina", "the kid", "o garoto", "comedia", "chaplin 720p", "gosse", "restored")) {
      assertThat(found(words)).as(words).containsExactly(1);
    }
  }

  @Test
  void theWholeWordComesBeforeItsBeginning() {
    has(Films.titled(1, "Metropolis"), Films.titled(2, "Metropolisation"));

    assertThat(found("metropolis")).containsExactly(1, 2);
  }

  @Test
  void wordsOfNothingButPunctuationFindNothing() {
    has(Films.titled(1, "Sintel"));

    assertThat(found("!!! ... (")).isEmpty();
    assertThat(catalog.suggest("\"", 5, Viewer.ANYONE)).isEmpty();
  }

  @Test
  void noInputIsRefused() {
    has(Films.titled(1, "Sintel"));
    List<String> pieces =
        List.of(
            "\"", ":", "(", ")", "[", "{", "*", "?", "~", "^", "\\", "/", "AND", "NOT", "||",
            "sintel", " ", "-", "🎬", "\ud83c", "\udfac", "\u0000", "\u0301", "é", "words:", "\n");
    Random random = new Random(11);
    for (int i = 0; i < 500; i++) {
      StringBuilder words = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        words.append(pieces.get(random.nextInt(pieces.size())));
      }
      answersAnything(words.toString());
    }
    answersAnything("\"(:".repeat(3_500));
    answersAnything("s".repeat(10_000));
    answersAnything("ノ̈й".repeat(1_000));
    answersAnything(String.join(" ", IntStream.range(0, 5_000).mapToObj(String::valueOf).toList()));
  }

  private void answersAnything(String words) {
    CatalogQuery query = CatalogQuery.words(words).provider(words).sort(Sort.NEWEST).build();
    assertThat(catalog.search(query, Viewer.ANYONE)).isEqualTo(Hits.NONE);
    assertThat(found(words)).hasSizeLessThanOrEqualTo(1);
    assertThat(catalog.suggest(words, 5, Viewer.ANYONE)).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void everyFilterHolds() {
    Post post =
        Films.post(1, "Cosmos Laundromat")
            .year(2015)
            .mediaType(MediaType.SERIES)
            .ids(List.of(TitleId.imdb("tt4957236")))
            .build();
    Offer offer =
        Offer.of(Films.magnet(1))
            .quality(new Quality(Source.WEBDL, Resolution.R2160))
            .audio(List.of(Language.BRAZILIAN_PORTUGUESE))
            .episodes(Episodes.seasons(List.of(1, 2)))
            .build();
    has(new Change(Films.key(1), new Listing("cinema", post, offer, Films.NOON)));
    has(Films.titled(2, "Sintel"));

    filters(query -> query.mediaType(MediaType.SERIES), query -> query.mediaType(MediaType.FILM));
    filters(query -> query.years(2015, 2015), query -> query.years(1900, 2014));
    filters(query -> query.years(2000, 2100), query -> query.years(2016, 2100));
    filters(query -> query.language(new Language("pt-BR")), q -> q.language(new Language("pt-PT")));
    filters(query -> query.language(new Language("pt")), q -> q.language(Language.ENGLISH));
    filters(query -> query.resolution(Resolution.R2160), q -> q.resolution(Resolution.R1080));
    filters(query -> query.provider("cinema"), query -> query.provider("cine"));
    filters(query -> query.id(TitleId.imdb("tt4957236")), q -> q.id(TitleId.imdb("tt1727587")));
    filters(query -> query.season(2), query -> query.season(3));
  }

  private void filters(
      UnaryOperator<CatalogQuery.Builder> right, UnaryOperator<CatalogQuery.Builder> wrong) {
    assertThat(numbers(right.apply(CatalogQuery.all()))).containsExactly(1);
    assertThat(numbers(right.apply(CatalogQuery.words("cosmos")))).containsExactly(1);
    assertThat(numbers(right.apply(CatalogQuery.words("sintel")))).isEmpty();
    assertThat(numbers(wrong.apply(CatalogQuery.all()))).isEmpty();
  }

  @Test
  void nothingAboveTheViewersLevelShows() {
    has(Films.titled(1, "Nosferatu"), Films.titled(2, "Nosferatu, uncut"));
    has(new Change(Films.key(2), new Upload("durian", 1, Films.NOON)));

    assertThat(found("nosferatu")).containsExactly(1);
    assertThat(catalog.search(CatalogQuery.all().build(), Viewer.ANYONE).total()).isOne();
    assertThat(catalog.find(Films.key(2), Viewer.ANYONE)).isEmpty();
    assertThat(catalog.suggest("nos", 5, Viewer.ANYONE)).containsExactly("Nosferatu");

    assertThat(catalog.search(CatalogQuery.all().build(), MEMBER).total()).isEqualTo(2);
    assertThat(catalog.find(Films.key(2), MEMBER)).isPresent();
    assertThat(catalog.suggest("nos", 5, MEMBER)).containsExactly("Nosferatu", "Nosferatu, uncut");
  }

  @Test
  void theNewestComesFirstWithoutWordsOrWhenAskedFor() {
    has(Films.titled(2, "Metropolis"), Films.titled(3, "A long name with metropolis in it"));
    has(Films.titled(1, "Metropolis"));
    has(new Change(Films.key(1), new Swarm(1, 1, Films.minute(9))));

    assertThat(numbers(CatalogQuery.all())).containsExactly(1, 3, 2);
    assertThat(numbers(CatalogQuery.all().sort(Sort.NEWEST))).containsExactly(1, 3, 2);
    assertThat(numbers(CatalogQuery.words("metropolis").sort(Sort.NEWEST)))
        .containsExactly(1, 3, 2);
    assertThat(numbers(CatalogQuery.words("metropolis"))).containsExactly(1, 2, 3);
  }

  @Test
  void pagesFollowEachOtherAndTheTotalCountsAll() {
    has(IntStream.range(0, 30).mapToObj(i -> Films.titled(i, "Sintel")).toArray(Change[]::new));

    Hits page =
        catalog.search(CatalogQuery.words("sintel").offset(10).limit(5).build(), Viewer.ANYONE);

    assertThat(page.releases())
        .extracting(Release::key)
        .containsExactly(Films.key(19), Films.key(18), Films.key(17), Films.key(16), Films.key(15));
    assertThat(page.total()).isEqualTo(30);
    assertThat(page.exact()).isTrue();
    assertThat(numbers(CatalogQuery.all().offset(30))).isEmpty();
    assertThat(numbers(CatalogQuery.all().limit(10_000))).hasSize(30);
  }

  @Test
  void totalsBeyondTenThousandSayThatTheyAreNotExact() {
    has(
        IntStream.range(0, 10_500)
            .mapToObj(i -> new Change(Films.key(i), new Swarm(i, 0, Films.minute(i))))
            .toArray(Change[]::new));

    Hits hits = catalog.search(CatalogQuery.all().build(), Viewer.ANYONE);

    assertThat(hits.total()).isBetween(10_000L, 10_500L);
    assertThat(hits.exact()).isEqualTo(hits.total() == 10_500);
    assertThat(hits.releases()).extracting(Release::key).startsWith(Films.key(10_499));
  }

  @Test
  void suggestsEachTitleOnceAndTheLikeliestFirst() {
    has(
        Films.titled(1, "Tears of Steel"),
        Films.titled(2, "TEARS OF STEEL"),
        Films.titled(3, "Tears of Steel"),
        Films.titled(4, "Steel and Cosmos"),
        Films.titled(5, "Sintel"));

    assertThat(catalog.suggest("ste", 5, Viewer.ANYONE))
        .containsExactly("Steel and Cosmos", "Tears of Steel");
    assertThat(catalog.suggest("tears of s", 5, Viewer.ANYONE)).containsExactly("Tears of Steel");
    assertThat(catalog.suggest("s", 2, Viewer.ANYONE))
        .containsExactly("Sintel", "Steel and Cosmos");
    assertThatIllegalArgumentException().isThrownBy(() -> catalog.suggest("s", 0, Viewer.ANYONE));
  }

  @Test
  void suggestsHeadingsOnlyWhereThereIsNoTitle() {
    Post untitled = Post.at(Films.post(2, "").build().address(), "Sintel (2010) 1080p").build();
    has(
        new Change(Films.key(2), Films.listing(2, untitled)),
        new Change(Films.key(3), new Contents("Sintel.mkv", List.of(), Films.NOON)));

    assertThat(catalog.suggest("sin", 5, Viewer.ANYONE)).containsExactly("Sintel (2010) 1080p");
  }

  @Test
  void tellsWhatLacksASectionOrHasAnOldOne() {
    has(
        swarm(1, Films.minute(5)),
        swarm(2, Films.minute(3)),
        swarm(3, Films.minute(4).plusNanos(1)),
        Films.titled(4, "Sintel"));

    assertThat(catalog.lacking(Swarm.class, Instant.MIN, 9)).isEqualTo(keys(4));
    assertThat(catalog.lacking(Swarm.class, Films.minute(4), 9)).isEqualTo(keys(4, 2));
    assertThat(catalog.lacking(Swarm.class, Films.minute(4).plusNanos(1), 9)).isEqualTo(keys(4, 2));
    assertThat(catalog.lacking(Swarm.class, Films.minute(4).plusNanos(2), 9))
        .isEqualTo(keys(4, 2, 3));
    assertThat(catalog.lacking(Swarm.class, Instant.MAX, 9)).isEqualTo(keys(4, 2, 3, 1));
    assertThat(catalog.lacking(Swarm.class, Instant.MAX, 2)).isEqualTo(keys(4, 2));
    assertThat(catalog.lacking(Contents.class, Instant.MAX, Integer.MAX_VALUE)).hasSize(4);
  }

  @Test
  void aListingThatWasSeenAgainMakesAReleaseFresh() {
    has(Films.titled(1, "Sintel"));
    Post other = Films.post(99, "Sintel").build();
    has(new Change(Films.key(1), Films.listing(50, other)));

    assertThat(catalog.lacking(Listing.class, Films.minute(50), 9)).isEmpty();
    assertThat(catalog.lacking(Listing.class, Films.minute(51), 9)).isEqualTo(keys(1));
  }

  @Test
  void workListsNameOneKindOfSection() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> catalog.lacking(Section.class, Instant.MAX, 9));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> catalog.lacking(Swarm.class, Instant.MAX, 0));
  }

  @Test
  void aReleaseThatWasPutAgainIsFoundByWhatIsSaidOfItLast() {
    Random random = new Random(5);
    Set<Integer> films = new HashSet<>();
    for (int batch = 0; batch < 10; batch++) {
      List<Change> changes = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        int number = random.nextInt(100);
        boolean film = random.nextBoolean();
        changes.add(typed(number, film ? MediaType.FILM : MediaType.SERIES, batch * 30 + i));
        films.remove(number);
        films.addAll(film ? Set.of(number) : Set.of());
      }
      catalog.put(changes);
    }
    catalog.refresh();

    assertThat(numbers(CatalogQuery.all().mediaType(MediaType.FILM).limit(100)))
        .containsExactlyInAnyOrderElementsOf(films);
  }

  private static Change typed(int number, MediaType type, int minute) {
    Post post = Films.post(number, "Sintel").mediaType(type).build();
    Offer offer = Offer.of(Films.magnet(number)).build();
    return new Change(Films.key(number), new Listing("films", post, offer, Films.minute(minute)));
  }

  private static Change swarm(int number, Instant seen) {
    return new Change(Films.key(number), new Swarm(1, 1, seen));
  }

  private static List<ReleaseKey> keys(int... numbers) {
    return Arrays.stream(numbers).mapToObj(Films::key).toList();
  }

  private void has(Change... changes) {
    catalog.put(List.of(changes));
    catalog.refresh();
  }

  private List<Integer> found(String words) {
    return numbers(CatalogQuery.words(words));
  }

  /** The numbers of the releases that are found. */
  private List<Integer> numbers(CatalogQuery.Builder query) {
    return catalog.search(query.build(), Viewer.ANYONE).releases().stream()
        .flatMap(release -> Stream.of(release.key().value().substring("btih:".length())))
        .map(hex -> Integer.parseInt(hex, 16))
        .toList();
  }
}
