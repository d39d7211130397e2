package org.betor.core.internal.catalog;

import java.util.LinkedHashSet;
import java.util.Set;
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
  static Set<String> of(Release release) {
    Set<String> words = new LinkedHashSet<>();
    for (Listing listing : release.listings()) {
      addTitles(listing, words);
      words.add(listing.post().heading());
      if (listing.offer().link() instanceof Link.Magnet magnet) {
        magnet.magnet().name().ifPresent(name -> words.add(cut(name)));
      }
    }
    release.find(TitleMatch.class).ifPresent(match -> words.add(match.title()));
    release.find(Contents.class).ifPresent(contents -> words.add(contents.name()));
    words.addAll(release.tags());
    return words;
  }

  /** What may be suggested: titles, and the headings of pages only where there is no title. */
  static Set<String> titles(Release release) {
    Set<String> titles = new LinkedHashSet<>();
    titles.add(release.title());
    release.listings().forEach(listing -> addTitles(listing, titles));
    titles.remove(release.key().value());
    return titles;
  }

  private static void addTitles(Listing listing, Set<String> titles) {
    listing.post().translatedTitle().ifPresent(titles::add);
    listing.post().originalTitle().ifPresent(titles::add);
  }

  private static String cut(String name) {
    return name.substring(0, Math.min(MAX_NAME, name.length()));
  }
}
