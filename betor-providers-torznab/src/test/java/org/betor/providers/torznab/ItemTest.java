package org.betor.providers.torznab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.providers.torznab.Feeds.HASH;
import static org.betor.providers.torznab.Feeds.attr;
import static org.betor.providers.torznab.Feeds.enclosure;
import static org.betor.providers.torznab.Feeds.item;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Language;
import org.betor.api.model.Link;
import org.betor.api.model.MediaType;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.TitleId;
import org.betor.api.spi.Query;
import org.betor.testkit.RecordedVisit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of one item. */
class ItemTest {
  private static final String TITLE = "<title>Sintel.2010.1080p</title>";
  private static final String FILE =
      enclosure("http://indexer.example:9696/1/download?apikey=5uper");
  private static final String MAGNET = "magnet:?xt=urn:btih:" + HASH + "&dn=Sintel";

  @Test
  void aPageOfTheTrackerSaysAllThisOfAFilm() {
    Post post =
        post(
            TITLE,
            "<guid>https://tracker.example/details/7?passkey=5uper</guid>",
            "<comments>https://tracker.example/details/7</comments>",
            "<pubDate>Sat, 14 Mar 2015 17:10:42 -0400</pubDate>",
            "<description>Short &amp;amp; sweet</description>",
            FILE,
            attr("category", 2000),
            attr("category", 100_002),
            attr("imdb", "1727587"),
            attr("tmdbid", "45745"),
            attr("year", 2010),
            attr("genre", "Animation, Fantasy"),
            attr("language", "Portuguese (Brazil)"),
            attr("language", "English"),
            attr("subs", "Spanish"),
            attr("grabs", 12),
            attr("tag", "freeleech"),
            attr("tag", "internal"),
            attr("coverurl", "http://indexer.example/img?jackett_apikey=5uper"),
            attr("downloadvolumefactor", 0));

    assertThat(post.heading()).isEqualTo("Sintel.2010.1080p");
    assertThat(post.address()).hasToString("https://tracker.example/details/7");
    assertThat(post.published()).contains(Instant.parse("2015-03-14T21:10:42Z"));
    assertThat(post.mediaType()).isEqualTo(MediaType.FILM);
    assertThat(post.ids())
        .extracting(TitleId::toString)
        .containsExactly("imdb:tt1727587", "tmdb-film:45745");
    assertThat(post.year()).hasValue(2010);
    assertThat(post.genres()).containsExactly("Animation", "Fantasy");
    assertThat(post.audio()).containsExactly(Language.BRAZILIAN_PORTUGUESE, Language.ENGLISH);
    assertThat(post.subtitles()).containsExactly(new Language("es"));
    assertThat(post.facts())
        .containsEntry("category", List.of("2000", "100002"))
        .containsEntry("comments", List.of("https://tracker.example/details/7"))
        .containsEntry("coverurl", List.of("http://indexer.example/img?jackett_apikey=…"))
        .containsEntry("description", List.of("Short & sweet"))
        .containsEntry("downloadvolumefactor", List.of("0"))
        .containsEntry("grabs", List.of("12"))
        .containsEntry("tag", List.of("freeleech", "internal"));
  }

  @Test
  void anItemOfASeriesHasTheIdsOfSeries() {
    Post post =
        post(
            TITLE,
            FILE,
            "<category>5040</category>",
            attr("tmdb", 45745),
            attr("tvdbid", 71663),
            attr("tvmazeid", 83),
            attr("imdbid", "tt0000001"));

    assertThat(post.mediaType()).isEqualTo(MediaType.SERIES);
    assertThat(post.ids())
        .extracting(TitleId::toString)
        .containsExactly("imdb:tt0000001", "tmdb-series:45745", "tvdb:71663", "tvmaze:83");
  }

  @ParameterizedTest
  @CsvSource({
    "Show, 3, 4, S03E04",
    "Show, S03, E04, S03E04",
    "Show, 3, , S03",
    "Show, 0, 5, S00E05",
    "Show.S03E09, 3, , S03E09",
    "Show.S03E09, , , S03E09",
    "Show.S03E01-E03, 3, 1, 'S03E01-E03'",
    "Show.S01-S05, 1, , 'S01-S05'",
    "Show.S02E09, 3, 4, S03E04",
    "Show.S03E09, 0, 0, S03E09",
    "Show, many, -1, ''"
  })
  void thePartOfASeriesIsThatOfTheAttributesUnlessTheTitleSaysMore(
      String title, String season, String episode, String part) {
    Offer offer =
        offer(
            post(
                "<title>" + title + "</title>",
                FILE,
                season == null ? "" : attr("season", season),
                episode == null ? "" : attr("episode", episode)));

    assertThat(offer.episodes()).hasToString(part);
  }

