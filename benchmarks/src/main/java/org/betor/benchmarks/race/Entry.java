package org.betor.benchmarks.race;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;
import org.betor.api.model.Language;
import org.betor.api.model.Listing;
import org.betor.api.model.Post;
import org.betor.api.model.Quality;
import org.betor.api.model.Quality.Source;
import org.betor.api.model.Release;
import org.betor.api.model.TitleId;
import org.betor.api.spi.Change;

/**
 * A release that every contestant keeps.
 *
 * @param release with one listing, and an upload where it is not for everybody
 * @param name the torrent's name
 */
record Entry(Release release, String name) {

  String key() {
    return release.key().value();
  }

  /** What the catalogue is given. */
  List<Change> changes() {
    return release.sections().stream().map(section -> new Change(release.key(), section)).toList();
  }

  Listing listing() {
    return release.listings().get(0);
  }

  /** Both titles, one on each line. */
  String titles() {
    Post post = listing().post();
    return Stream.of(post.translatedTitle(), post.originalTitle())
        .map(title -> title.orElse(""))
        .distinct()
        .collect(joining("\n"));
  }

  /** All words by which the release is found. */
  String text() {
    return titles() + "\n" + name + "\n" + String.join(" ", release.tags());
  }

  String imdb() {
    return release.ids().stream().map(TitleId::value).findFirst().orElse("");
  }

  /** The tags of the languages. */
  List<String> languages() {
    return release.audio().stream().map(Language::tag).toList();
  }

  /** Such as {@code 1080p}. */
  String resolution() {
    return new Quality(Source.UNKNOWN, release.quality().resolution()).toString();
  }

  long seen() {
    return listing().seen().toEpochMilli();
  }
}
