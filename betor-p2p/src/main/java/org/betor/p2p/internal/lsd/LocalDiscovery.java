package org.betor.p2p.internal.lsd;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.betor.api.model.InfoHash;
import org.betor.p2p.internal.bencode.MalformedException;
import org.betor.p2p.internal.hash.HashBytes;
import org.betor.p2p.internal.loop.Loop;
import org.betor.p2p.internal.loop.Timers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the local network which torrents are shared here, and hears who else shares them. Everyone
 * on that network can read it. Used on the loop's thread only.
 *
 * @see <a href="https://www.bittorrent.org/beps/bep_0014.html">BEP 14, local service discovery</a>
 */
public final class LocalDiscovery {
  private static final Logger LOG = LoggerFactory.getLogger(LocalDiscovery.class);

  /** So that torrents that are added together are announced together. */
  private static final Duration GATHERING = Duration.ofSeconds(1);

  private final Consumer<Announcement> network;
  private final Timers timers;
  private final int port;
  private final String cookie;
  private final Intake intake;
  private final Timetable timetable;
  private final Map<InfoHash, Shared> shared = new LinkedHashMap<>();
  private Timers.@Nullable Timer next;
  private long nextNanos;

  LocalDiscovery(Consumer<Announcement> network, Timers timers, int port, RandomGenerator random) {
    this.network = network;
    this.timers = timers;
    this.port = port;
    this.cookie = Long.toHexString(random.nextLong());
    this.intake = new Intake(timers);
    this.timetable = new Timetable(timers.nanoTime());
  }

  /**
   * Takes part on the network of a local address, or on all that are up now.
   *
   * @param port where we accept peers
   * @return empty if none lets us, which is logged
   */
  public static Optional<LocalDiscovery> open(
      Loop loop, InetAddress address, int port, Meeting meeting, RandomGenerator random) {
    try {
      Group group = Group.join(loop, address, meeting);
      LocalDiscovery discovery =
          new LocalDiscovery(said -> group.send(said.write(group.address())), loop, port, random);
      group.listen(discovery::take);
      return Optional.of(discovery);
    } catch (IOException e) {
      LOG.warn("No peers are looked for on the local network: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * Announces a torrent from now on, and tells of its peers. Never for private torrents.
   *
   * @param found gets peers as they are heard
   */
  public void share(InfoHash torrent, Consumer<Collection<InetSocketAddress>> found) {
    shared.put(inMessages(torrent), new Shared(found));
    schedule();
  }

  /** Says no more of a torrent, which may be one that was never shared. */
  public void leave(InfoHash torrent) {
    shared.remove(inMessages(torrent));
  }

  private static InfoHash inMessages(InfoHash torrent) {
    return HashBytes.infoHash(HashBytes.of(torrent));
  }

  private void schedule() {
    if (shared.isEmpty()) {
      return;
    }
    long now = timers.nanoTime();
    long due = now + Math.max(timetable.wait(shared.keySet(), now), GATHERING.toNanos());
    if (next == null || due - nextNanos < 0) {
      wake(due - now);
      nextNanos = due;
    }
  }

  private void wake(long nanos) {
    if (next != null) {
      next.cancel();
    }
    next = timers.after(Duration.ofNanos(nanos), this::announce);
  }

  private void announce() {
    next = null;
    List<InfoHash> due =
        timetable.take(shared.keySet(), Announcement.MAX_TORRENTS, timers.nanoTime());
    if (!due.isEmpty()) {
      network.accept(new Announcement(port, due, cookie));
    }
    schedule();
  }

  /** Takes a datagram, whatever it is, since nothing else is spoken at this port. */
  boolean take(ByteBuffer datagram, InetSocketAddress from) {
    if (intake.admits(from.getAddress())) {
      try {
        take(Announcement.read(datagram), from.getAddress());
      } catch (MalformedException e) {
        LOG.debug("A datagram of {} is ignored: {}", from, e.getMessage());
      }
    }
    return true;
  }

  private void take(Announcement said, InetAddress from) {
    if (said.cookie().equals(cookie)) {
      return;
    }
    InetSocketAddress peer = new InetSocketAddress(from, said.port());
    for (InfoHash torrent : said.torrents()) {
      Shared here = shared.get(torrent);
      if (here != null) {
        here.heard(peer);
      }
    }
  }
}
