package org.betor.p2p.internal.tracker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.betor.p2p.internal.loop.Timers;
import org.jspecify.annotations.Nullable;

/**
 * Trackers of which one is enough: they are asked one after the other until one answers, which is
 * then the first to be asked.
 *
 * @see <a href="https://www.bittorrent.org/beps/bep_0012.html">BEP 12, multitracker</a>
 */
final class Tier {
  private final List<KnownTracker> trackers;
  private final Announcer announcer;
  private final Timers timers;
  private Timers.@Nullable Timer timer;
  private long next;
  private boolean busy;
  private boolean stopped;

  /** With trackers that are brought into an order by chance. */
  Tier(List<KnownTracker> trackers, Announcer announcer, Timers timers, RandomGenerator random) {
    this.trackers = new ArrayList<>(trackers);
    this.announcer = announcer;
    this.timers = timers;
    for (int last = trackers.size() - 1; last > 0; last--) {
      Collections.swap(this.trackers, last, random.nextInt(last + 1));
    }
  }

  /** Announces now, unless that is under way or all of these trackers have to rest. */
  void announce() {
    if (busy || stopped) {
      return;
    }
    busy = true;
    long now = timers.nanoTime();
    ask(trackers.stream().filter(tracker -> tracker.mayBeAsked(now)).toList().iterator());
  }

  /** Announces as soon as the tracker that answered last allows. */
  void hurry() {
    long soonest = trackers.get(0).soonest();
    if (!busy && !stopped && trackers.get(0).mayKnowUs() && soonest - next < 0) {
      schedule(soonest);
    }
  }

  void stop() {
    stopped = true;
    cancel();
  }

  private void ask(Iterator<KnownTracker> candidates) {
    cancel();
    if (candidates.hasNext()) {
      KnownTracker tracker = candidates.next();
      announcer.announce(tracker, pause -> take(pause, tracker, candidates));
    } else {
      busy = false;
      schedule(firstThatMayBeAsked());
    }
  }

  /**
   * Goes on after an answer, which says how long to leave the tracker alone; after none if empty.
   */
  private void take(Optional<Duration> pause, KnownTracker tracker, Iterator<KnownTracker> others) {
    if (stopped) {
      return;
    }
    if (pause.isEmpty()) {
      ask(others);
      return;
    }
    busy = false;
    trackers.remove(tracker);
    trackers.add(0, tracker);
    schedule(timers.nanoTime() + pause.get().toNanos());
  }

  private long firstThatMayBeAsked() {
    long now = timers.nanoTime();
    return now
        + trackers.stream().mapToLong(tracker -> tracker.restsUntil() - now).min().orElseThrow();
  }

  private void schedule(long moment) {
    cancel();
    next = moment;
    long nanos = Math.max(0, moment - timers.nanoTime());
    timer = timers.after(Duration.ofNanos(nanos), this::announce);
  }

  private void cancel() {
    if (timer != null) {
      timer.cancel();
    }
  }
}
