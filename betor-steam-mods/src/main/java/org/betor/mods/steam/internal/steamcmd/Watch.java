package org.betor.mods.steam.internal.steamcmd;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongConsumer;

/** Looks, once a second, whether a run still gets on: by what it says, and by what is on disk. */
public final class Watch {
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final Path folder;
  private final InstantSource clock;
  private final Duration quiet;
  private final LongConsumer bytes;
  private final Instant end;
  private Instant lastSign;
  private Instant lastLook = Instant.MIN;
  private long size = -1;

  Watch(Path folder, InstantSource clock, Limits limits, LongConsumer bytes) {
    this.folder = folder;
    this.clock = clock;
    this.quiet = limits.quiet();
    this.bytes = bytes;
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
      bytes.accept(size);
    }
  }

  /**
   * How long a run may take.
   *
   * @param quiet without a word, and without growth on disk
   * @param longest altogether
   */
  public record Limits(Duration quiet, Duration longest) {}
}
