package org.betor.core.internal.catalog;

import java.util.stream.Stream;
import org.betor.api.model.Contents;
import org.betor.api.model.Link;
import org.betor.api.model.Listing;
import org.betor.api.model.Release;
import org.betor.api.model.TitleMatch;

/** By which texts a release is found, and which are suggested. */
final class ReleaseWords {
  /** Longer names are cut: who means to be found says it sooner. */
  private static final int MAX_NAME = 500;

  private ReleaseWords() {}

  /** Titles, headings, names, genres and tags, each once; the paths of files are none of them. */
  static Stream<String> of(Release release) {
    return Stream.of(
            release.listings().stream().flatMap(ReleaseWords::of),
            release.find(TitleMatch.class).map(TitleMatch::title).stream(),
            release.find(Contents.class).map(Contents::name).stream(),
            release.tags().stream())
        .flatMap(texts -> texts)
        .distinct();
  }

  /** What may be suggested: titles, and the headings of pages only where there is no title. */
  static Stream<String> titles(Release release) {
    return Stream.concat(
            Stream.of(release.title()), release.listings().stream().flatMap(ReleaseWords::titles))
        .filter(title -> !title.equals(release.key().value()))
        .distinct();
  }

  private static Stream<String> of(Listing listing) {
    Stream<String> name =
        listing.offer().link() instanceof Link.Magnet magnet
            ? magnet.magnet().name().stream()
            : Stream.empty();
    return Stream.of(
            titles(listing),
            Stream.of(listing.post().heading()),
            name.map(text -> text.substring(0, Math.min(MAX_NAME, text.length()))))
        .flatMap(texts -> texts);
  }

  private static Stream<String> titles(Listing listing) {
    return Stream.concat(
        listing.post().translatedTitle().stream(), listing.post().originalTitle().stream());
  }
}
