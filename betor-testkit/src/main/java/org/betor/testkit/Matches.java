package org.betor.testkit;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.betor.api.model.Release;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.Hits;
import org.betor.api.spi.TitleGroup;
import org.betor.testkit.Snapshot.Entry;

/**
 * All that a query matches, in its order.
 *
 * @param query what was asked
 * @param all the releases
 * @param corrected the words that helped, if those of the query did not
 */
record Matches(CatalogQuery query, List<Release> all, Optional<Words> corrected) {

  /** What a query matches of the releases that its viewer sees. */
  static Matches of(CatalogQuery query, List<Entry> entries) {
    List<Entry> filtered =
        entries.stream()
            .filter(entry -> new Filters(query).holdFor(entry.release()))
            .sorted(comparing(entry -> Order.of(entry.release(), query.sort())))
            .toList();
    if (query.words().isEmpty()) {
      return new Matches(query, filtered.stream().map(Entry::release).toList(), Optional.empty());
    }
    Words words = Words.in(query.words());
    List<Release> exact = with(words, filtered);
    Optional<Words> corrected = exact.isEmpty() ? corrected(words, filtered) : Optional.empty();
    return new Matches(
        query, corrected.map(others -> with(others, filtered)).orElse(exact), corrected);
  }

  /** The page that was asked for. */
  Hits page() {
    List<Release> left = query.after().map(Order::parse).map(this::after).orElse(all);
    List<Release> page = left.stream().skip(query.offset()).limit(query.limit()).toList();
    Hits hits = Hits.of(page, all.size(), true);
    if (corrected.isPresent()) {
      hits = hits.corrected(corrected.get().toString());
    }
    boolean goesOn = query.offset() + page.size() < left.size() && !page.isEmpty();
    return goesOn ? hits.next(Order.of(page.get(page.size() - 1), query.sort()).toString()) : hits;
  }

  /** The groups that were asked for. */
  List<TitleGroup> titles() {
    if (query.after().isPresent()) {
      throw new IllegalArgumentException("groups have no cursor: use an offset");
    }
    return all.stream()
        .collect(groupingBy(Release::work, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(group -> new TitleGroup(group.get(0), group.size()))
        .skip(query.offset())
        .limit(query.limit())
        .toList();
  }

  private List<Release> after(Order last) {
    return all.stream()
        .filter(release -> Order.of(release, query.sort()).compareTo(last) > 0)
        .toList();
  }

  private static List<Release> with(Words words, List<Entry> entries) {
    return entries.stream()
        .filter(entry -> words.areIn(entry.words()))
        .map(Entry::release)
        .toList();
  }

  private static Optional<Words> corrected(Words words, List<Entry> entries) {
    return words.wanted().isEmpty()
        ? Optional.empty()
        : entries.stream().flatMap(entry -> words.correctedBy(entry.words()).stream()).findFirst();
  }
}
