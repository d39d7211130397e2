package org.betor.providers.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Language;
import org.betor.api.model.Link;
import org.betor.api.model.MediaType;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.TitleId;
import org.betor.api.spi.Page;
import org.betor.api.spi.Problem;
import org.betor.api.spi.Provider;
import org.betor.api.spi.Query;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.SiteException.Reason;
import org.betor.testkit.ProviderContract;
import org.betor.testkit.RecordedSite;
import org.betor.testkit.RecordedVisit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveProviderTest implements ProviderContract {
  private static final String HOME = "https://archive.org/";
  private static final String HASH = "de6b371e7cc3c83db1cc08150500753eae533409";
  private static final String SINTEL =
      """
      "title": "Sintel", "year": "2010", "date": "2010-09-27", "runtime": "14:48",
      "language": "eng", "subject": "animation; open movie", "creator": ["Colin Levy", "Blender"],
      "collection": ["short_films", "moviesandfilms"], "publicdate": "2010-10-04 12:34:56",
      "licenseurl": "http://creativecommons.org/licenses/by/3.0/",
      "external-identifier": ["urn:oclc:1", "urn:imdb:tt1727587"]""";

  @Override
  public Provider provider() {
    return new ArchiveProvider();
  }

  @Override
  public RecordedSite site() {
    return found("Sintel", "SintelTrailer")
        .page(metadata("Sintel"), record("Sintel", SINTEL, HASH))
        .page(metadata("SintelTrailer"), record("SintelTrailer", "\"title\": \"Trailer\"", HASH));
  }

  @Test
  void readsAllThatTheRecordSays() {
    Post post = new ArchiveProvider().read(record("Sintel", SINTEL, HASH));

    assertThat(post.address()).hasToString("https://archive.org/details/Sintel");
    assertThat(post.heading()).isEqualTo("Sintel");
    assertThat(post.year()).hasValue(2010);
    assertThat(post.mediaType()).isEqualTo(MediaType.FILM);
    assertThat(post.runtime()).contains(Duration.ofSeconds(888));
    assertThat(post.published()).contains(Instant.parse("2010-10-04T12:34:56Z"));
    assertThat(post.audio()).containsExactly(Language.ENGLISH);
    assertThat(post.genres()).containsExactly("animation", "open movie");
    assertThat(post.ids()).containsExactly(TitleId.imdb("tt1727587"));
    assertThat(post.facts())
        .containsEntry("licence", List.of("http://creativecommons.org/licenses/by/3.0/"))
        .containsEntry("collection", List.of("short_films", "moviesandfilms"))
        .containsEntry("creator", List.of("Colin Levy", "Blender"));
  }

  @Test
  void offersTheTorrentWithItsInfoHashAndTheSizeOfTheItem() {
    Offer offer = new ArchiveProvider().read(record("Sintel", SINTEL, HASH)).offers().get(0);

    assertThat(offer.link().target())
        .isEqualTo("https://archive.org/download/Sintel/Sintel_archive.torrent");
    assertThat(offer.infoHash()).contains(new InfoHash(HASH));
    assertThat(offer.sizeBytes()).hasValue(649_208_832L);
    assertThat(offer.key("archive")).hasToString("btih:" + HASH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "de6b", "not a hash", "zz6b371e7cc3c83db1cc08150500753eae533409"})
  void keepsATorrentWithoutAnInfoHashUnderItsIdentifier(String btih) {
    Offer offer = new ArchiveProvider().read(record("Sintel", SINTEL, btih)).offers().get(0);

    assertThat(offer.link()).isInstanceOf(Link.TorrentFile.class);
    assertThat(offer.key("archive")).hasToString("archive:Sintel");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"title\": [\"First\", \"Second\"] | First",
        "\"title\": 1984 | 1984",
        "\"title\": \"\" | Item",
        "\"title\": {\"a\": 1} | Item",
        "\"title\": null | Item",
        "\"year\": \"in the twenties\", \"runtime\": \"-1\", \"subject\": [[1]] | Item",
        "\"date\": \"99999999\", \"publicdate\": \"soon\", \"language\": [\"?\", 7] | Item",
        "\"external-identifier\": \"urn:imdb:tt1\", \"licenseurl\": [] | Item",
      })
  void takesWhatItCanOfAStrangeRecord(String metadata, String heading) {
    Post post = new ArchiveProvider().read(record("Item", metadata, HASH));

    assertThat(post.heading()).isEqualTo(heading);
    assertThat(post.year()).isEmpty();
    assertThat(post.published()).isEmpty();
    assertThat(post.ids()).isEmpty();
    assertThat(post.offers()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "One Step Beyond S01E01 | SERIES",
        "Space Patrol: Season 2 | SERIES",
        "The Phantom Empire, Episode 3 | SERIES",
        "The Season of the Witch | UNKNOWN",
        "Space Patrol | UNKNOWN",
      })
  void takesForASeriesWhatEvidentlyIsOne(String title, MediaType type) {
    Post post = new ArchiveProvider().read(record("Item", "\"title\": \"" + title + "\"", HASH));

    assertThat(post.mediaType()).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "classic_tv | Item | SERIES",
        "feature_films | Item | FILM",
        "short_films | Item | FILM",
        "silent_films | Item | FILM",
        "feature_films | Flash Gordon, Episode 3 | SERIES",
        "opensource_movies | Item | UNKNOWN"
      })
  void believesTheCollection(String collection, String title, MediaType type) {
    String metadata = "\"title\": \"%s\", \"collection\": [\"%s\"]".formatted(title, collection);

    assertThat(new ArchiveProvider().read(record("Item", metadata, HASH)).mediaType())
        .isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"is_dark\": true} | dark",
        "{\"metadata\": {\"access-restricted-item\": \"true\"}} | not downloaded",
        "{\"metadata\": {\"collection\": [\"stream_only\"]}} | not downloaded",
        "{\"metadata\": {\"title\": \"x\"}, \"files\": []} | no torrent",
        "{\"metadata\": {}, \"files\": [{\"name\": \"Other_archive.torrent\"}]} | no torrent",
        "{\"metadata\": {}, \"files\": [{\"name\": \"Hidden_archive.torrent\", \"private\": \"true\"}]} | no torrent",
      })
  void skipsWhatIsNotForEverybodyWithANote(String record, String why) {
    RecordedVisit visit =
        found("Hidden", "Sintel")
            .page(metadata("Hidden"), json(metadata("Hidden"), record))
            .page(metadata("Sintel"), record("Sintel", SINTEL, HASH))
            .visit();

    provider().search(query(), visit);

    assertThat(visit.posts()).extracting(Post::heading).containsExactly("Sintel");
    assertThat(visit.problems())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .contains("https://archive.org/details/Hidden", why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]"})
  void saysThatAnItemIsGone(String record) {
    assertThatThrownBy(() -> new ArchiveProvider().read(json(metadata("Gone"), record)))
        .asInstanceOf(type(SiteException.class))
        .extracting(SiteException::reason)
        .isEqualTo(Reason.MISSING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../evil",
        "..",
        "//evil.example/x",
        "a b",
        "a?b=c",
        "a%2fb",
        "-a",
        "https://x.y/"
      })
  void asksForNothingWhoseIdentifierIsNone(String identifier) {
    RecordedVisit visit =
        found(identifier, "Sintel")
            .page(metadata("Sintel"), record("Sintel", SINTEL, HASH))
            .visit();

    provider().search(query(), visit);

    assertThat(visit.fetched()).hasSize(2);
    assertThat(visit.posts()).hasSize(1);
    assertThat(visit.problems())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .contains("is no identifier");
  }

  @Test
  void anItemThatIsTooDeepCostsOnlyItself() {
    RecordedVisit visit =
        found("Deep", "Long", "Sintel")
            .page(metadata("Deep"), json(metadata("Deep"), "{\"files\":" + "[".repeat(100_000)))
            .page(
                metadata("Long"),
                json(metadata("Long"), "{\"files\":[" + "1,".repeat(1_000_001) + "1]}"))
            .page(metadata("Sintel"), record("Sintel", SINTEL, HASH))
            .visit();

    provider().search(query(), visit);

    assertThat(visit.posts()).hasSize(1);
    assertThat(visit.problems()).hasSize(2);
  }

  @Test
  void readsTwoPagesAndNoItemTwice() {
    String[] first = IntStream.range(0, 25).mapToObj(i -> "item" + i).toArray(String[]::new);
    RecordedSite site =
        RecordedSite.of(getClass())
            .home(HOME)
            .page(search(1), results(1, 500, first))
            .page(search(2), results(2, 500, "item24", "item25"));
    for (int i = 0; i <= 25; i++) {
      site = site.page(metadata("item" + i), record("item" + i, "\"title\": \"x\"", HASH));
    }
    RecordedVisit visit = site.visit();

    provider().search(query(), visit);

    assertThat(visit.posts()).hasSize(26);
    assertThat(visit.fetched()).hasSize(28).doesNotHaveDuplicates();
  }

  @Test
  void readsNoItemThatIsNotWanted() {
    RecordedVisit visit = site().visit().wanting(post -> post.getPath().equals("/details/Sintel"));

    provider().search(query(), visit);

    assertThat(visit.posts()).extracting(Post::heading).containsExactly("Sintel");
    assertThat(visit.fetched()).hasSize(2);
  }

  @Test
  void takesNoResultForAProofThatThereIsNothing() {
    RecordedVisit visit =
        RecordedSite.of(getClass()).home(HOME).page(search(1), results(1, 0)).visit();

    provider().search(query(), visit);

    assertThat(visit.emptyProof()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[BACKEND_ERROR] no response | UNAVAILABLE | 2",
        "[DEEP_PAGING] too deep | REFUSED | 1",
        "RANGE_OUT_OF_BOUNDS: too deep | REFUSED | 1",
      })
  void asksOnceMoreWhereThatMayHelpAndTellsWhyItWasNotAnswered(
      String error, Reason reason, int times) {
    RecordedSite site =
        RecordedSite.of(getClass())
            .home(HOME)
            .page(search(1), json(search(1), "{\"error\": \"" + error + "\"}"));

    assertThat(assertFails(site, reason).fetched()).hasSize(times);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\": \"no response\"}",
        "{}",
        "{\"metadata\": {\"title\":",
        "<html><title>Offline</title></html>"
      })
  void asksOnceMoreForARecordThatCannotBeRead(String record) {
    RecordedVisit visit =
        found("Broken").page(metadata("Broken"), json(metadata("Broken"), record)).visit();

    provider().search(query(), visit);

    assertThat(visit.problems()).hasSize(1);
    assertThat(visit.fetched())
        .extracting(Object::toString)
        .containsExactly(search(1), metadata("Broken"), metadata("Broken"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | LAYOUT_CHANGED",
        "[] | LAYOUT_CHANGED",
        "{\"response\": {\"numFound\": \"many\"}} | LAYOUT_CHANGED",
        "{\"response\": {\"numFound\": 1, | UNREADABLE",
        "callback({}) | LAYOUT_CHANGED",
      })
  void tellsAnAnswerThatItCannotRead(String answer, Reason reason) {
    assertFails(
        RecordedSite.of(getClass()).home(HOME).page(search(1), json(search(1), answer)), reason);
  }

  @ParameterizedTest
  @CsvSource({"503, UNAVAILABLE", "429, UNAVAILABLE", "403, REFUSED"})
  void tellsAStatus(int status, Reason reason) {
    Page page = Page.of(URI.create(search(1)), status, Map.of(), new byte[0]);

    assertFails(RecordedSite.of(getClass()).home(HOME).page(search(1), page), reason);
  }

  @Test
  void doesNotAskForPunctuation() {
    RecordedVisit visit = site().visit();

    assertThatThrownBy(() -> provider().search(Query.text("?!"), visit))
        .isInstanceOf(SiteException.class)
        .hasMessageContaining("letter or digit");
    assertThat(visit.fetched()).isEmpty();
  }

  @Test
  void listsTheNewestAndProvesTheEnd() {
    RecordedSite site =
        RecordedSite.of(getClass())
            .home(HOME)
            .page(latest(1), results(1, 1, "Sintel"))
            .page(latest(2), results(2, 1))
            .page(metadata("Sintel"), record("Sintel", SINTEL, HASH));
    RecordedVisit first = site.visit();
    RecordedVisit second = site.visit();

    new ArchiveProvider().latest(1, first);
    new ArchiveProvider().latest(2, second);

    assertThat(first.posts()).extracting(Post::heading).containsExactly("Sintel");
    assertThat(first.emptyProof()).isEmpty();
    assertThat(second.emptyProof()).isPresent();
  }

  private RecordedVisit assertFails(RecordedSite site, Reason reason) {
    RecordedVisit visit = site.visit();

    assertThatThrownBy(() -> provider().search(query(), visit))
        .asInstanceOf(type(SiteException.class))
        .extracting(SiteException::reason)
        .isEqualTo(reason);
    assertThat(visit.emptyProof()).isEmpty();
    return visit;
  }

  private RecordedSite found(String... identifiers) {
    return RecordedSite.of(getClass())
        .home(HOME)
        .page(search(1), results(1, identifiers.length, identifiers));
  }

  private static String search(int page) {
    return HOME
        + "advancedsearch.php?q=%28sintel%29+AND+mediatype%3Amovies&fl%5B%5D=identifier&rows=25&page="
        + page
        + "&output=json";
  }

  private static String latest(int page) {
    return HOME
        + "advancedsearch.php?q=mediatype%3Amovies+AND+format%3A%22Archive+BitTorrent%22"
        + "&fl%5B%5D=identifier&sort%5B%5D=publicdate+desc&rows=25&page="
        + page
        + "&output=json";
  }

  private static String metadata(String identifier) {
    return HOME + "metadata/" + identifier;
  }

  private static Page results(int page, int total, String... identifiers) {
    List<String> items =
        List.of(identifiers).stream().map("{\"identifier\": \"%s\"}"::formatted).toList();
    return json(
        search(page),
        "{\"responseHeader\": {}, \"response\": {\"numFound\": %d, \"start\": 0, \"docs\": [%s]}}"
            .formatted(total, String.join(",", items)));
  }

  private static Page record(String identifier, String metadata, String btih) {
    return json(
        metadata(identifier),
        """
        {"item_size": 649208832, "files_count": 2, "metadata": {%s}, "files": [
        {"name": "film.mp4", "size": "1000"}, {"name": "%s_archive.torrent", "btih": "%s",
        "size": 4523, "format": "Archive BitTorrent", "source": "metadata"}]}
        """
            .formatted(metadata, identifier, btih));
  }

  private static Page json(String address, String json) {
    return Page.of(
        URI.create(address),
        200,
        Map.of("Content-Type", List.of("application/json")),
        json.getBytes(StandardCharsets.UTF_8));
  }
}
