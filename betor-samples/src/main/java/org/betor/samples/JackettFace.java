package org.betor.samples;

import static org.betor.samples.TorznabFace.attribute;
import static org.betor.samples.TorznabFace.element;
import static org.betor.samples.TorznabFace.error;
import static org.betor.samples.TorznabFace.xml;

import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Jackett, as of 2026: most errors come with status 200, magnet links as they are. */
final class JackettFace implements TorznabFace {
  private static final String ERROR_TYPE = "application/xml";
  private static final String TYPE = "application/rss+xml; charset=utf-8";
  private static final Set<String> KNOWN = Set.of("caps", "search", "tvsearch", "movie");

  /** The zone of the machine that it runs on. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xx", Locale.US)
          .withZone(ZoneOffset.ofHours(-3));

  @Override
  public String path() {
    return "api/v2.0/indexers/sample/results/torznab/";
  }

  @Override
  public String downloadPath() {
    return "dl/sample/";
  }

  @Override
  public Answer caps() {
    return xml(
        200,
        TYPE,
        """
        <caps>
          <server title="Jackett" />
          <limits default="100" max="100" />
          <searching>
            <search available="yes" supportedParams="q" searchEngine="raw" />
            <tv-search available="yes" supportedParams="q,season,ep" searchEngine="raw" />
            <movie-search available="yes" supportedParams="q,year,imdbid" searchEngine="raw" />
            <music-search available="no" supportedParams="q" searchEngine="raw" />
            <audio-search available="no" supportedParams="q" searchEngine="raw" />
            <book-search available="no" supportedParams="q" searchEngine="raw" />
          </searching>
          <categories>
            <category id="2000" name="Movies"><subcat id="2040" name="Movies/HD" /></category>
            <category id="5000" name="TV"><subcat id="5040" name="TV/HD" /></category>
            <category id="100002" name="Filmes" />
            <category id="100005" name="Séries" />
          </categories>
        </caps>
        """);
  }

  @Override
  public Optional<Answer> objection(TorznabQuery query, String key) {
    if (!query.value("apikey").filter(key::equals).isPresent()) {
      return objection(200, 100, "Invalid API Key");
    }
    if (!KNOWN.contains(query.function())) {
      return objection(200, 201, "sample does not support the requested query.");
    }
    if (query.hasBadImdb()) {
      return objection(400, 201, "Incorrect parameter: invalid imdbid format");
    }
    return query.imdb().isPresent() && query.function().equals("tvsearch")
        ? objection(400, 203, "Function Not Available: imdbid is not supported for TV search")
        : Optional.empty();
  }

  @Override
  public Answer inTrouble(TorznabTrouble trouble) {
    return switch (trouble) {
      case DISABLED -> xml(200, ERROR_TYPE, error(201, "Indexer is not configured"));
      case BUSY ->
          xml(429, ERROR_TYPE, error(900, "Exception (sample): Too Many Requests"))
              .with("Retry-After", "600");
      default -> xml(400, ERROR_TYPE, error(900, "Exception (sample): the site is down\n   at X"));
    };
  }

  @Override
  public String channel(URI root) {
    return "    <atom:link href=\"%s\" rel=\"self\" type=\"application/rss+xml\" />\n"
            .formatted(root)
        + element("title", "Sample")
        + element("description", "Filmes livres")
        + element("language", "pt-BR");
  }

  /** An enclosure is said to be a torrent file even where it is a magnet link. */
  @Override
  public String item(TorznabRelease release, TorznabLinks links) {
    boolean magnet = release.form() == TorznabRelease.Form.MAGNET;
    String link = magnet ? links.magnet(release) : links.download(release);
    String guid = magnet ? links.magnet(release) : links.trackers(release);
    return element("title", release.title())
        + element("guid", guid)
        + "      <jackettindexer id=\"sample\">Sample</jackettindexer>\n"
        + element("type", "public")
        + element("comments", links.details(release))
        + element("pubDate", DATE.format(release.published()))
        + element("size", release.sizeBytes())
        + element("description", "")
        + element("link", link)
        + release.categories().stream()
            .map(number -> element("category", number))
            .collect(Collectors.joining())
        + "      <enclosure url=\"%s\" length=\"%d\" type=\"application/x-bittorrent\" />\n"
            .formatted(Html.escape(link), release.sizeBytes())
        + attributes(release, links);
  }

  private static String attributes(TorznabRelease release, TorznabLinks links) {
    StringBuilder attributes = new StringBuilder();
    release.categories().forEach(number -> attributes.append(attribute("category", number)));
    release
        .statedId()
        .ifPresent(
            id ->
                attributes
                    .append(attribute("imdb", id.substring(2)))
                    .append(attribute("imdbid", id)));
    attributes
        .append(attribute("genre", release.post().draft().work().genres().replace(" |", ",")))
        .append(attribute("year", release.post().year()))
        .append(attribute("seeders", release.seeders()))
        .append(attribute("peers", release.peers()));
    switch (release.form()) {
      case HASHED -> attributes.append(attribute("infohash", release.torrent().infoHash()));
      case MAGNET ->
          attributes
              .append(attribute("infohash", release.torrent().infoHash()))
              .append(attribute("magneturl", links.magnet(release)));
      case BARE -> {}
    }
    return attributes
        .append(attribute("downloadvolumefactor", 0))
        .append(attribute("uploadvolumefactor", 1))
        .toString();
  }

  private static Optional<Answer> objection(int status, int code, String description) {
    return Optional.of(xml(status, ERROR_TYPE, error(code, description)));
  }
}