  @Test
  void theTitleSaysTheQuality() {
    assertThat(offer(post(TITLE, FILE)).quality()).hasToString("1080p");
  }

  @Test
  void idsOfDatabasesThatNobodyAsksAreFacts() {
    assertThat(post(TITLE, FILE, attr("traktid", 16), attr("rageid", 7)).facts())
        .containsEntry("traktid", List.of("16"))
        .containsEntry("rageid", List.of("7"));
  }

  @Test
  void idsThatSayNothingAreLeftOut() {
    assertThat(
            post(
                    TITLE,
                    FILE,
                    attr("imdb", "0000000"),
                    attr("tvdbid", 0),
                    attr("tvmaze", "none"),
                    attr("tmdbid", 45745)) // of a film or of a series, nobody says
                .ids())
        .isEmpty();
  }

  @Test
  void attributesCountWhateverTheirPrefixAndCase() {
    Post post =
        post(
            TITLE,
            FILE,
            "<newznab:attr name=\"Seeders\" value=\"3\"/>",
            "<NEWZNAB:ATTR NAME=\"InfoHash\" VALUE=\"" + HASH.toUpperCase(Locale.ROOT) + "\"/>");

    assertThat(offer(post).seeders()).hasValue(3);
    assertThat(offer(post).infoHash()).contains(new InfoHash(HASH));
  }

  @ParameterizedTest
  @CsvSource({
    "3, 10, , 3, 7",
    "3, , 4, 3, 4",
    "3, 2, , 3, 0",
    ", 10, 4, , 4",
    "many, 10, -1, , ",
    "99999999999, , , , "
  })
  void peersAreSeedersAndLeechersTogether(
      String seeders, String peers, String leechers, Integer have, Integer want) {
    Offer offer =
        offer(
            post(
                TITLE,
                FILE,
                seeders == null ? "" : attr("seeders", seeders),
                peers == null ? "" : attr("peers", peers),
                leechers == null ? "" : attr("leechers", leechers)));

    assertThat(offer.seeders().stream().boxed()).isEqualTo(Stream.ofNullable(have).toList());
    assertThat(offer.leechers().stream().boxed()).isEqualTo(Stream.ofNullable(want).toList());
  }

  @Test
  void theSizeIsThatOfTheAttributeOrElseOfTheEnclosure() {
    assertThat(offer(post(TITLE, FILE, attr("size", 4_000_000_000L))).sizeBytes())
        .hasValue(4_000_000_000L);
    assertThat(offer(post(TITLE, FILE, attr("size", "big"))).sizeBytes()).hasValue(1_000);
    assertThat(offer(post(TITLE, enclosure(MAGNET).replace("1000", "0"))).sizeBytes()).isEmpty();
  }

  @Test
  void aTorrentFileKeepsItsOwnKeyUntilItsInfoHashIsKnown() {
    Offer offer = offer(post(TITLE, "<guid>film-7</guid>", FILE));

    assertThat(offer.link()).isInstanceOf(Link.TorrentFile.class);
    assertThat(offer.guid()).contains("film-7");
    assertThat(offer.key("torznab-cinema")).hasToString("torznab-cinema:film-7");
  }

