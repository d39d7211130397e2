package org.betor.p2p.internal.session;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.model.InfoHash;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.p2p.internal.loop.Timers.Timer;
import org.betor.p2p.internal.swarm.Reservations;
import org.betor.p2p.internal.swarm.Swarm;
import org.betor.p2p.internal.tracker.Announce;
import org.betor.p2p.internal.tracker.Announcer;
import org.betor.p2p.internal.webseed.WebSeeds;
import org.betor.p2p.internal.wire.Throttle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A torrent while it is shared: its swarm, and all that finds peers for it. */
final class Sharing {
  private static final Logger LOG = LoggerFactory.getLogger(Sharing.class);
  private static final Duration DHT_EVERY = Duration.ofMinutes(10);
  private static final Duration DHT_FIRST_WAIT = Duration.ofSeconds(5);

  private final Client client;
  private final Swarm swarm;
  private final Announcer announcer;
  private @Nullable WebSeeds webSeeds;
  private @Nullable Timer dhtTimer;
  private Duration dhtWait = DHT_FIRST_WAIT;
  private boolean dhtAllowed;
  private boolean ended;

  Sharing(
      Client client, Swarm swarm, List<List<URI>> trackers, Supplier<Announce.Progress> progress) {
    this.client = client;
    this.swarm = swarm;
    this.announcer =
        new Announcer(
            new Announcer.Share(swarm.torrent(), client.self(), progress, swarm::learn),
            trackers,
            client.trackers(),
            client.loop(),
            client.random(),
            client.pace());
  }

  /** The trackers of a link and of a torrent file, each once. */
  static List<List<URI>> trackers(MagnetLink link, Optional<Metainfo> metainfo) {
    List<List<URI>> tiers = new ArrayList<>();
    metainfo.ifPresent(known -> tiers.addAll(known.trackers()));
    if (metainfo.isEmpty() || !metainfo.get().isPrivate()) {
      link.trackers().forEach(tracker -> tiers.add(List.of(tracker)));
    }
    return tiers;
  }

  Swarm swarm() {
    return swarm;
  }

  List<TorrentSnapshot.Tracker> trackers() {
    return announcer.trackers();
  }

  void start(List<InetSocketAddress> known, List<String> hints, boolean isPrivate) {
    client.door().admit(swarm);
    swarm.start();
    swarm.learn(known);
    client.errand(() -> resolve(hints), swarm::learn);
    announcer.start();
    dhtAllowed = !isPrivate;
    askDht();
    if (!isPrivate) {
      client.lsd().ifPresent(lsd -> lsd.share(torrent(), swarm::learn));
    }
  }

  /** It turned out to be private: only its trackers may say where peers are. */
  void nowPrivate() {
    dhtAllowed = false;
    leaveLocalNetwork();
  }

  private void leaveLocalNetwork() {
    client.lsd().ifPresent(lsd -> lsd.leave(torrent()));
  }

  /**
   * The swarm knows what the torrent holds: its web seeds may be asked too, within these limits.
   */
  void join(Metainfo metainfo, List<Throttle> down) {
    Reservations reservations = swarm.reservations();
    if (reservations != null) {
      webSeeds = new WebSeeds(client.webSeeding(), swarm, reservations, metainfo, down);
    }
  }

  /** What is urgent changed at once. */
  void hurry() {
    swarm.hurry();
    if (webSeeds != null) {
      webSeeds.hurry();
    }
  }

  void completed() {
    announcer.completed();
  }

  void tick() {
    swarm.tick();
    if (webSeeds != null) {
      webSeeds.tick();
    }
    if (swarm.isHungry()) {
      announcer.needPeers();
    }
  }

  void stop(String why) {
    ended = true;
    client.door().dismiss(swarm);
    if (webSeeds != null) {
      webSeeds.stop();
    }
    swarm.stop(why);
    if (dhtTimer != null) {
      dhtTimer.cancel();
    }
    leaveLocalNetwork();
    client.farewells().say(announcer);
  }

  private void askDht() {
    if (ended || !dhtAllowed) {
      return;
    }
    client.dht().ifPresent(dht -> dht.announce(torrent(), client.port(), swarm::learn));
    dhtTimer = client.loop().after(swarm.size() > 0 ? DHT_EVERY : dhtWait, this::askDht);
    dhtWait = longer(dhtWait);
  }

  private static Duration longer(Duration wait) {
    return wait.compareTo(DHT_EVERY) < 0 ? wait.multipliedBy(2) : DHT_EVERY;
  }

  private InfoHash torrent() {
    return swarm.torrent();
  }

  /** Host and port of peers, as magnet links name them. Waits for the system's resolver. */
  private static List<InetSocketAddress> resolve(List<String> hints) {
    List<InetSocketAddress> peers = new ArrayList<>();
    for (String hint : hints) {
      int colon = hint.lastIndexOf(':');
      String host = hint.substring(0, colon).replaceAll("[\\[\\]]", "");
      try {
        peers.add(
            new InetSocketAddress(
                InetAddress.getByName(host), Integer.parseInt(hint.substring(colon + 1))));
      } catch (UnknownHostException gone) {
        LOG.debug("No peer at {}", hint);
      }
    }
    return peers;
  }
}
