package org.betor.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTorznabTest {
  private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>\\s+<(guid|descr)");

  private SampleTorznab endpoint = SampleTorznab.prowlarr().start();

  @AfterEach
  void close() {
    endpoint.close();
  }

  @Test
  void listsWhatIsNewWithoutWords() {
    List<String> titles = titles("t=search");

    assertThat(titles).hasSizeGreaterThan(30).doesNotHaveDuplicates();
    assertThat(titles.get(0)).isEqualTo("Sintel.2010");
  }

  @Test
  void findsAllWordsOfATitle() {
    assertThat(titles("t=search&q=sintel%201080p"))
        .containsExactly("Sintel.2010.1080p.WEB-DL.DUAL", "Sintel.2010.1080p.WEB-DL.LEG");
    assertThat(titles("t=search&q=sintel%202011")).isEmpty();
    assertThat(ask("t=search&q=matrix").status()).isEqualTo(200);
  }

  @Test
  void findsAFilmByItsIdWithAndWithoutLetters() {
    assertThat(titles("t=movie&imdbid=1727587"))
        .hasSize(3)
        .isEqualTo(titles("t=movie&imdbid=tt1727587"));
  }

  @Test
  void findsSeasonsOfASeries() {
    assertThat(titles("t=tvsearch&q=one+step+beyond&season=2"))
        .isNotEmpty()
        .allMatch(title -> title.contains("S02"));
  }

  @Test
  void aParentCategoryIncludesItsChildrenAndUnknownNumbersAreIgnored() {
    assertThat(titles("t=search&cat=5000")).isEqualTo(titles("t=search&cat=5040"));
    assertThat(titles("t=search&cat=5000,9999")).isEqualTo(titles("t=search&cat=100005"));
    assertThat(titles("t=search&cat=9999")).isEmpty();
    assertThat(titles("t=search&cat=2000,5000")).isEqualTo(titles("t=search"));
  }

  @Test
  void pagesByOffsetAndLimit() {
    List<String> all = titles("t=search");

    assertThat(titles("t=search&limit=5")).isEqualTo(all.subList(0, 5));
    assertThat(titles("t=search&offset=5&limit=5")).isEqualTo(all.subList(5, 10));
    assertThat(titles("t=search&offset=9999")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "prowlarr, '', 400, 200",
    "prowlarr, t=dance, 400, 202",
    "prowlarr, t=movie&imdbid=sintel, 400, 201",
    "jackett, t=dance, 200, 201",
    "jackett, t=movie&imdbid=sintel, 400, 201",
    "jackett, t=tvsearch&imdbid=1727587, 400, 203"
  })
  void answersBadRequestsWithErrorDocuments(String face, String query, int status, int code) {
    restart(face.equals("jackett") ? SampleTorznab.jackett() : SampleTorznab.prowlarr());

    Browser.Response answer = ask(query);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).contains("<error code=\"" + code + "\" description=\"");
  }

  @Test
  void wantsItsKeyInTheWayOfItsSoftware() {
    assertThat(Browser.get(endpoint.home().resolve("api?t=caps")).status()).isEqualTo(401);

    restart(SampleTorznab.jackett());
    Browser.Response wrong = Browser.get(endpoint.home().resolve("api?t=caps&apikey=wrong"));

    assertThat(wrong.status()).isEqualTo(200);
    assertThat(wrong.body()).contains("code=\"100\"");
  }

  @Test
  void hidesDownloadsBehindItsOwnAddressAndRedirectsThem() {
    String feed = ask("t=search&q=sintel").body();
    String address =
        Pattern.compile("<link>([^<]*)</link>")
            .matcher(feed)
            .results()
            .skip(1)
            .findFirst()
            .map(found -> found.group(1).replace("&amp;", "&"))
            .orElseThrow();

    assertThat(endpoint.requests("1/download")).isZero();
    assertThat(address).contains("/1/download?apikey=" + endpoint.key());
    assertThat(Browser.get(URI.create(address)).header("Location"))
        .hasValueSatisfying(target -> assertThat(target).startsWith("magnet:?xt=urn:btih:"));
    assertThat(endpoint.requests("1/download")).isEqualTo(1);
  }

  @Test
  void jackettShowsMagnetLinksAndTheTrackersOwnAddresses() {
    restart(SampleTorznab.jackett().passkey("5uper5ecret"));

    assertThat(ask("t=search&q=sintel").body())
        .contains("<enclosure url=\"magnet:?xt=urn:btih:", "torrent_pass=5uper5ecret");
  }

  @Test
  void canIgnoreOffsetAndLimit() {
    restart(SampleTorznab.prowlarr().ignoresOffset());
    assertThat(titles("t=search&limit=5&offset=5")).isEqualTo(titles("t=search&limit=5"));

    restart(SampleTorznab.prowlarr().ignoresLimit());
    assertThat(titles("t=search&limit=5")).hasSizeGreaterThan(5);
  }

  @Test
  void getsIntoTroubleAndOut() {
    endpoint.trouble("search", TorznabTrouble.BUSY, 1);

    assertThat(ask("t=caps").status()).isEqualTo(200);
    Browser.Response busy = ask("t=search");
    assertThat(busy.status()).isEqualTo(429);
    assertThat(busy.header("Retry-After")).contains("600");
    assertThat(busy.body()).contains("<error code=\"429\"");
    assertThat(ask("t=search").status()).isEqualTo(200);

    endpoint.trouble(TorznabTrouble.LIMIT_REACHED);
    assertThat(ask("t=search").body()).contains("code=\"500\"", "Request limit reached");
    endpoint.heal();
    assertThat(ask("t=search").body()).contains("<rss");
  }

  @Test
  @Timeout(10)
  void stopsWhileItHangs() throws InterruptedException {
    endpoint.trouble(TorznabTrouble.HANGING);
    Thread visitor =
        new Thread(
            () -> assertThatThrownBy(() -> Browser.ask(endpoint.home().resolve("api?t=caps"))));
    visitor.start();
    while (endpoint.requests().isEmpty()) {
      Thread.onSpinWait();
    }

    endpoint.close();

    visitor.join();
  }

  private List<String> titles(String query) {
    return TITLE
        .matcher(ask(query).body())
        .results()
        .map(MatchResult::group)
        .map(found -> found.substring(7, found.indexOf("</title>")))
        .toList();
  }

  private Browser.Response ask(String query) {
    return Browser.get(endpoint.home().resolve("api?" + query + "&apikey=" + endpoint.key()));
  }

  private void restart(SampleTorznab.Builder builder) {
    endpoint.close();
    endpoint = builder.start();
  }
}
