package org.betor.api.mod;

import java.time.Instant;

/**
 * Which content of a mod is meant.
 *
 * @param handle names the content at its source, such as a manifest's id or {@code 1.4.2}; empty if
 *     the source has nothing of the kind
 * @param updated when the source says that it changed
 */
public record ModVersion(String handle, Instant updated) {

  /** Whether both mean the same content: by their handles, or, without, by their times. */
  public boolean isSameContentAs(ModVersion other) {
    boolean bothSay = !handle.isEmpty() && !other.handle.isEmpty();
    return bothSay ? handle.equals(other.handle) : updated.equals(other.updated);
  }
}
