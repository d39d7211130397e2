package org.betor.p2p.internal.session;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.betor.api.model.InfoHash;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient.Rates;
import org.betor.api.spi.TorrentException;
import org.betor.api.spi.TorrentException.Reason;
import org.betor.p2p.Discovery;
import org.betor.p2p.internal.dht.Dht;
import org.betor.p2p.internal.disk.OpenFiles;
import org.betor.p2p.internal.greeting.Door;
import org.betor.p2p.internal.loop.Loop;
import org.betor.p2p.internal.lsd.LocalDiscovery;
import org.betor.p2p.internal.portmap.PortMapper;
import org.betor.p2p.internal.swarm.Room;
import org.betor.p2p.internal.swarm.Seats;
import org.betor.p2p.internal.swarm.Surroundings;
import org.betor.p2p.internal.tracker.Announce;
import org.betor.p2p.internal.tracker.Pace;
import org.betor.p2p.internal.tracker.Scrapes;
import org.betor.p2p.internal.tracker.Trackers;
import org.betor.p2p.internal.webseed.WebSeeding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client while it runs: its threads, sockets and torrents. What is public is for every thread,
 * all else for the loop's.
 */
public final class Client implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Client.class);
  private static final String NAME = "betor-p2p";
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration REFILL = Duration.ofMillis(50);
  private static final Duration PATIENCE_TO_END = Duration.ofSeconds(4);
  private static final int OPEN_FILES = 200;
  private static final long MOST_ROOM_BYTES = 64 << 20;

  private final Setup setup;
  private final ClientFolder folder;
  private final SecureRandom random = new SecureRandom();
  private final Crew crew = new Crew(NAME);
  private final OpenFiles openFiles = new OpenFiles(OPEN_FILES);
  private final OwnThrottles throttles = new OwnThrottles();
  private final Room room =
      new Room(Math.min(MOST_ROOM_BYTES, Runtime.getRuntime().maxMemory() / 4));
  private final Seats seats;
  private final Map<InfoHash, TorrentSession> sessions = new LinkedHashMap<>();
  private final Departures departures = new Departures();
  private final Farewells farewells = new Farewells();
  private final Network network;
  private long nextNumber;
  private long refilledAt;
  private boolean refilling;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Client(Setup setup, ClientFolder folder) throws IOException {
    this.setup = setup;
    this.folder = folder;
    this.seats = new Seats(setup.limits().connections());
    this.network = Network.open(setup, crew.errands(), random, folder.records().readDht());
  }

  /**
   * Opens the client of a folder, with the torrents that it had.
   *
   * @throws IOException if the folder is in use, or the port is taken; the message names it
   */
  public static Client open(Setup setup) throws IOException {
    ClientFolder folder = ClientFolder.open(setup.folder());
    try {
      return open(setup, folder);
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static Client open(Setup setup, ClientFolder folder) throws IOException {
    List<Records.Kept> kept = folder.records().read();
    Client client = new Client(setup, folder);
    try {
      client.network.loop().call(() -> client.begin(kept));
      return client;
    } catch (RuntimeException e) {
      client.network.loop().close();
      client.crew.close();
      throw e;
    }
  }

  private boolean begin(List<Records.Kept> kept) {
    throttles.limit(setup.rates());
    for (Records.Kept each : kept) {
      TorrentSession session = new TorrentSession(this, each.resume(), each.metainfo());
      sessions.put(session.infoHash(), session);
      nextNumber = each.resume().number() + 1;
    }
    sessions.values().forEach(TorrentSession::start);
    network.portMapper().ifPresent(PortMapper::start);
    limitsChanged();
    tick();
    return true;
  }

  /** The port of peers, TCP and UDP. */
  public int port() {
    return network.port();
  }

  /** Asks trackers how many peers there are. */
  public Scrapes scrapes() {
    return network.scrapes();
  }

  /**
   * Runs something on the loop's thread and waits for its answer.
   *
   * @throws TorrentException if the client is closed
   */
  <T> T call(Supplier<T> task) {
    try {
      if (!closed.get()) {
        return network.loop().call(task);
      }
    } catch (RejectedExecutionException e) {
      LOG.debug("Asked while it was being closed", e);
    }
    throw new TorrentException(Reason.CLOSED, "the torrent client is closed: open it again");
  }

  /** All torrents, in their order. */
  public List<Torrent> torrents() {
    return call(() -> sessions.values().stream().<Torrent>map(this::handle).toList());
  }

  /** Limits all torrents together. */
  public void limit(Rates rates) {
    call(
        () -> {
          throttles.limit(rates);
          limitsChanged();
          return true;
        });
  }

  /** Adds a torrent, or gives the one that is there. */
  public Torrent.Streamable add(NewTorrent torrent) {
    return call(
        () -> {
          TorrentSession known = sessions.get(torrent.infoHash());
          return handle(known == null ? begin(torrent) : known);
        });
  }

  private TorrentSession begin(NewTorrent torrent) {
    TorrentSession session =
        new TorrentSession(this, torrent.resume(nextNumber++), torrent.metainfo());
    sessions.put(session.infoHash(), session);
    departures.after(
        session.infoHash(),
        () -> {
          if (sessions.get(session.infoHash()) == session) {
            torrent.file().ifPresent(file -> keep(session.infoHash(), file));
            session.start();
          }
        });
    return session;
  }

  private void keep(InfoHash torrent, byte[] file) {
    onDisk(
        () -> records().writeTorrent(torrent, file),
        cause -> LOG.warn("The torrent file of {} was not kept: {}", torrent, cause.getMessage()));
  }

  private Torrent.Streamable handle(TorrentSession session) {
    return new TorrentHandle(this, session);
  }

  /** Takes a torrent away, and its files if that is wanted. */
  void remove(TorrentSession session, boolean files) {
    if (sessions.remove(session.infoHash(), session)) {
      session.end(new TorrentException(Reason.REMOVED, "the torrent was removed from its client"));
      departures.after(
          session.infoHash(),
          () -> {
            departures.begin(session.infoHash());
            takeAway(session, files);
          });
    }
  }

  private void takeAway(TorrentSession session, boolean files) {
    if (session.isBeingWritten()) {
      network.loop().after(REFILL, () -> takeAway(session, files));
      return;
    }
    disk()
        .execute(
            () -> {
              try {
                records().delete(session.infoHash());
                session.forget(files);
              } catch (IOException e) {
                LOG.warn("{} was not removed in whole", session.infoHash(), e);
              } finally {
                loop().execute(() -> departures.end(session.infoHash()));
              }
            });
  }

  private void tick() {
    if (!closed.get()) {
      network.loop().after(SECOND, this::tick);
      List.copyOf(sessions.values()).forEach(TorrentSession::tick);
    }
  }

  /** Somebody may have set a limit: throttles are refilled from now on, as long as there is one. */
  void limitsChanged() {
    if (!refilling) {
      refilling = true;
      refilledAt = network.loop().nanoTime();
      network.loop().after(REFILL, this::refill);
    }
  }

  private void refill() {
    long now = network.loop().nanoTime();
    throttles.refill(now - refilledAt);
    sessions.values().forEach(session -> session.throttles().refill(now - refilledAt));
    refilledAt = now; // what passes while the held connections write counts next time
    network.wires().release();
    refilling = isLimited();
    if (refilling) {
      network.loop().after(REFILL, this::refill);
    }
  }

  private boolean isLimited() {
    return throttles.isLimited()
        || sessions.values().stream().anyMatch(session -> session.throttles().isLimited());
  }

  /** Leaves all peers, keeps how far everything is, and ends every thread. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    CompletableFuture<Boolean> left = new CompletableFuture<>();
    network.loop().execute(() -> leave(left));
    await(left);
    network.scrapes().close();
    network.loop().execute(network.trackers()::close);
    crew.close(); // before the loop, which hears what became of the last pieces
    network.loop().close();
    openFiles.close();
    saveAll();
    folder.close();
  }

  private void leave(CompletableFuture<Boolean> left) {
    TorrentException why = new TorrentException(Reason.CLOSED, "the torrent client was closed");
    sessions.values().forEach(session -> session.end(why));
    network.dht().ifPresent(this::leave);
    network.portMapper().ifPresent(PortMapper::stop);
    whenAllIsDone(left);
  }

  private void leave(Dht dht) {
    byte[] state = dht.state();
    dht.stop();
    onDisk(
        () -> records().writeDht(state),
        cause -> LOG.warn("The nodes of the DHT were not kept: {}", cause.getMessage()));
  }

  private void whenAllIsDone(CompletableFuture<Boolean> left) {
    boolean written = sessions.values().stream().noneMatch(TorrentSession::isBeingWritten);
    boolean unmapped = network.portMapper().map(PortMapper::isOver).orElse(true);
    if (farewells.isOver() && departures.isOver() && written && unmapped) {
      left.complete(true);
    } else {
      network.loop().after(REFILL, () -> whenAllIsDone(left));
    }
  }

  private static void await(CompletableFuture<Boolean> left) {
    try {
      left.get(PATIENCE_TO_END.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("Not all trackers heard that the client is closed", e);
    }
  }

  private void saveAll() {
    for (TorrentSession session : sessions.values()) {
      try {
        session.saveAtEnd();
      } catch (IOException e) {
        LOG.warn("How far {} is was not kept", session.infoHash(), e);
      }
    }
  }

  // What torrents use.

  Loop loop() {
    return network.loop();
  }

  RandomGenerator random() {
    return random;
  }

  Records records() {
    return folder.records();
  }

  OpenFiles openFiles() {
    return openFiles;
  }

  Executor disk() {
    return crew.disk();
  }

  Executor listeners() {
    return crew.listeners();
  }

  Door door() {
    return network.door();
  }

  Trackers trackers() {
    return network.trackers();
  }

  Announce.Self self() {
    return network.self();
  }

  Pace pace() {
    return setup.pace();
  }

  Optional<Dht> dht() {
    return network.dht();
  }

  Optional<LocalDiscovery> lsd() {
    return network.lsd();
  }

  Surroundings surroundings(OwnThrottles own) {
    boolean exchanges = setup.discovery().contains(Discovery.PEX);
    return new Neighbourhood(
        network, random, room, seats, setup.limits(), exchanges, own, throttles);
  }

  WebSeeding webSeeding() {
    return network.webSeeding();
  }

  /** Does what blocks on the disk; {@code failed} gets what went wrong, on the loop's thread. */
  void onDisk(DiskCheck.DiskWork work, Consumer<IOException> failed) {
    disk()
        .execute(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                loop().execute(() -> failed.accept(e));
              } catch (RuntimeException e) {
                loop().execute(() -> failed.accept(new IOException(e)));
              }
            });
  }

  /** Does what blocks elsewhere; {@code then} gets the answer on the loop's thread. */
  <T> void errand(Supplier<T> work, Consumer<T> then) {
    crew.errands()
        .execute(
            () -> {
              T answer = work.get();
              loop().execute(() -> then.accept(answer));
            });
  }

  Farewells farewells() {
    return farewells;
  }
}
