package org.betor.api.spi;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
 * one's, and both keys lead to it. Nothing above a viewer's level shows: not in results, totals,
 * facets, suggestions or corrections.
 */
public interface Catalog extends AutoCloseable {

  /** Writes sections. They are durable on return, and found after the next {@link #refresh}. */
  void put(Collection<Change> changes);

  /** Makes all that was put findable. */
  void refresh();

  /** The release of that key, if there is one that the viewer may see. */
  Optional<Release> find(ReleaseKey key, Viewer viewer);

  /**
   * The releases that match, as far as the viewer may see them. If none has the query's words, and
   * they are long enough, those that have words one letter away; {@link Hits#corrected} says so.
   *
   * @throws IllegalArgumentException if the query's cursor is none of this catalogue's
   */
  Hits search(CatalogQuery query, Viewer viewer);

  /**
   * What {@link #search} finds, one group for each film or series, in the order of their best
   * releases. Offset and limit count groups; a cursor is refused.
   */
  List<TitleGroup> titles(CatalogQuery query, Viewer viewer);

  /**
   * Counts what {@link #search} finds by the values of a facet: the most frequent first, then by
   * value. Order and paging of the query play no part.
   *
   * @param limit at most so many values; from 1
   */
  List<Facet.Count> count(CatalogQuery query, Facet facet, int limit, Viewer viewer);

  /**
   * Titles that go on from what was typed, each once, the likeliest first.
   *
   * @param limit at most so many; from 1
   */
  List<String> suggest(String prefix, int limit, Viewer viewer);

  /**
   * The releases that have no section of a kind, or only one seen before {@code olderThan}: the
   * work list of whoever writes that section.
   *
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