  @Test
  void aGuidThatHoldsAPasskeyIsNotShownInTheKey() {
    Offer offer = offer(post(TITLE, "<guid>https://t.example/7?passkey=5uper</guid>", FILE));

    assertThat(offer.key("torznab-cinema").toString()).contains("sha256-").doesNotContain("5uper");
    assertThat(offer.toString()).doesNotContain("5uper");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        HASH,
        "08ADA5A7A6183AAE1E09D831DF6748D566095A10",
        "BCW2LJ5GDA5K4HQJ3AY56Z2I2VTASWQQ",
        "bcw2lj5gda5k4hqj3ay56z2i2vtaswqq"
      })
  void anInfoHashIsReadInAnyForm(String hash) {
    Offer offer = offer(post(TITLE, FILE, attr("infohash", hash)));

    assertThat(offer.link()).isInstanceOf(Link.TorrentFile.class);
    assertThat(offer.key("torznab-cinema")).hasToString("btih:" + HASH);
  }

  @Test
  void anInfoHashThatIsNoneIsNotBelieved() {
    assertThat(offer(post(TITLE, FILE, attr("infohash", "unknown"))).infoHash()).isEmpty();
  }

  @Test
  void aMagnetLinkIsTakenFromWhereverItStands() {

    assertThat(
            Stream.of(
                    post(TITLE, enclosure(MAGNET)),
                    post(TITLE, FILE, attr("magneturl", MAGNET)),
                    post(TITLE, "<guid>" + MAGNET.replace("&", "&amp;") + "</guid>"),
                    post(TITLE, "<link>" + MAGNET.replace("&", "&amp;") + "</link>"),
                    post(TITLE, attr("infohash", HASH)))
                .map(ItemTest::offer))
        .allSatisfy(offer -> assertThat(offer.link()).isInstanceOf(Link.Magnet.class))
        .allSatisfy(offer -> assertThat(offer.key("x")).hasToString("btih:" + HASH));
  }

  @Test
  void aMagnetLinkThatGoesThroughProwlarrIsTheAddressOfATorrentFile() {
    Offer offer =
        offer(post(TITLE, attr("magneturl", "http://indexer.example/1/download?link=abc")));

    assertThat(offer.link().target()).isEqualTo("http://indexer.example/1/download?link=abc");
  }

  @Test
  void theTorrentFileIsChosenAmongSeveralEnclosures() {
    String other = "<enclosure url=\"https://t.example/cover.jpg\" type=\"image/jpeg\"/>";
    String nzb = "<enclosure url=\"https://t.example/7.nzb\" type=\"application/x-nzb\"/>";

    assertThat(offer(post(TITLE, nzb, other, enclosure("/7 [a].torrent"))).link().target())
        .isEqualTo("http://indexer.example:9696/7%20%5Ba%5D.torrent");
    assertThat(posts(item(TITLE, nzb))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "file:///etc/passwd", "ftp://t.example/7", "http://"})
  void whatIsNoAddressOfTheWebIsNoTorrentFile(String address) {
    assertThat(posts(item(TITLE, enclosure(address)))).isEmpty();
  }

  @Test
  void aTitleIsDecodedOnceMore() {
    assertThat(post("<title>Tom &amp;amp; Jerry &amp;#233;</title>", FILE).heading())
        .isEqualTo("Tom & Jerry é");
    assertThat(post("<title><![CDATA[Tom & Jerry]]></title>", FILE).heading())
        .isEqualTo("Tom & Jerry");
  }

  @Test
  void thePageIsTheEndpointWhereTheItemNamesNone() {
    assertThat(post(TITLE, "<guid>7</guid>", FILE).address()).hasToString(Feeds.HOME);
    assertThat(post(TITLE, "<guid>http://i.example/7?apikey=5uper</guid>", FILE).address())
        .hasToString("http://i.example/7?apikey=…");
  }

  @ParameterizedTest
  @CsvSource({
    "Portuguese (Brazil), pt-BR",
    "Portuguese, pt",
    "english, en",
    "pt-BR, pt-BR",
    "Chinese (Simplified), zh",
    "Norwegian, no",
    "Multi, ",
    "xx, "
  })
  void languagesAreKnownByTheirEnglishNames(String name, String tag) {
    Post post = post(TITLE, FILE, attr("language", name));

    assertThat(post.audio()).isEqualTo(Stream.ofNullable(tag).map(Language::new).toList());
    assertThat(post.facts().getOrDefault("language", List.of()))
        .isEqualTo(tag == null ? List.of(name) : List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "'Sat, 14 Mar 2015 17:10:42 +0000', 2015-03-14T17:10:42Z",
    "'Mon, 14 Mar 2015 17:10:42 GMT', 2015-03-14T17:10:42Z",
    "'Sat, 14 Mar 2015 17:10:42 EST', 2015-03-14T22:10:42Z",
    "'Sat, 14 Mar 2015 17:10:42 +0300 (MSK)', 2015-03-14T14:10:42Z",
    "'4 March 2015 7:10', 2015-03-04T07:10:00Z",
    "2015-03-14T17:10:42-03:00, 2015-03-14T20:10:42Z",
    "'Sat, 34 Mar 2015 17:10:42 +0000', ",
    "'Sat, 14 Foo 2015 17:10:42 +9900', ",
    "yesterday, "
  })
  void datesAreReadAsServersWriteThem(String date, Instant moment) {
    assertThat(post(TITLE, FILE, "<pubDate>" + date + "</pubDate>").published())
        .isEqualTo(Optional.ofNullable(moment));
  }

  private static Offer offer(Post post) {
    return post.offers().get(0);
  }

  private static Post post(String... parts) {
    return posts(item(parts)).get(0);
  }

  private static List<Post> posts(String item) {
    String address = Feeds.address("t=search&q=sintel&cat=2000,5000", 0, 100);
    RecordedVisit visit = Feeds.site(Feeds.CAPS).page(address, Feeds.xml(Feeds.feed(item))).visit();
    Feeds.provider().search(Query.text("sintel"), visit);
    return visit.posts();
  }
}
