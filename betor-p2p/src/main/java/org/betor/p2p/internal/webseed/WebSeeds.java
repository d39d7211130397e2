package org.betor.p2p.internal.webseed;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.betor.api.metainfo.Metainfo;
import org.betor.p2p.internal.disk.PieceGrid;
import org.betor.p2p.internal.http.HttpGet;
import org.betor.p2p.internal.swarm.Reservations;
import org.betor.p2p.internal.swarm.Reservations.Reserved;
import org.betor.p2p.internal.swarm.Swarm;
import org.betor.p2p.internal.wire.Throttle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The web seeds of a torrent: asks some of them for runs of missing pieces, as long as there are
 * any. One that lies or talks nonsense is dropped, one that fails may rest. Used on the loop's
 * thread only.
 *
 * @see <a href="https://www.bittorrent.org/beps/bep_0019.html">BEP 19, web seeds</a>
 */
public final class WebSeeds {
  private static final Logger LOG = LoggerFactory.getLogger(WebSeeds.class);
  private static final int MOST_SEEDS = 20;
  private static final int MOST_HAULS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final WebSeeding around;
  private final Swarm swarm;
  private final PieceGrid grid;
  private final Reservations reservations;
  private final Allowance allowance;
  private final List<WebSeed> seeds;
  private final List<Haul> hauls = new ArrayList<>();
  private boolean ended;

  /**
   * Those that a torrent file names.
   *
   * @param reservations of the swarm
   * @param throttles limit what comes
   */
  public WebSeeds(
      WebSeeding around,
      Swarm swarm,
      Reservations reservations,
      Metainfo metainfo,
      List<Throttle> throttles) {
    this.around = around;
    this.swarm = swarm;
    this.grid = new PieceGrid(metainfo);
    this.reservations = reservations;
    this.allowance = new Allowance(throttles);
    this.seeds =
        metainfo.webSeeds().stream()
            .filter(WebSeeds::isOfTheWeb)
            .limit(MOST_SEEDS)
            .map(address -> new WebSeed(address, metainfo, grid))
            .toList();
  }

  private static boolean isOfTheWeb(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    return scheme.equals("http") || scheme.equals("https");
  }

  /** A second is over; also begins. */
  public void tick() {
    List.copyOf(hauls).forEach(Haul::tick);
    List.copyOf(hauls).stream()
        .filter(haul -> !haul.brings(reservations::isMissing))
        .forEach(this::end);
    fill();
  }

  /**
   * A reader waits for something else than before: what nobody waits for makes way for that, unless
   * peers are asked for it.
   */
  public void hurry() {
    fill();
    for (Haul haul : List.copyOf(hauls)) {
      boolean mayWait = !haul.brings(reservations::isPressing);
      if (mayWait && reservations.arePressing(haul.seed()::mayHave)) {
        end(haul);
        fill();
      }
    }
  }

  /** Cuts all connections. */
  public void stop() {
    ended = true;
    List.copyOf(hauls).forEach(this::end);
  }

  private void fill() {
    boolean found = !ended;
    while (found) {
      found = ready().stream().anyMatch(this::begin);
    }
  }

  private List<WebSeed> ready() {
    return seeds.stream()
        .filter(seed -> seed.isReady(nanoTime()))
        .sorted(Comparator.comparingInt(WebSeed::fetching))
        .toList();
  }

  private boolean begin(WebSeed seed) {
    long bytes = Math.min(seed.runBytes(), allowance.bytes());
    boolean mayBegin = bytes > 0 && hauls.size() < (allowance.isLimited() ? 1 : MOST_HAULS);
    if (!mayBegin || !around.connections().take()) {
      return false;
    }
    Reserved reserved = reservations.reserve(piece -> isOfUse(piece, seed), bytes);
    if (reserved.isEmpty()) {
      around.connections().giveBack();
      return false;
    }
    Haul haul = new Haul(seed, new Run(grid, reserved), this);
    hauls.add(haul);
    seed.began();
    haul.goOn();
    return true;
  }

  private boolean isOfUse(int piece, WebSeed seed) {
    return seed.mayHave(piece)
        && hauls.stream()
            .noneMatch(haul -> haul.seed() == seed && haul.brings(other -> other == piece));
  }

  private void end(Haul haul) {
    if (hauls.remove(haul)) {
      haul.end();
      haul.seed().ended();
      around.connections().giveBack();
    }
  }

  // What a haul asks and tells.

  long nanoTime() {
    return around.timers().nanoTime();
  }

  WebSeeding around() {
    return around;
  }

  Allowance allowance() {
    return allowance;
  }

  Reservations reservations() {
    return reservations;
  }

  Fetch fetch(WebSeed seed, Run run, long from, long to, IntConsumer whole) {
    HttpGet http = new HttpGet(around.names(), around.tls(), SeedHosts.localHosts(), PATIENCE);
    return new Fetch(http, seed.files(), grid, run, from, to, whole);
  }

  void came(long bytes) {
    swarm.down().count(bytes);
    allowance.spend(bytes);
  }

  void deliver(WebSeed seed, int piece, byte[][] blocks) {
    reservations.deliver(
        piece,
        blocks,
        () -> {
          IOException lie = new UselessSeedException("it sent what is not the torrent's");
          List.copyOf(hauls).stream().filter(haul -> haul.seed() == seed).forEach(this::end);
          tell(seed, lie);
        });
  }

  void failed(Haul haul, IOException cause) {
    end(haul);
    tell(haul.seed(), cause);
    fill();
  }

  private void tell(WebSeed seed, IOException cause) {
    boolean known = seed.isDropped();
    seed.failed(cause, nanoTime());
    if (seed.isDropped() && !known) {
      LOG.info("{}: web seed {} is dropped: {}", swarm.torrent(), seed, cause.getMessage());
    } else {
      LOG.debug("{}: web seed {} failed: {}", swarm.torrent(), seed, cause.getMessage());
    }
  }

  /** A haul came in whole. */
  void over(Haul haul) {
    end(haul);
    fill();
  }
}
