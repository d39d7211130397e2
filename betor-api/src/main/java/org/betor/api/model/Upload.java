package org.betor.api.model;

import java.time.Instant;
import java.util.List;

/**
 * That a member of the community uploaded a torrent, and who may see it.
 *
 * @param uploader who uploaded it
 * @param level the least access level of its viewers, from 0
 * @param tags what the uploader filed it under, each once
 * @param seen when this was decided
 */
public record Upload(String uploader, int level, List<String> tags, Instant seen)
    implements Section {

  /**
   * Checks, and keeps at most 100 tags.
   *
   * @throws IllegalArgumentException if the level is negative, or {@link Integer#MAX_VALUE}
   */
  public Upload {
    uploader = Wording.line(uploader);
    tags = Wording.lines(tags);
    Viewer.checkLevel(level);
  }

  /** An upload without tags. */
  public Upload(String uploader, int level, Instant seen) {
    this(uploader, level, List.of(), seen);
  }
}
