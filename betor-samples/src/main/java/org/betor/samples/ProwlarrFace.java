package org.betor.samples;

import static org.betor.samples.TorznabFace.attribute;
import static org.betor.samples.TorznabFace.element;
import static org.betor.samples.TorznabFace.error;
import static org.betor.samples.TorznabFace.xml;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Prowlarr, as of 2026: every link goes through it, and wrong keys get no document at all. */
final class ProwlarrFace implements TorznabFace {
  private static final String TYPE = "application/rss+xml";
  private static final Set<String> SEARCHES =
      Set.of("search", "tvsearch", "movie", "music", "book");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss '+0000'", Locale.US)
          .withZone(ZoneOffset.UTC);

  @Override
  public String path() {
    return "1/";
  }

  @Override
  public String downloadPath() {
    return "1/download";
  }

  @Override
  public Answer caps() {
    return xml(
        200,
        TYPE,
        """
        <caps>
          <server title="Prowlarr" />
          <limits max="100" default="100" />
          <searching>
            <search available="yes" supportedParams="q" />
            <tv-search available="yes" supportedParams="q,season,ep,imdbid" />
            <movie-search available="yes" supportedParams="q,imdbid" />
            <music-search available="no" supportedParams="q" />
            <audio-search available="no" supportedParams="q" />
            <book-search available="no" supportedParams="q" />
          </searching>
          <categories>
            <category id="2000" name="Movies"><subcat id="2040" name="Movies/HD" /></category>
            <category id="5000" name="TV"><subcat id="5040" name="TV/HD" /></category>
            <category id="100002" name="Filmes" />
            <category id="100005" name="Séries" />
          </categories>
          <tags><tag name="freeleech" description="FreeLeech" /></tags>
        </caps>
        """);
  }

  @Override
  public Optional<Answer> objection(TorznabQuery query, String key) {
    if (!query.value("apikey").filter(key::equals).isPresent()) {
      return Optional.of(new Answer(401, Map.of(), "", StandardCharsets.UTF_8));
    }
    if (query.function().isEmpty()) {
      return objection(200, "Missing parameter (t)");
    }
    if (query.hasBadImdb()) {
      return objection(201, "Incorrect parameter (imdbid)");
    }
    return query.function().equals("caps") || SEARCHES.contains(query.function())
        ? Optional.empty()
        : objection(202, "No such function (%s)".formatted(query.function()));
  }

  @Override
  public Answer inTrouble(TorznabTrouble trouble) {
    return switch (trouble) {
      case DISABLED -> xml(410, TYPE, error(410, "Indexer is disabled"));
      case BUSY ->
          xml(429, TYPE, error(429, "Indexer is disabled till later due to recent failures."))
              .with("Retry-After", "600");
      default -> xml(500, "application/json", "{ \"message\": \"Object reference not set\" }");
    };
  }

  @Override
  public String channel(URI root) {
    return element("title", "Sample");
  }

  /** Even a magnet link hides behind an address of Prowlarr's, which redirects to it. */
  @Override
  public String item(TorznabRelease release, TorznabLinks links) {
    String download = links.download(release);
    return element("title", release.title())
        + element("description", "")
        + element("guid", links.details(release))
        + "      <prowlarrindexer id=\"1\" type=\"public\">Sample</prowlarrindexer>\n"
        + element("comments", links.details(release))
        + element("pubDate", DATE.format(release.published()))
        + element("size", release.sizeBytes())
        + element("link", download)
        + categories(release)
        + "      <enclosure url=\"%s\" length=\"%d\" type=\"application/x-bittorrent\" />\n"
            .formatted(Html.escape(download), release.sizeBytes())
        + attributes(release, download);
  }

  private static String attributes(TorznabRelease release, String download) {
    StringBuilder attributes = new StringBuilder();
    release.categories().forEach(number -> attributes.append(attribute("category", number)));
    attributes.append(attribute("tag", "freeleech"));
    release.statedId().ifPresent(id -> attributes.append(attribute("imdb", id.substring(2))));
    attributes
        .append(attribute("seeders", release.seeders()))
        .append(attribute("peers", release.peers()));
    switch (release.form()) {
      case HASHED -> attributes.append(attribute("infohash", release.torrent().infoHash()));
      case MAGNET ->
          attributes
              .append(attribute("infohash", release.torrent().infoHash()))
              .append(attribute("magneturl", download));
      case BARE -> {}
    }
    return attributes
        .append(attribute("downloadvolumefactor", 0))
        .append(attribute("uploadvolumefactor", 1))
        .toString();
  }

  private static String categories(TorznabRelease release) {
    return release.categories().stream()
        .map(number -> element("category", number))
        .collect(Collectors.joining());
  }

  private static Optional<Answer> objection(int code, String description) {
    return Optional.of(xml(400, TYPE, error(code, description)));
  }
}
