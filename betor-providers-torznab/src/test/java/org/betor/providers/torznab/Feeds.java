package org.betor.providers.torznab;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.betor.api.spi.Page;
import org.betor.api.spi.Provider;
import org.betor.api.spi.Settings;
import org.betor.testkit.RecordedSite;

/** An endpoint of recorded documents, whose key is {@link #KEY}. */
final class Feeds {
  static final String KEY = "0123456789abcdef0123456789abcdef";
  static final String HOME = "http://indexer.example:9696/1/";
  static final String HASH = "08ada5a7a6183aae1e09d831df6748d566095a10";

  static final String CAPS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <caps>
        <server title="Indexer" />
        <limits max="100" default="2" />
        <searching>
          <search available="yes" supportedParams="q" />
          <tv-search available="yes" supportedParams="q,season,ep,imdbid,tvdbid,tvmazeid" />
          <movie-search available="yes" supportedParams="q,imdbid,tmdbid" />
          <book-search available="no" supportedParams="q" />
        </searching>
        <categories>
          <category id="2000" name="Movies"><subcat id="2040" name="Movies/HD" /></category>
          <category id="5000" name="TV" />
        </categories>
      </caps>
      """;

  /** As {@link #CAPS}, with pages of two items. */
  static final String SMALL_PAGES = CAPS.replace("max=\"100\"", "max=\"2\"");

  private static final Map<String, String> SETTINGS =
      Map.of("cinema.url", HOME, "cinema.key", KEY, "cinema.title", "Cinema");

  private Feeds() {}

  static Provider.Browsable provider() {
    return (Provider.Browsable) new TorznabFactory().create(Settings.of(SETTINGS)).get(0);
  }

  /** An endpoint with that caps document. */
  static RecordedSite site(String caps) {
    return RecordedSite.of(Feeds.class).home(HOME).page(address("t=caps"), xml(caps));
  }

  /** The address of a query, which the key ends. */
  static String address(String query) {
    return HOME + "api?" + query + "&apikey=" + KEY;
  }

  /** The address of a page of results. */
  static String address(String query, int offset, int limit) {
    return address("%s&extended=1&offset=%d&limit=%d".formatted(query, offset, limit));
  }

  static Page xml(String text) {
    return xml(200, text);
  }

  static Page xml(int status, String text, String... headers) {
    Map<String, List<String>> all =
        headers.length == 0
            ? Map.of("Content-Type", List.of("application/rss+xml"))
            : Map.of(
                "Content-Type", List.of("application/rss+xml"), headers[0], List.of(headers[1]));
    return Page.of(URI.create(HOME + "api"), status, all, text.getBytes(StandardCharsets.UTF_8));
  }

  static String feed(String... items) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:torznab="http://torznab.com/schemas/2015/feed"><channel>
        <title>Cinema</title>
        """
        + String.join("\n", items)
        + "\n</channel></rss>";
  }

  /** An item with a torrent file of which no info-hash is stated. */
  static String bare(int number) {
    return item(
        "<title>Film %d</title>".formatted(number),
        "<guid>https://tracker.example/film/%d</guid>".formatted(number),
        enclosure("https://tracker.example/film/%d.torrent".formatted(number)));
  }

  static String item(String... parts) {
    return Stream.of(parts).collect(Collectors.joining("\n", "<item>\n", "\n</item>"));
  }

  static String enclosure(String url) {
    return "<enclosure url=\"%s\" length=\"1000\" type=\"application/x-bittorrent\"/>"
        .formatted(url.replace("&", "&amp;"));
  }

  static String attr(String name, Object value) {
    return "<torznab:attr name=\"%s\" value=\"%s\"/>"
        .formatted(name, value.toString().replace("&", "&amp;"));
  }
}
