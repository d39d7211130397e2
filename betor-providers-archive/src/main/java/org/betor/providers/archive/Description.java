package org.betor.providers.archive;

import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.betor.api.model.Language;
import org.betor.api.model.MediaType;
import org.betor.api.model.Post;
import org.betor.api.model.TitleId;

/**
 * What the uploader of an item says of it, in free spelling.
 *
 * @see <a href="https://archive.org/developers/metadata-schema/index.html">Fields, November
 *     2026</a>
 */
record Description(Fields metadata) {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:18[7-9]|19\\d|20\\d)\\d(?!\\d)");
  private static final Pattern IMDB = Pattern.compile("(?i)urn:imdb:(tt\\d{7,9})");
  private static final Pattern SEVERAL = Pattern.compile("\\s*;\\s*");
  private static final Pattern PART_OF_A_SERIES =
      Pattern.compile("(?i)\\bS\\d{1,2} ?E\\d{1,3}\\b|\\b(?:season|episode|ep\\.) ?#?\\d");
  private static final String TELEVISION = "classic_tv";
  private static final Set<String> FILMS = Set.of("feature_films", "short_films", "silent_films");

  /** A post with all but its offers. */
  Post.Builder post(URI address, String identifier) {
    Post.Builder post =
        Post.at(address, metadata.text("title").orElse(identifier))
            .mediaType(mediaType())
            .ids(ids())
            .audio(languages())
            .genres(several("subject").toList())
            .fact("licence", metadata.texts("licenseurl"))
            .fact("collection", metadata.texts("collection"))
            .fact("creator", metadata.texts("creator"));
    year().ifPresent(post::year);
    metadata.texts("runtime").stream()
        .flatMap(text -> RunningTime.parse(text).stream())
        .findFirst()
        .ifPresent(post::runtime);
    published().ifPresent(post::published);
    return post;
  }

  List<Language> languages() {
    return several("language").flatMap(text -> Languages.in(text).stream()).distinct().toList();
  }

  /** What the title or the collections say; most say nothing. */
  private MediaType mediaType() {
    List<String> collections = metadata.texts("collection");
    boolean series =
        metadata.text("title").filter(title -> PART_OF_A_SERIES.matcher(title).find()).isPresent()
            || collections.contains(TELEVISION);
    boolean film = collections.stream().anyMatch(FILMS::contains);
    return series ? MediaType.SERIES : film ? MediaType.FILM : MediaType.UNKNOWN;
  }

  private Optional<Integer> year() {
    return Stream.of("year", "date")
        .flatMap(field -> metadata.texts(field).stream())
        .flatMap(text -> YEAR.matcher(text).results())
        .map(year -> Integer.valueOf(year.group()))
        .findFirst();
  }

  private List<TitleId> ids() {
    return metadata.texts("external-identifier").stream()
        .map(IMDB::matcher)
        .filter(urn -> urn.matches())
        .map(MatchResult.class::cast)
        .map(urn -> TitleId.imdb(urn.group(1)))
        .toList();
  }

  /** When the archive showed it first, else when it was made; both in UTC. */
  private Optional<Instant> published() {
    return Stream.of("publicdate", "addeddate")
        .flatMap(field -> metadata.texts(field).stream())
        .flatMap(text -> instant(text).stream())
        .findFirst();
  }

  /** Such as {@code 2012-11-10 11:28:43}, sometimes without the time, or as ISO 8601 has it. */
  private static Optional<Instant> instant(String text) {
    String time = text.length() == 10 ? text + "T00:00:00" : text.replace(' ', 'T');
    try {
      return Optional.of(Instant.parse(time.endsWith("Z") ? time : time + "Z"));
    } catch (DateTimeParseException free) {
      return Optional.empty();
    }
  }

  private Stream<String> several(String field) {
    return metadata.texts(field).stream().flatMap(SEVERAL::splitAsStream);
  }
}
