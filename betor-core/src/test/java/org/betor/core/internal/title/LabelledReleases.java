package org.betor.core.internal.title;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Link;
import org.betor.api.model.Listing;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.MediaType;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.Release;
import org.betor.api.model.TitleId;
import org.betor.core.Films;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Releases as Brazilian sites word them, with the works of a {@link TitleDataset} that they are.
 */
public final class LabelledReleases {
  private static final JsonMapper JSON = new JsonMapper();

  private LabelledReleases() {}

  /** All of them, in the file's order. */
  public static List<LabelledRelease> read() throws IOException {
    List<String> lines = TitleDataset.resource("releases.jsonl");
    return IntStream.range(0, lines.size())
        .mapToObj(number -> labelled(number, JSON.readTree(lines.get(number))))
        .toList();
  }

  private static LabelledRelease labelled(int number, JsonNode row) {
    Listing listing = new Listing("films", post(number, row), offer(number, row), Films.NOON);
    return new LabelledRelease(
        Release.of(Films.key(number)).with(listing),
        text(row, "expected").map(TitleId::imdb),
        text(row, "why").orElseThrow());
  }

  private static Post post(int number, JsonNode row) {
    URI address = URI.create("https://films.example/" + number);
    Post.Builder post = Post.at(address, text(row, "heading").orElseThrow());
    text(row, "original").ifPresent(post::originalTitle);
    text(row, "translated").ifPresent(post::translatedTitle);
    text(row, "type").map(LabelledReleases::mediaType).ifPresent(post::mediaType);
    row.optional("year").map(JsonNode::asInt).ifPresent(post::year);
    row.optional("runtimeMinutes")
        .map(minutes -> Duration.ofMinutes(minutes.asInt()))
        .ifPresent(post::runtime);
    List<String> cast = row.path("cast").valueStream().map(JsonNode::asString).toList();
    return post.fact("cast", cast).build();
  }

  private static MediaType mediaType(String type) {
    return MediaType.valueOf(type.toUpperCase(Locale.ROOT));
  }

  private static Offer offer(int number, JsonNode row) {
    InfoHash hash = Films.hash(number);
    MagnetLink magnet =
        text(row, "name")
            .map(name -> MagnetLink.parse("magnet:?xt=" + hash.urn() + "&dn=" + escape(name)))
            .orElseGet(() -> MagnetLink.of(hash));
    return Offer.of(new Link.Magnet(magnet)).context(text(row, "context").orElse("")).build();
  }

  private static String escape(String name) {
    return URLEncoder.encode(name, UTF_8).replace("+", "%20");
  }

  /** Empty if the row does not have it, or has null. */
  private static Optional<String> text(JsonNode row, String field) {
    return row.optional(field).filter(node -> !node.isNull()).map(JsonNode::asString);
  }
}
