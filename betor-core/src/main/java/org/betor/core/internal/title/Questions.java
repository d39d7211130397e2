package org.betor.core.internal.title;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.betor.api.model.MediaType;
import org.betor.api.model.Post;
import org.betor.api.model.Quality;
import org.betor.api.model.Release;
import org.betor.api.name.Kind;
import org.betor.api.name.ReleaseName;
import org.betor.api.spi.TitleQuestion;

/** Asks which film or series a release is, by what its pages and its name say. */
final class Questions {
  private static final int MAX_NAMES = 6;
  private static final String COLLECTION = "Collection";

  /** Folded: "1 e 2", "1, 2 e 3". */
  private static final Pattern ONE_AND_TWO = Pattern.compile("\\b1( \\d)* & \\d$");

  /** What stands beside the names of books, music and games. */
  private static final Set<String> NO_FILM =
      Set.of(
          ("epub pdf mobi cbr cbz audiobook mp3 flac ost soundtrack discografia discography crack"
                  + " crackeado apk")
              .split(" "));

  private final Release release;

  /** What the headings of the pages and the name in the magnet link say. */
  private final List<ReleaseName> read;

  Questions(Release release) {
    this.release = release;
    this.read = read(release);
  }

  /** Whether it is plainly a collection, a book, a game or music. */
  boolean isNoSingleWork() {
    return read.stream().anyMatch(Questions::isNoSingleWork);
  }

  /** The question; empty if nothing names a work. */
  Optional<TitleQuestion> ask() {
    List<String> names = names();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    TitleQuestion.Builder question = TitleQuestion.of(names.toArray(String[]::new));
    year().ifPresent(question::year);
    Set<Integer> seasons = seasons();
    seasons.forEach(question::season);
    question.mediaType(type(seasons));
    question.cast(posts(release).flatMap(Questions::cast).distinct().toList());
    posts(release)
        .flatMap(post -> post.runtime().stream())
        .findFirst()
        .ifPresent(question::runtime);
    return Optional.of(question.build());
  }

  private static List<ReleaseName> read(Release release) {
    Stream<String> headings = posts(release).map(Post::heading);
    Stream<String> name = release.magnet().stream().flatMap(magnet -> magnet.name().stream());
    return Stream.concat(headings, name).distinct().map(ReleaseName::parse).toList();
  }

  /** What the pages call the work, and what else is left of headings and name; each once. */
  private List<String> names() {
    Stream<String> told =
        posts(release)
            .flatMap(post -> Stream.of(post.originalTitle(), post.translatedTitle()))
            .flatMap(Optional::stream)
            .map(Questions::withoutSeason);
    Set<List<String>> seen = new HashSet<>();
    seen.add(List.of()); // a text without words is no name
    List<String> names = new ArrayList<>();
    Stream.concat(told, read.stream().map(ReleaseName::title))
        .filter(name -> seen.add(NameWords.of(name)))
        .limit(MAX_NAMES)
        .forEach(names::add);
    return names;
  }

  /** A title may have a season with it, which is none of its words. */
  private static String withoutSeason(String title) {
    ReleaseName name = ReleaseName.parse(title);
    return name.seasons().isEmpty() ? title : name.title();
  }

  private OptionalInt year() {
    return Stream.concat(Stream.of(release.year()), read.stream().map(ReleaseName::year))
        .filter(OptionalInt::isPresent)
        .findFirst()
        .orElse(OptionalInt.empty());
  }

  private Set<Integer> seasons() {
    Set<Integer> seasons = new HashSet<>(release.episodes().seasons());
    read.forEach(name -> seasons.addAll(name.seasons()));
    seasons.removeIf(season -> season > 1_900);
    return seasons;
  }

  private MediaType type(Set<Integer> seasons) {
    return seasons.isEmpty() ? release.mediaType() : MediaType.SERIES;
  }

  /** Several films in one torrent, or none. */
  private static boolean isNoSingleWork(ReleaseName name) {
    return isCollection(name)
        || (name.quality().equals(Quality.UNKNOWN)
            && !Collections.disjoint(NameWords.of(name.text()), NO_FILM));
  }

  private static boolean isCollection(ReleaseName name) {
    return name.parts().stream()
            .anyMatch(part -> part.kind() == Kind.COMPLETE && part.value().equals(COLLECTION))
        || ONE_AND_TWO.matcher(String.join(" ", NameWords.of(name.title()))).find();
  }

  private static Stream<String> cast(Post post) {
    return Stream.of("cast", "elenco")
        .map(post.facts()::get)
        .filter(Objects::nonNull)
        .flatMap(List::stream);
  }

  private static Stream<Post> posts(Release release) {
    return release.listings().stream().map(listing -> listing.post());
  }
}
