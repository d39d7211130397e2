package org.betor.api.spi;

import java.util.List;
import org.betor.api.model.Release;

/**
 * What a catalogue found.
 *
 * @param releases the releases of this page, in the order that was asked for
 * @param total how many there are in all
 * @param exact whether {@code total} is exact; if not, there are at least so many
 */
public record Hits(List<Release> releases, long total, boolean exact) {
  /** Nothing. */
  public static final Hits NONE = new Hits(List.of(), 0, true);

  /** Copies. */
  public Hits {
    releases = List.copyOf(releases);
  }
}
