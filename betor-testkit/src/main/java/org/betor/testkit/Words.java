package org.betor.testkit;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.betor.api.model.Contents;
import org.betor.api.model.Link;
import org.betor.api.model.Listing;
import org.betor.api.model.Release;
import org.betor.api.model.TitleMatch;

/**
 * Words that are looked for, the last of them perhaps unfinished.
 *
 * @param wanted in lower case and without accents
 */
record Words(List<String> wanted) {
  private static final int MOST = 100;

  /** The words of a text that somebody typed. */
  static Words in(String text) {
    return new Words(list(text).stream().limit(MOST).toList());
  }

  /** The words of a text, in its order. */
  static List<String> list(String text) {
    String letters = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    return Arrays.stream(letters.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** All words by which a release is found. */
  static Set<String> of(Release release) {
    return Stream.of(
            release.listings().stream().flatMap(Words::texts),
            release.find(TitleMatch.class).map(TitleMatch::title).stream(),
            release.find(Contents.class).map(Contents::name).stream(),
            release.tags().stream())
        .flatMap(texts -> texts)
        .flatMap(text -> list(text).stream())
        .collect(Collectors.toSet());
  }

  /** Whether all words are among these. */
  boolean areIn(Set<String> words) {
    return !wanted.isEmpty()
        && wanted.subList(0, last()).stream().allMatch(words::contains)
        && words.stream().anyMatch(word -> word.startsWith(wanted.get(last())));
  }

  /** These words, with those that a release has not replaced by its own, as far as it can be. */
  Optional<Words> correctedBy(Set<String> words) {
    List<String> corrected =
        IntStream.range(0, wanted.size())
            .mapToObj(position -> corrected(position, words))
            .flatMap(Optional::stream)
            .toList();
    return corrected.size() == wanted.size() ? Optional.of(new Words(corrected)) : Optional.empty();
  }

  private Optional<String> corrected(int position, Set<String> words) {
    String word = wanted.get(position);
    boolean unfinished =
        position == last() && words.stream().anyMatch(other -> other.startsWith(word));
    return unfinished || words.contains(word)
        ? Optional.of(word)
        : words.stream().filter(other -> Misspelling.of(word, other)).sorted().findFirst();
  }

  private static Stream<String> texts(Listing listing) {
    Stream<String> titles =
        Stream.of(listing.post().originalTitle(), listing.post().translatedTitle())
            .flatMap(Optional::stream);
    Stream<String> name =
        listing.offer().link() instanceof Link.Magnet magnet
            ? magnet.magnet().name().stream()
            : Stream.empty();
    return Stream.of(titles, Stream.of(listing.post().heading()), name).flatMap(texts -> texts);
  }

  private int last() {
    return wanted.size() - 1;
  }

  @Override
  public String toString() {
    return String.join(" ", wanted);
  }
}
