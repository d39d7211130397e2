package org.betor.p2p.internal.tracker;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.betor.api.spi.TorrentSnapshot;

/** A tracker of a torrent, and what was said so far. Times are those of {@code nanoTime}. */
final class KnownTracker {
  private final URI address;
  private boolean knowsStart;
  private boolean knowsCompletion;
  private boolean isAsked;
  private int failures;
  private long restsUntil;
  private long soonest;
  private Optional<String> id = Optional.empty();
  private Optional<String> problem = Optional.empty();

  KnownTracker(URI address, boolean startsComplete, long now) {
    this.address = address;
    this.knowsCompletion = startsComplete;
    this.restsUntil = now;
    this.soonest = now;
  }

  URI address() {
    return address;
  }

  Optional<String> id() {
    return id;
  }

  TorrentSnapshot.Tracker snapshot() {
    return new TorrentSnapshot.Tracker(address, problem);
  }

  /** What it is to be told next. */
  Announce.Event due(boolean completed) {
    if (!knowsStart) {
      return Announce.Event.STARTED;
    }
    return completed && !knowsCompletion ? Announce.Event.COMPLETED : Announce.Event.NONE;
  }

  boolean mayBeAsked(long now) {
    return restsUntil - now <= 0;
  }

  long restsUntil() {
    return restsUntil;
  }

  /** When it may be asked again before its interval is over. */
  long soonest() {
    return soonest;
  }

  /** Whether it may count us as one who shares. */
  boolean mayKnowUs() {
    return knowsStart || isAsked;
  }

  void asked() {
    isAsked = true;
  }

  void answered(AnnounceAnswer.Answered answer, Announce.Event told, long soonestNext) {
    isAsked = false;
    knowsStart = true;
    knowsCompletion |= told == Announce.Event.COMPLETED;
    failures = 0;
    problem = Optional.empty();
    id = answer.trackerId().or(() -> id);
    soonest = soonestNext;
  }

  void failed(AnnounceAnswer.Refused refused, Pace pace, RandomGenerator random, long now) {
    isAsked = false;
    failures++;
    problem = Optional.of(refused.message());
    long backOff = pace.backOff(failures, random).toNanos();
    long asked = refused.retryAfter().map(Duration::toNanos).orElse(0L);
    restsUntil = now + Math.max(backOff, asked);
  }
}
