package org.betor.providers.torznab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.betor.providers.torznab.Feeds.CAPS;
import static org.betor.providers.torznab.Feeds.KEY;
import static org.betor.providers.torznab.Feeds.SMALL_PAGES;
import static org.betor.providers.torznab.Feeds.address;
import static org.betor.providers.torznab.Feeds.bare;
import static org.betor.providers.torznab.Feeds.feed;
import static org.betor.providers.torznab.Feeds.item;
import static org.betor.providers.torznab.Feeds.xml;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.betor.api.model.MediaType;
import org.betor.api.model.Post;
import org.betor.api.model.TitleId;
import org.betor.api.model.TitleId.Authority;
import org.betor.api.spi.Page;
import org.betor.api.spi.Provider;
import org.betor.api.spi.Query;
import org.betor.api.spi.Settings;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.SiteException.Reason;
import org.betor.testkit.ProviderContract;
import org.betor.testkit.RecordedSite;
import org.betor.testkit.RecordedVisit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TorznabProviderTest implements ProviderContract {
  private static final Query SINTEL = Query.text("sintel");
  private static final Query FILM_OF_2010 = SINTEL.mediaType(MediaType.FILM).year(2010);
  private static final String SEARCH = "t=search&q=sintel&cat=2000,5000";

  @Override
  public Provider provider() {
    return Feeds.provider();
  }

  @Override
  public Class<?> registered() {
    return TorznabFactory.class;
  }

  @Override
  public RecordedSite site() {
    return answering(feed(bare(1), bare(2)));
  }

  /** What is no Torznab is no changed layout: the address is wrong, or leads to a login. */
  @Test
  @Override
  public void reportsAChangedLayout() {
    SiteException failure =
        failure(
            Feeds.site("").page(address("t=caps"), Page.html(URI.create(Feeds.HOME), "<html>")));

    assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
    assertThat(failure).hasMessageContainingAll("not a Torznab answer", "torznab.cinema.url");
    assertThat(failure(answering("<rss version=\"2.0\"></rss>")).reason())
        .isEqualTo(Reason.LAYOUT_CHANGED);
  }

  @ParameterizedTest
  @CsvSource({
    "FILM, , , , t=movie&q=sintel&cat=2000",
    "FILM, 2010, , , t=movie&q=sintel%202010&cat=2000",
    "SERIES, , , , t=tvsearch&q=sintel&cat=5000",
    "SERIES, , 3, , t=tvsearch&q=sintel&season=3&cat=5000",
    "SERIES, , 0, 4, t=tvsearch&q=sintel&season=00&ep=4&cat=5000",
    "UNKNOWN, 2010, , , 't=search&q=sintel&cat=2000,5000'"
  })
  void asksInTheModeThatFitsTheQuery(
      MediaType type, Integer year, Integer season, Integer episode, String asked) {
    assertThat(asked(CAPS, query(type, year, season, episode))).containsExactly(asked);
  }

  @ParameterizedTest
  @CsvSource({
    "FILM, IMDB, tt1727587, t=movie&imdbid=1727587&cat=2000",
    "FILM, TMDB_FILM, 45745, t=movie&tmdbid=45745&cat=2000",
    "UNKNOWN, TMDB_FILM, 45745, t=movie&tmdbid=45745&cat=2000",
    "UNKNOWN, IMDB, tt1727587, 't=movie&imdbid=1727587&cat=2000,5000'",
    "SERIES, IMDB, tt1727587, t=tvsearch&imdbid=tt1727587&season=1&ep=2&cat=5000",
    "SERIES, TVDB, 71663, t=tvsearch&tvdbid=71663&season=1&ep=2&cat=5000",
    "SERIES, TVMAZE, 83, t=tvsearch&tvmazeid=83&season=1&ep=2&cat=5000"
  })
  void asksByIdFirstAndByWordsIfThatFindsNothing(
      MediaType type, Authority authority, String id, String asked) {
    Query query = type == MediaType.SERIES ? SINTEL.episode(1, 2) : SINTEL.mediaType(type);

    assertThat(asked(CAPS, query.id(new TitleId(authority, id)))).first().isEqualTo(asked);
    assertThat(asked(CAPS, query.id(new TitleId(authority, id)))).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "search, imdbid=tt1727587",
    "movie, imdbid=1727587",
    "tv, imdbid=tt1727587",
  })
  void asksByAnIdOfUnknownTypeInTheFirstModeThatTakesIt(String mode, String asked) {
    String caps =
        CAPS.replace("q,season,ep,imdbid", "q,season,ep")
            .replace("q,imdbid,tmdbid", "q")
            .replaceFirst(
                "<(%s|%s-search) (.*supportedParams=\"q)".formatted(mode, mode), "<$1 $2,imdbid");

    assertThat(asked(caps, SINTEL.id(TitleId.imdb("tt1727587"))))
        .first()
        .asString()
        .contains(asked);
  }

  @Test
  void doesNotAskByWordsForWhatItFoundById() {
    String byId = address("t=movie&imdbid=1727587&cat=2000", 0, 100);
    RecordedVisit visit = Feeds.site(CAPS).page(byId, xml(feed(bare(1)))).visit();

    provider().search(SINTEL.mediaType(MediaType.FILM).id(TitleId.imdb("tt1727587")), visit);

    assertThat(visit.posts()).hasSize(1);
    assertThat(visit.fetched()).hasSize(2);
  }

  @Test
  void whatAnswersAQuestionByIdHasThatIdUnlessItSaysOtherwise() {
    String byId = address("t=movie&imdbid=1727587&cat=2000", 0, 100);
    String other = bare(3).replace("</item>", Feeds.attr("imdb", "0013442") + "</item>");
    String more = bare(2).replace("</item>", Feeds.attr("tvdbid", 7) + "</item>");
    RecordedVisit visit = Feeds.site(CAPS).page(byId, xml(feed(bare(1), more, other))).visit();

    provider().search(SINTEL.mediaType(MediaType.FILM).id(TitleId.imdb("tt1727587")), visit);

    assertThat(visit.posts())
        .extracting(post -> post.ids().toString())
        .containsExactly("[imdb:tt1727587]", "[tvdb:7, imdb:tt1727587]", "[imdb:tt0013442]");
  }

  @Test
  void whatAnswersAQuestionByWordsHasTheIdsThatItStates() {
    RecordedVisit visit =
        Feeds.site(CAPS)
            .page(address("t=movie&imdbid=1727587&cat=2000", 0, 100), xml(feed()))
            .page(address("t=movie&q=sintel&cat=2000", 0, 100), xml(feed(bare(1))))
            .visit();

    provider().search(SINTEL.mediaType(MediaType.FILM).id(TitleId.imdb("tt1727587")), visit);

    assertThat(visit.posts()).singleElement().satisfies(it -> assertThat(it.ids()).isEmpty());
  }

  @Test
  void asksByWordsIfTheEndpointRefusesTheIdThatItPromisedToTake() {
    RecordedVisit visit =
        Feeds.site(CAPS)
            .page(
                address("t=movie&imdbid=1727587&cat=2000", 0, 100),
                xml(400, "<error code=\"203\" description=\"Function Not Available\"/>"))
            .page(address("t=movie&q=sintel&cat=2000", 0, 100), xml(feed(bare(1))))
            .visit();

    provider().search(SINTEL.mediaType(MediaType.FILM).id(TitleId.imdb("tt1727587")), visit);

    assertThat(visit.posts()).hasSize(1);
    assertThat(visit.problems()).singleElement().asString().contains("error 203");
  }

  @ParameterizedTest
  @CsvSource({
    "FILM, 2010, , , t=search&q=sintel%202010&cat=2000",
    "SERIES, , 3, , t=search&q=sintel%20S03&cat=5000",
    "SERIES, , 3, 4, t=search&q=sintel%20S03E04&cat=5000"
  })
  void asksByWordsAloneWhereTheModeIsNotAvailable(
      MediaType type, Integer year, Integer season, Integer episode, String asked) {
    String caps =
        CAPS.replaceAll("(tv|movie)-search available=\"yes\"", "$1-search available=\"no\"");

    assertThat(asked(caps, query(type, year, season, episode))).containsExactly(asked);
  }

  @Test
  void sendsTheYearAloneWhereThatIsUnderstood() {
    assertThat(asked(CAPS.replace("q,imdbid,tmdbid", "q,year"), FILM_OF_2010))
        .containsExactly("t=movie&q=sintel&year=2010&cat=2000");
  }

  @Test
  void doesNotSayAYearTwice() {
    assertThat(asked(CAPS, Query.text("sintel 2010").year(2010).mediaType(MediaType.FILM)))
        .containsExactly("t=movie&q=sintel%202010&cat=2000");
  }

  @Test
  void saysThatNoSearchForWordsIsOffered() {
    String caps = CAPS.replace("\"yes\"", "\"no\"");

    assertThatExceptionOfType(SiteException.class)
        .isThrownBy(() -> asked(caps, SINTEL))
        .withMessageContaining("cannot search for words");
  }

  @Test
  void assumesTheUsualAbilitiesWhereTheCapsCannotBeRead() {
    String broken = CAPS.substring(0, CAPS.indexOf("<movie-search"));
    RecordedVisit visit =
        Feeds.site(broken)
            .page(address("t=search&q=sintel%202010&cat=2000", 0, 100), xml(feed(bare(1))))
            .visit();

    provider().search(FILM_OF_2010, visit);

    assertThat(visit.posts()).hasSize(1);
    assertThat(visit.problems()).singleElement().asString().contains("no whole caps document");
  }

  @Test
  void oddCapsAreReadAsFarAsTheyGo() {
    String caps =
        CAPS.replace("max=\"100\" default=\"2\"", "max=\"many\" default=\"\"")
            .replace("id=\"5000\"", "id=\"five\"")
            .replace("supportedParams=\"q\"", "");

    assertThat(asked(caps, SINTEL)).containsExactly("t=search&q=sintel&cat=2000");
  }

  @ParameterizedTest
  @CsvSource({"2000, 2000", "2040, 2040", "5045, 5045", "'2000,100001', 2000"})
  void asksOnlyForCategoriesThatTheEndpointHas(String wanted, String asked) {
    assertThat(askedFor(wanted, CAPS)).endsWith("&cat=" + asked);
  }

  @Test
  void childrenStandForAParentThatIsMissing() {
    String caps = CAPS.replace("<category id=\"2000\" name=\"Movies\">", "<category>");

    assertThat(askedFor("2000", caps)).endsWith("&cat=2040");
  }

  @Test
  void saysThatTheEndpointHasNoneOfTheCategories() {
    assertThatExceptionOfType(SiteException.class)
        .isThrownBy(() -> askedFor("7000,2060", CAPS))
        .withMessageContainingAll("7000,2060", "2000,2040,5000", "torznab.cinema.categories");
  }

  @Test
  void readsPageAfterPageUntilOneIsNotFull() {
    RecordedVisit visit =
        Feeds.site(SMALL_PAGES)
            .page(address(SEARCH, 0, 2), xml(feed(bare(1), bare(2))))
            .page(address(SEARCH, 2, 2), xml(feed(bare(3), bare(4))))
            .page(address(SEARCH, 4, 2), xml(feed(bare(5))))
            .visit();

    provider().search(SINTEL, visit);

    assertThat(visit.posts()).hasSize(5);
    assertThat(visit.fetched()).hasSize(4);
  }

  @Test
  void stopsWhereAnIndexerRepeatsItself() {
    RecordedVisit visit =
        Feeds.site(SMALL_PAGES)
            .page(address(SEARCH, 0, 2), xml(feed(bare(1), bare(2))))
            .page(address(SEARCH, 2, 2), xml(feed(bare(2), bare(1))))
            .visit();

    provider().search(SINTEL, visit);

    assertThat(visit.posts()).hasSize(2);
    assertThat(visit.fetched()).hasSize(3);
  }

  @Test
  void stopsWhereNobodyWantsMore() {
    RecordedVisit visit =
        Feeds.site(SMALL_PAGES)
            .page(address(SEARCH, 0, 2), xml(feed(bare(1), bare(2))))
            .visit()
            .wanting(post -> false);

    provider().search(SINTEL, visit);

    assertThat(visit.posts()).isEmpty();
    assertThat(visit.fetched()).hasSize(2);
  }

  @Test
  void readsAThousandItemsAndNoMore() {
    RecordedSite site = Feeds.site(CAPS);
    for (int offset = 0; offset < 2_000; offset += 100) {
      String[] items =
          IntStream.range(offset, offset + 100).mapToObj(Feeds::bare).toArray(String[]::new);
      site = site.page(address(SEARCH, offset, 100), xml(feed(items)));
    }
    RecordedVisit visit = site.visit();

    provider().search(SINTEL, visit);

    assertThat(visit.posts()).hasSize(1_000);
  }

  @Test
  void anEmptyChannelProvesThatThereIsNothing() {
    RecordedVisit visit = answering(feed()).visit();

    provider().search(SINTEL, visit);

    assertThat(visit.emptyProof()).isPresent();
    assertThat(visit.problems()).isEmpty();
  }

  @Test
  void aChannelThatBreaksOffProvesNothing() {
    String broken = feed().replace("</channel></rss>", "");

    assertThat(failure(answering(broken)))
        .hasMessageContaining("ends in its middle")
        .returns(Reason.UNREADABLE, SiteException::reason);
  }

  @Test
  void aFeedThatBreaksOffLosesOnlyTheItemInWhichItBreaks() {
    String whole = feed(bare(1), bare(2), bare(3));
    RecordedVisit visit = answering(whole.substring(0, whole.indexOf("film/3.torrent"))).visit();

    provider().search(SINTEL, visit);

    assertThat(visit.posts()).extracting(Post::heading).containsExactly("Film 1", "Film 2");
    assertThat(visit.problems()).singleElement().asString().contains("ends in its middle");
  }

  @Test
  void aBadItemCostsOnlyItselfAndIsNamed() {
    RecordedVisit visit =
        answering(
                feed(
                    bare(1),
                    item("<title> </title>", Feeds.enclosure("https://t.example/2.torrent")),
                    item("<title>No link</title>", "<guid>3</guid>"),
                    bare(4)))
            .visit();

    provider().search(SINTEL, visit);

    assertThat(visit.posts()).extracting(Post::heading).containsExactly("Film 1", "Film 4");
    assertThat(visit.problems())
        .extracting(Object::toString)
        .satisfiesExactly(
            blank -> assertThat(blank).contains("number 2", "no title"),
            lost -> assertThat(lost).contains("number 3", "no torrent"));
  }

  @Test
  void listsWhatIsNewPageByPage() {
    RecordedSite site =
        Feeds.site(SMALL_PAGES)
            .page(address("t=search&cat=2000,5000", 0, 2), xml(feed(bare(1), bare(2))))
            .page(address("t=search&cat=2000,5000", 2, 2), xml(feed(bare(3))))
            .page(address("t=search&cat=2000,5000", 4, 2), xml(feed()));
    RecordedVisit first = site.visit();
    RecordedVisit second = site.visit();
    RecordedVisit third = site.visit();

    Feeds.provider().latest(1, first);
    Feeds.provider().latest(2, second);
    Feeds.provider().latest(3, third);

    assertThat(first.posts()).extracting(Post::heading).containsExactly("Film 1", "Film 2");
    assertThat(second.posts()).extracting(Post::heading).containsExactly("Film 3");
    assertThat(third.emptyProof()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "401, 100, Incorrect user credentials, REFUSED, torznab.cinema.key",
    "200, 102, Insufficient privileges, REFUSED, torznab.cinema.key",
    "200, 201, Incorrect parameter, REFUSED, error 201",
    "410, 410, Indexer is disabled, REFUSED, Indexer is disabled",
    "200, 910, API disabled, REFUSED, error 910",
    "200, , , REFUSED, error",
    "429, 429, Come later, UNAVAILABLE, again in 600 s",
    "200, 500, Request limit reached, UNAVAILABLE, again in 600 s",
    "200, 900, Request limit reached for today, UNAVAILABLE, Request limit",
    "429, 900, Too Many Requests, UNAVAILABLE, again in 600 s",
    "500, 900, The site is down, UNAVAILABLE, The site is down"
  })
  void saysWhatAnErrorDocumentSaysWhateverItsStatus(
      int status, String code, String description, Reason reason, String said) {
    String error = "<error code=\"%s\" description=\"%s\"/>".formatted(code, description);
    SiteException failure =
        failure(
            Feeds.site(CAPS)
                .page(address(SEARCH, 0, 100), xml(status, error, "Retry-After", "600")));

    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure).hasMessageContaining(said);
    assertThat(failure.retryAfter().isPresent()).isEqualTo(reason == Reason.UNAVAILABLE);
    failure.retryAfter().ifPresent(wait -> assertThat(wait).isEqualTo(Duration.ofMinutes(10)));
  }

  @ParameterizedTest
  @CsvSource({
    "401, REFUSED, torznab.cinema.key",
    "403, REFUSED, 403",
    "404, MISSING, 404",
    "502, UNAVAILABLE, 502"
  })
  void goesByTheStatusWhereNoDocumentComes(int status, Reason reason, String said) {
    SiteException failure =
        failure(
            Feeds.site(CAPS)
                .page(address(SEARCH, 0, 100), xml(status, "{ \"message\": \"error\" }")));

    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure).hasMessageContaining(said);
  }

  @Test
  void aServerThatRepeatsTheKeyDoesNotGetItShown() {
    String error = "<error code=\"100\" description=\"Wrong API key " + KEY + "\"/>";
    SiteException failure = failure(Feeds.site(error));

    assertThat(failure.getMessage()).contains("Wrong API key").doesNotContain(KEY);
    assertThat(failure.page().toString()).doesNotContain(KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\u0000\u0001\u0002", "<", "just words", "<channel/>", "<html>", "{}"})
  void whateverElseComesIsNoTorznab(String text) {
    assertThat(failure(answering(text)).reason()).isEqualTo(Reason.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<error code=\"201\" description=\"Indexer is not configured\"/>",
        "<html><title>Login</title></html>",
        "<rss><channel><item>",
        "<rss><channel><item></item>",
        ""
      })
  void asksOnceMoreWhereAnAnswerIsRefusedThatMayHaveBeenKept(String text) {
    RecordedVisit visit = answering(text).visit();

    try {
      provider().search(SINTEL, visit);
    } catch (SiteException expected) {
      assertThat(expected.reason()).isNotEqualTo(Reason.UNAVAILABLE);
    }

    assertThat(visit.fetched()).hasSize(3).last().isEqualTo(visit.fetched().get(1));
  }

  @Test
  void asksAnEndpointThatHasAnsweredOnlyOnce() {
    RecordedVisit visit = answering(feed()).visit();

    provider().search(SINTEL, visit);

    assertThat(visit.fetched()).hasSize(2);
  }

  private static RecordedSite answering(String document) {
    return Feeds.site(CAPS).page(address(SEARCH, 0, 100), xml(document));
  }

  private SiteException failure(RecordedSite site) {
    RecordedVisit visit = site.visit();
    SiteException failure =
        catchThrowableOfType(
            SiteException.class, () -> provider().search(Query.text("sintel"), visit));
    assertThat(visit.emptyProof()).isEmpty();
    assertThat(failure.getMessage()).doesNotContain(KEY);
    return failure;
  }

  private static Query query(MediaType type, Integer year, Integer season, Integer episode) {
    Query query = SINTEL.mediaType(type);
    query = year == null ? query : query.year(year);
    query = season == null ? query : query.season(season);
    return episode == null ? query : query.episode(season, episode);
  }

  /** What is asked besides the caps, without page and key; every answer is an empty channel. */
  private static List<String> asked(String caps, Query query) {
    return asked(Map.of(), caps, query);
  }

  private static String askedFor(String categories, String caps) {
    return asked(Map.of("cinema.categories", categories), caps, SINTEL).get(0);
  }

  private static List<String> asked(Map<String, String> more, String caps, Query query) {
    Map<String, String> settings = new HashMap<>(more);
    settings.putAll(Map.of("cinema.url", Feeds.HOME, "cinema.key", KEY));
    RecordedVisit visit = Feeds.site(caps).visit();
    EmptyChannels empty = new EmptyChannels(visit);
    new TorznabFactory().create(Settings.of(settings)).get(0).search(query, empty);
    return empty.asked();
  }
}
