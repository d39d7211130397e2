package org.betor.api.spi;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.api.model.Viewer;

/**
 * Keeps releases and finds them again. Safe for use by several threads.
 *
 * <p>A release is what its sections say, merged as {@link Release#with} does; the same changes in
 * any order, and again, give the same catalogue. Nothing above a viewer's level shows.
 */
public interface Catalog extends AutoCloseable {

  /** Writes sections. They are durable on return, and found after the next {@link #refresh}. */
  void put(Collection<Change> changes);

  /** Makes all that was put findable. */
  void refresh();

  /** The release of that key, if there is one that the viewer may see. */
  Optional<Release> find(ReleaseKey key, Viewer viewer);

  /** The releases that match, as far as the viewer may see them. */
  Hits search(CatalogQuery query, Viewer viewer);

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

  /** Takes releases away, durably. */
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
