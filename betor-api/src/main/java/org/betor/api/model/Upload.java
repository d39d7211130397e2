package org.betor.api.model;

import java.time.Instant;

/**
 * That a member of the community uploaded a torrent, and who may see it.
 *
 * @param uploader who uploaded it
 * @param level the least access level of its viewers, from 0
 * @param seen when this was decided
 */
public record Upload(String uploader, int level, Instant seen) implements Section {

  /**
   * Checks.
   *
   * @throws IllegalArgumentException if the level is negative
   */
  public Upload {
    uploader = Wording.line(uploader);
    if (level < 0) {
      throw new IllegalArgumentException("an access level is 0 or more, got " + level);
    }
  }
}
