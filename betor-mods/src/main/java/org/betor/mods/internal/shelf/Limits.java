package org.betor.mods.internal.shelf;

import java.time.Duration;

/**
 * How much a library keeps.
 *
 * @param oldVersions of one mod, beside the current one
 * @param quotaBytes of all archives
 * @param statistics how long hours are told apart
 * @param failures how long a failure is remembered
 * @param mostFailures how many are, of all mods
 */
public record Limits(
    int oldVersions, long quotaBytes, Duration statistics, Duration failures, int mostFailures) {
  static long micros(Duration duration) {
    return duration.toMillis() * 1000;
  }
}
