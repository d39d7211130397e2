package org.betor.api.spi;

import org.betor.api.model.Identity;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;

/**
 * One section to write.
 *
 * @param key the release
 * @param section what is known of it now
 */
public record Change(ReleaseKey key, Section section) {

  /**
   * Checks.
   *
   * @throws IllegalArgumentException if the section says that a release with a version 1 info-hash
   *     is another one
   */
  public Change {
    if (section instanceof Identity && key.value().startsWith("btih:")) {
      throw new IllegalArgumentException(key + " has its info-hash already");
    }
  }
}
