package org.betor.mods.steam.internal.steamcmd;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Looks, once a second, whether a run still gets on: by what it says, and by what is on disk. */
public final class Watch {
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final Path folder;
  private final InstantSource clock;
  private final Duration quiet;
  private final Growth growth;
  private final Instant end;
  private Instant lastSign;
  private Instant lastLook = Instant.MIN;
  private long size = -1;

  Watch(Path folder, InstantSource clock, Limits limits, Growth growth) {
    this.folder = folder;
    this.clock = clock;
    this.quiet = limits.quiet();
    this.growth = growth;
    this.lastSign = clock.instant();
    this.end = lastSign.plus(limits.longest());
  }

  /** It said something. */
  void heard() {
    lastSign = clock.instant();
  }

  /** Whether it is time to give it up. */
  boolean isHopeless() throws IOException {
    Instant now = clock.instant();
    if (!now.isBefore(lastLook.plus(EVERY)) || now.isBefore(lastLook)) {
      lastLook = now;
      look(now);
    }
    return now.isAfter(lastSign.plus(quiet)) || now.isAfter(end);
  }

  private void look(Instant now) throws IOException {
    long latest = DiskSize.of(folder);
    if (latest != size) {
      size = latest;
      lastSign = now;
      growth.to(size);
    }
  }

  /**
   * How long a run may take.
   *
   * @param quiet without a word, and without growth on disk
   * @param longest altogether
   */
  public record Limits(Duration quiet, Duration longest) {

    /** For so many items in one run. */
    Limits of(int items) {
      return new Limits(quiet, longest.multipliedBy(items));
    }
  }

  /** Is told how large the folder has become. */
  @FunctionalInterface
  interface Growth {
    void to(long bytes) throws IOException;
  }
}
