package org.betor.p2p.internal.tracker;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Redacted;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.p2p.internal.loop.Timers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the trackers of one torrent informed, from {@link #start} to {@link #stop}: one that works
 * in each tier, again and again. Starts and stops once. Used on the loop's thread only.
 *
 * @see <a href="https://www.bittorrent.org/beps/bep_0012.html">BEP 12, multitracker</a>
 */
public final class Announcer {
  private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

  /** More would only be there to make clients attack somebody. */
  private static final int MAX_TRACKERS = 100;

  private static final int PEERS_WANTED = 50;

  private final Share share;
  private final AnnounceChannel channel;
  private final Timers timers;
  private final RandomGenerator random;
  private final Pace pace;
  private final Map<URI, KnownTracker> trackers = new LinkedHashMap<>();
  private final List<Tier> tiers = new ArrayList<>();
  private boolean completed;
  private boolean stopped;

  /**
   * For one torrent.
   *
   * @param tiers groups of trackers, of each of which one is told; a tracker that is named twice
   *     counts where it is named first, and no more than 100 count
   */
  public Announcer(
      Share share,
      List<? extends List<URI>> tiers,
      AnnounceChannel channel,
      Timers timers,
      RandomGenerator random,
      Pace pace) {
    this.share = share;
    this.channel = channel;
    this.timers = timers;
    this.random = random;
    this.pace = pace;
    this.completed = share.progress().get().left() == 0;
    tiers.forEach(this::add);
  }

  /** Tells the trackers that the torrent is shared now. */
  public void start() {
    tiers.forEach(Tier::announce);
  }

  /** Tells the trackers that all is here, if it was not at the start. */
  public void completed() {
    if (!completed) {
      completed = true;
      tiers.forEach(Tier::announce);
    }
  }

  /** Asks for peers as soon as the trackers allow. */
  public void needPeers() {
    tiers.forEach(Tier::hurry);
  }

  /**
   * Tells the trackers that may count us that the torrent is shared no more. No peers are handed
   * out after this.
   *
   * @param done runs when all have answered or had their time; at once if there is none to tell
   */
  public void stop(Runnable done) {
    stopped = true;
    tiers.forEach(Tier::stop);
    List<KnownTracker> told = trackers.values().stream().filter(KnownTracker::mayKnowUs).toList();
    Countdown countdown = new Countdown(told.size(), done);
    for (KnownTracker tracker : told) {
      channel.announce(
          tracker.address(),
          news(tracker, Announce.Event.STOPPED, 0),
          pace.farewell(),
          answer -> countdown.one());
    }
  }

  /** How the trackers answer, in the order in which they were named. */
  public List<TorrentSnapshot.Tracker> trackers() {
    return trackers.values().stream().map(KnownTracker::snapshot).toList();
  }

  /**
   * Announces to one tracker.
   *
   * @param then gets how long to leave the tracker alone; nothing if the tracker failed
   */
  void announce(KnownTracker tracker, Consumer<Optional<Duration>> then) {
    Announce.Event event = tracker.due(completed);
    tracker.asked();
    channel.announce(
        tracker.address(),
        news(tracker, event, PEERS_WANTED),
        pace.patience(),
        answer -> then.accept(stopped ? Optional.empty() : take(answer, tracker, event)));
  }

  private Optional<Duration> take(
      AnnounceAnswer answer, KnownTracker tracker, Announce.Event told) {
    if (answer instanceof AnnounceAnswer.Answered answered) {
      return Optional.of(take(answered, tracker, told));
    }
    tracker.failed((AnnounceAnswer.Refused) answer, pace, random, timers.nanoTime());
    return Optional.empty();
  }

  private Duration take(AnnounceAnswer.Answered answer, KnownTracker tracker, Announce.Event told) {
    tracker.answered(answer, told, timers.nanoTime() + pace.soonest(answer).toNanos());
    answer.warning().ifPresent(warning -> warned(tracker, warning));
    if (!answer.peers().isEmpty()) {
      share.peers().accept(answer.peers());
    }
    boolean isNewsLeft = tracker.due(completed) != Announce.Event.NONE;
    return isNewsLeft ? Duration.ZERO : pace.next(answer);
  }

  private static void warned(KnownTracker tracker, String warning) {
    LOG.debug("{} warns: {}", Redacted.address(tracker.address()), warning);
  }

  private Announce news(KnownTracker tracker, Announce.Event event, int wanted) {
    return new Announce(
        share.infoHash(), share.self(), share.progress().get(), event, wanted, tracker.id());
  }

  private void add(List<URI> addresses) {
    List<KnownTracker> tier = new ArrayList<>();
    for (URI address : addresses) {
      if (trackers.size() < MAX_TRACKERS && !trackers.containsKey(address)) {
        KnownTracker tracker = new KnownTracker(address, completed, timers.nanoTime());
        trackers.put(address, tracker);
        tier.add(tracker);
      }
    }
    if (!tier.isEmpty()) {
      tiers.add(new Tier(tier, this, timers, random));
    }
  }

  /**
   * What is shared, and by whom.
   *
   * @param infoHash names the torrent
   * @param self what trackers tell others
   * @param progress how far it is now
   * @param peers gets who else shares it, again and again, never an empty list
   */
  public record Share(
      InfoHash infoHash,
      Announce.Self self,
      Supplier<Announce.Progress> progress,
      Consumer<? super List<InetSocketAddress>> peers) {}

  private static final class Countdown {
    private final Runnable done;
    private int left;

    Countdown(int left, Runnable done) {
      this.done = done;
      this.left = left;
      if (left == 0) {
        done.run();
      }
    }

    void one() {
      left--;
      if (left == 0) {
        done.run();
      }
    }
  }
}
