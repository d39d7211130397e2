package org.betor.testkit;

import static java.util.Comparator.comparing;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.betor.api.model.Release;
import org.betor.api.spi.CatalogQuery.Sort;
import org.betor.testkit.Snapshot.Entry;

/**
 * Titles that go on from what was typed.
 *
 * @param typed the words that were typed, the last of them perhaps unfinished
 */
record Suggestions(Words typed) {
  private static final int NEWEST = 200;

  /** The titles of these releases, the likeliest first. */
  Stream<String> from(Collection<Entry> entries) {
    Map<String, Long> frequencies =
        entries.stream()
            .filter(entry -> typed.areIn(entry.words()))
            .map(Entry::release)
            .sorted(comparing(release -> Order.of(release, Sort.NEWEST)))
            .limit(NEWEST)
            .flatMap(Suggestions::titles)
            .collect(groupingBy(identity(), counting()));
    Set<List<String>> spelt = new HashSet<>();
    return frequencies.keySet().stream()
        .filter(title -> typed.areIn(Set.copyOf(Words.list(title))))
        .sorted(
            comparing((String title) -> !beginsAsTyped(title))
                .thenComparing(frequencies::get, Comparator.reverseOrder())
                .thenComparing(Comparator.naturalOrder()))
        .filter(title -> spelt.add(Words.list(title)));
  }

  private boolean beginsAsTyped(String title) {
    List<String> words = Words.list(title);
    int length = Math.min(typed.wanted().size(), words.size());
    return typed.areIn(Set.copyOf(words.subList(0, length)));
  }

  /** Each once; nobody calls a release by its key. */
  private static Stream<String> titles(Release release) {
    Stream<String> ofPages =
        release.listings().stream()
            .map(listing -> listing.post())
            .flatMap(post -> Stream.of(post.originalTitle(), post.translatedTitle()))
            .flatMap(Optional::stream);
    return Stream.concat(Stream.of(release.title()), ofPages)
        .filter(title -> !title.equals(release.key().value()))
        .distinct();
  }
}
