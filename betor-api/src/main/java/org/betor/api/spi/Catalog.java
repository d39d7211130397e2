package org.betor.api.spi;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.api.model.Viewer;

/**
 * Keeps releases and finds them again. Safe for use by several threads.
 *
 * <p>A release is what its sections say, merged as {@link Release#with} does; the same changes in
 * any order, and again, give the same catalogue. A release with an {@link
 * org.betor.api.model.Identity} is one with the release that it names: its other sections are that
 * one's, and both keys lead to it; where one torrent is said to be two, either may hold. A release
 * that has no other section is not there. Nothing above a viewer's level shows: not in results,
 * their order, totals, facets, suggestions or corrections.
 *
 * <p>Methods that answer do so as of the last {@link #refresh}, or of a later moment.
 */
public interface Catalog extends AutoCloseable {

  /**
   * Writes sections. They are durable on return, and found after the next {@link #refresh} at the
   * latest.
   */
  void put(Collection<Change> changes);

  /** Makes all that was put findable. */
  void refresh();

  /** The release of that key, if there is one that the viewer may see. */
  Optional<Release> find(ReleaseKey key, Viewer viewer);

  /**
   * The releases that match, as far as the viewer may see them. The total is exact up to 10,000.
   *
   * <p>If nothing matches, words are taken for misspelt that have at least four letters and no
   * digit: each is kept, or replaced by a whole word of the releases that is one letter away (one
   * more, one less, another, or two neighbours swapped), so that something matches; {@link
   * Hits#corrected} says how. Which of several such replacements is taken is not promised. What
   * holds of the results of a query, such as {@link #count} and {@link #titles}, holds of these.
   *
   * @throws IllegalArgumentException if the query's cursor is none of this catalogue's
   */
  Hits search(CatalogQuery query, Viewer viewer);

  /**
   * What {@link #search} finds, one group for each film or series, in the order of their best
   * releases. Offset and limit count groups.
   *
   * @throws IllegalArgumentException if the query has a cursor
   */
  List<TitleGroup> titles(CatalogQuery query, Viewer viewer);

  /**
   * Counts what {@link #search} finds by the values of some facets: of each the most frequent
   * values first, then by value. What nobody says is not counted. Order and paging of the query
   * play no part.
   *
   * @param limit at most so many values of each facet; from 1
   * @return the counts of each facet that was asked for
   */
  Map<Facet, List<Facet.Count>> count(
      CatalogQuery query, Set<Facet> facets, int limit, Viewer viewer);

  /** Counts by one facet; {@link #count(CatalogQuery, Set, int, Viewer)} does several at once. */
  default List<Facet.Count> count(CatalogQuery query, Facet facet, int limit, Viewer viewer) {
    return count(query, Set.of(facet), limit, viewer).getOrDefault(facet, List.of());
  }

  /**
   * Titles that go on from what was typed: those that have all its words, the last of them perhaps
   * unfinished. First those that begin with these words, then those of many releases, then by the
   * alphabet; of titles with the same words the first only. They are taken from the newest 200
   * releases that match, and are their titles, original or translated; the headings of pages only
   * where there is no title.
   *
   * @param limit at most so many; from 1
   */
  List<String> suggest(String prefix, int limit, Viewer viewer);

  /**
   * The releases that have no section of a kind, or only some seen before {@code olderThan}: the
   * work list of whoever writes that section, whoever may see them. First those that have none,
   * then what was not seen for the longest time. An {@link org.betor.api.model.Identity} is lacking
   * where the key has no info-hash.
   *
   * @param section one kind of section, such as {@code Swarm.class}
   * @param limit at most so many; from 1
   */
  List<ReleaseKey> lacking(Class<? extends Section> section, Instant olderThan, int limit);

  /**
   * Hands over every release with all its sections, whoever may see it, in no order: for copies.
   * One that turned out to be another comes too, with its {@link org.betor.api.model.Identity} and
   * nothing else.
   */
  void scan(Consumer<Release> each);

  /** Takes releases away, durably, with all keys that lead to them. */
  void remove(Collection<ReleaseKey> keys);

  /**
   * Lets go of what it holds. Every other method throws {@link IllegalStateException} from then on;
   * closing again does nothing.
   */
  @Override
  void close();

  /** Opens a catalogue. A service. */
  interface Factory {

    /** Names the factory. */
    String id();

    /** Opens the host's catalogue. */
    Catalog open(Host host);
  }
}
