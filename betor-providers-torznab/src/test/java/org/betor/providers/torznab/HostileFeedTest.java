package org.betor.providers.torznab;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.providers.torznab.Feeds.attr;
import static org.betor.providers.torznab.Feeds.bare;
import static org.betor.providers.torznab.Feeds.enclosure;
import static org.betor.providers.torznab.Feeds.feed;
import static org.betor.providers.torznab.Feeds.item;

import java.net.URI;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.betor.api.model.Post;
import org.betor.api.spi.Page;
import org.betor.api.spi.Query;
import org.betor.api.spi.SiteException;
import org.betor.testkit.RecordedVisit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** XML that is written to hurt, or badly. */
@Timeout(20)
class HostileFeedTest {
  private static final String LINK = enclosure("https://t.example/7.torrent");

  @Test
  void entitiesOfTheDocumentAreNotExpanded() {
    String bomb =
        """
        <?xml version="1.0"?>
        <!DOCTYPE rss [
          <!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
          <!ENTITY file SYSTEM "file:///etc/passwd"> ]>
        <rss><channel>"""
            + item("<title>Sintel &b; &file;</title>", LINK)
            + "</channel></rss>";

    assertThat(read(bomb)).singleElement().extracting(Post::heading).isEqualTo("Sintel &b; &file;");
  }

  @Test
  void whatXmlForbidsInATitleCostsNoItem() {
    assertThat(
            read(
                feed(
                    item("<title>Sin\u0001tel \u0000 \uFFFE</title>", LINK),
                    item("<title>Tom & Jerry <3 &nbsp;&eacute;</title>", LINK + "<guid>2</guid>"),
                    item("<title>\uD83D Half a letter</title>", LINK + "<guid>3</guid>"),
                    bare(4))))
        .hasSize(4)
        .last()
        .extracting(Post::heading)
        .isEqualTo("Film 4");
  }

  @Test
  void anEndlessTitleIsCut() {
    assertThat(read(feed(item("<title>" + "a".repeat(1_000_000) + "</title>", LINK), bare(2))))
        .extracting(post -> post.heading().length())
        .containsExactly(500, 6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "category",
        "comments",
        "coverurl",
        "genre",
        "imdb",
        "infohash",
        "language",
        "magneturl",
        "seeders",
        "size",
        "subs",
        "tag",
        "tmdbid",
        "year"
      })
  void anEndlessAttributeCostsNoTime(String name) {
    for (String endless : List.of("a", "a.", "a ", "1", "0", ",", "(", "%")) {
      String value = endless.repeat(1_000_000 / endless.length()) + "z";

      assertThat(read(feed(item("<title>Sintel</title>", LINK, attr(name, value)))))
          .singleElement()
          .satisfies(
              post ->
                  assertThat(post.facts().toString() + post.genres() + post.audio())
                      .hasSizeLessThan(60_000));
    }
  }

  @Test
  void theCutShowsNoHalfOfAPasskey() {
    String address = "https://t.example/" + "a/".repeat(236) + "0123456789abcdef0123456789abcdef/7";

    assertThat(read(feed(item("<title>Sintel</title>", LINK, attr("coverurl", address)))))
        .singleElement()
        .satisfies(post -> assertThat(post.facts().toString()).doesNotContain("0123"));
  }

  @Test
  void depthDoesNotHurt() {
    String deep = "<a>".repeat(500_000);

    assertThat(read("<rss><channel>" + bare(1) + deep + "</channel></rss>")).hasSize(1);
    assertThat(read("<rss><channel>" + bare(1) + deep)).hasSize(1);
  }

  @Test
  void widthDoesNotHurt() {
    assertThat(read("<rss><channel>" + bare(1) + "<a/>".repeat(1_500_000) + "</channel></rss>"))
        .hasSize(1);
    assertThat(failure(feed(item("<title>Sintel</title>", "<torznab:attr/>".repeat(400_000)))))
        .hasMessageContaining("100,000 elements");
  }

  @Test
  void aHundredThousandItemsAreAThousand() {
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < 30_000; i++) {
      items.append(bare(i));
    }

    assertThat(read(feed(items.toString()))).hasSize(1_000);
  }

  @Test
  void theEncodingIsWhatTheBytesSay() {
    String declared = feed(item("<title>Лимите</title>", LINK)).replace("UTF-8", "windows-1251");

    assertThat(read(declared.getBytes(Charset.forName("windows-1251"))))
        .extracting(Post::heading)
        .containsExactly("Лимите");
    assertThat(read(declared.getBytes(UTF_8))).extracting(Post::heading).containsExactly("Лимите");
    assertThat(read(("\uFEFF" + declared).getBytes(UTF_16LE)))
        .extracting(Post::heading)
        .containsExactly("Лимите");
  }

  @Test
  void anEndlessErrorIsCut() {
    String error = "<error code=\"900\" description=\"" + "at X\n".repeat(2_000) + "\"/>";

    assertThat(failure(error)).hasMessageContaining("at X at X").message().hasSizeLessThan(1_000);
  }

  private static SiteException failure(String text) {
    try {
      read(text);
    } catch (SiteException expected) {
      return expected;
    }
    throw new AssertionError("no failure");
  }

  private static List<Post> read(String text) {
    return read(text.getBytes(UTF_8));
  }

  private static List<Post> read(byte[] body) {
    URI address = URI.create(Feeds.address("t=search&q=sintel&cat=2000,5000", 0, 100));
    Map<String, List<String>> headers = Map.of("Content-Type", List.of("application/xml"));
    RecordedVisit visit =
        Feeds.site(Feeds.CAPS)
            .page(address.toString(), Page.of(address, 200, headers, body))
            .visit();
    Feeds.provider().search(Query.text("sintel"), visit);
    return visit.posts();
  }
}
