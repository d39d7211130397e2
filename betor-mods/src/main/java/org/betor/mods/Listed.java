package org.betor.mods;

import java.util.List;

/**
 * A page of a list.
 *
 * @param total how many rows all pages have
 * @param offset how many come before these
 * @param results the rows
 */
public record Listed<T>(long total, long offset, List<T> results) {
  /** Copies. */
  public Listed {
    results = List.copyOf(results);
  }
}
