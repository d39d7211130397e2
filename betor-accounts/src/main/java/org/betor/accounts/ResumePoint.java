package org.betor.accounts;

import java.time.Duration;
import java.time.Instant;
import org.betor.api.model.Episodes;
import org.betor.api.model.TitleId;

/**
 * How far somebody is in a title.
 *
 * @param episode the one that they watched last, if they asked for one; else {@link Episodes#NONE}
 * @param position from its start, in milliseconds
 * @param seen when they were there
 */
public record ResumePoint(TitleId title, Episodes episode, Duration position, Instant seen) {

  /** In a title of which no episode was asked for. */
  public ResumePoint(TitleId title, Duration position, Instant seen) {
    this(title, Episodes.NONE, position, seen);
  }
}
