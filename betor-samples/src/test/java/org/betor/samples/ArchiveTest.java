package org.betor.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
  private static final Pattern IDENTIFIER = Pattern.compile("\"identifier\":\"([^\"]+)\"");

  private SampleSite site = SampleSite.archive().start();

  @AfterEach
  void close() {
    site.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bunny | BigBuckBunny_124",
        "BUNNY big | BigBuckBunny_124",
        "title:bunny AND year:2008 | BigBuckBunny_124",
        "\"buck bunny\" | BigBuckBunny_124",
        "bunn? AND rab* | BigBuckBunny_124",
        "title:(kid AND film) | TheKid1921",
        "mario peixoto | limite-1931",
        "year:[1958 TO 1960] | OneStepBeyondS01E01",
        "creator:chaplin OR creator:peixoto | TheKid1921 limite-1931",
        "external-identifier:\"urn:imdb:tt0013442\" | nosferatu-1922",
        "collection:classic_tv NOT year:1960 | OneStepBeyondS01E01",
        "mediatype:movies -collection:feature_films -format:\"Archive BitTorrent\" | CosmosLaundromatClips",
        "kid\\: -bunny | TheKid1921",
      })
  void understandsWhatPeopleAsk(String query, String found) {
    assertThat(identifiers(search(query, ""))).containsExactlyInAnyOrder(found.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(kid", "kid)", "\"kid", "kid AND", "OR kid", "kid!", "9/11", "a\\-b", "title:", "{"
      })
  void answersAQueryThatItDoesNotUnderstandWithAnErrorAndStatus200(String query) {
    assertThat(search(query, "")).isEqualTo(search("\\\"", "")).startsWith("{\"error\":\"[BACKEND");
  }

  @Test
  void sortsAndPages() {
    site.close();
    site = SampleSite.archive(SampleItems.generate(120)).start();

    assertThat(identifiers(search("sample", "&sort[]=publicdate+desc&rows=2&page=2")))
        .containsExactly("sample-3", "sample-4");
    assertThat(identifiers(search("sample", ""))).hasSize(50);
    assertThat(identifiers(search("sample", "&rows=50&page=3"))).hasSize(21);
    assertThat(identifiers(search("sample", "&rows=50&page=4"))).isEmpty();
    assertThat(search("sample", "&rows=50&page=201")).contains("DEEP_PAGING");
  }

  @Test
  void showsTheFieldsThatAreAskedForWithListsAndNumbers() {
    assertThat(search("bunny", "&fl%5B%5D=subject&fl[]=year"))
        .contains("\"numFound\":1", "\"subject\":[\"animation\",\"comedy\",\"rabbit\"]")
        .contains("\"year\":2008")
        .doesNotContain("title");
  }

  @Test
  void answersWithAPageForPeopleUnlessAskedForJson() {
    assertThat(Browser.get(site, "advancedsearch.php?q=kid").body()).contains("<h1>");
  }

  @Test
  void tellsOfAnItemInTheUploadersOwnSpelling() {
    assertThat(Browser.get(site, "metadata/BigBuckBunny_124").body())
        .contains("\"subject\":\"animation;comedy; rabbit\"", "_archive.torrent", "\"btih\":\"");
    assertThat(Browser.get(site, "metadata/nobody").body()).isEqualTo("{}");
    assertThat(Browser.get(site, "metadata/SintelRemoved").body())
        .contains("\"is_dark\":true")
        .doesNotContain("\"metadata\"");
  }

  @Test
  void downloadsLeadToTheTorrentWhoseInfoHashIsStated() {
    for (SampleItem item : SampleItems.archive().stream().filter(SampleItem::isOffered).toList()) {
      Browser.Response moved = Browser.get(site, torrent(item));
      String file =
          Browser.get(site.home().resolve(moved.header("Location").orElseThrow())).latin();

      String info = file.substring(file.indexOf("4:info") + 6, file.length() - 1);
      item.infoHash()
          .ifPresent(
              hash -> assertThat(new TorrentFile(info).infoHash()).as(file).isEqualTo(hash.hex()));
    }
  }

  @Test
  void withholdsWhatIsNotForEverybody() {
    List<SampleItem> withheld =
        SampleItems.archive().stream().filter(item -> !item.isOffered()).toList();

    assertThat(withheld)
        .hasSize(4)
        .allSatisfy(item -> assertThat(Browser.get(site, torrent(item)).status()).isIn(403, 404));
  }

  private static String torrent(SampleItem item) {
    return "download/%1$s/%1$s_archive.torrent".formatted(item.identifier());
  }

  private String search(String query, String more) {
    String q = URLEncoder.encode(query, StandardCharsets.UTF_8);
    return Browser.get(site, "advancedsearch.php?output=json&q=" + q + more).body();
  }

  private static List<String> identifiers(String json) {
    return IDENTIFIER.matcher(json).results().map((MatchResult found) -> found.group(1)).toList();
  }
}
