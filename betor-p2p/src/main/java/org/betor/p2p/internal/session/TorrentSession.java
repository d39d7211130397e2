package org.betor.p2p.internal.session;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.metainfo.MetainfoException;
import org.betor.api.model.InfoHash;
import org.betor.api.spi.TorrentException;
import org.betor.api.spi.TorrentException.Reason;
import org.betor.api.spi.TorrentState;
import org.betor.api.spi.TorrentState.StopReason;
import org.betor.p2p.internal.bencode.MalformedException;
import org.betor.p2p.internal.disk.PieceGrid;
import org.betor.p2p.internal.disk.PieceStore;
import org.betor.p2p.internal.disk.Storage;
import org.betor.p2p.internal.hash.HashBytes;
import org.betor.p2p.internal.hash.Sha1;
import org.betor.p2p.internal.loop.Timers.Timer;
import org.betor.p2p.internal.making.TorrentFile;
import org.betor.p2p.internal.swarm.Pieces;
import org.betor.p2p.internal.swarm.Swarm;
import org.betor.p2p.internal.tracker.Announce;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One torrent of a client: goes from what is to be done with it to what it does. Used on the loop's
 * thread only, save where it is said otherwise.
 */
final class TorrentSession {
  private static final Logger LOG = LoggerFactory.getLogger(TorrentSession.class);
  private static final Duration SOON = Duration.ofMillis(50);
  private static final int PEERS_KEPT = 50;
  private static final int MANY_FILES = 1_000;
  private static final int LOOK_AT_MANY_EVERY = 60;

  private final Client client;
  private final Resume first;
  private final InfoHash infoHash;
  private final Bulletin bulletin;
  private final Keeper keeper;
  private final Totals totals;
  private final Readers readers;
  private final OwnThrottles throttles = new OwnThrottles();
  private Intent intent;
  private TorrentState state;
  private volatile Optional<Metainfo> metainfo = Optional.empty();
  private @Nullable Content content;
  private @Nullable Sharing sharing;
  private @Nullable DiskCheck check;
  private @Nullable Timer publishing;

  /** The swarm that was left last. */
  private @Nullable Swarm left;

  /** Whether the pieces were compared with the files since the start. */
  private boolean checked;

  private List<InetSocketAddress> lastPeers;
  private long ticks;

  /** Goes on from there; does nothing before it is started. */
  TorrentSession(Client client, Resume resume, Optional<Metainfo> metainfo) {
    this.client = client;
    this.first = resume;
    this.infoHash = resume.link().infoHash().orElseThrow();
    this.intent = resume.intent();
    this.keeper =
        new Keeper(client, new Known(resume.pieces(), resume.stamps()), this::resumeRecord);
    this.readers = new Readers(client, infoHash, this::hurry);
    this.lastPeers = resume.peers();
    this.totals = new Totals(resume);
    this.state =
        intent
            .stopped()
            .<TorrentState>map(TorrentState.Stopped::new)
            .orElseGet(TorrentState.FetchingMetadata::new);
    metainfo.ifPresent(this::learn);
    this.bulletin = new Bulletin(Portrait.of(this));
  }

  /** Takes what it holds for known. */
  private void learn(Metainfo said) {
    PieceGrid grid = new PieceGrid(said);
    Pieces pieces = new Pieces(grid);
    Storage storage = new Storage(said, grid, intent.folder(), client.openFiles());
    Content known = new Content(said, grid, pieces, storage);
    known.found(keeper.known().pieces());
    pieces.prioritise(intent.wishes().ofAll(said.files().size()));
    content = known;
    readers.learned(known, keeper.known().pieces());
    metainfo = Optional.of(said);
  }

  // What others see.

  InfoHash infoHash() {
    return infoHash;
  }

  /** For every thread. */
  Bulletin bulletin() {
    return bulletin;
  }

  /** For every thread. */
  Optional<Metainfo> metainfo() {
    return metainfo;
  }

  TorrentState state() {
    return state;
  }

  Intent intent() {
    return intent;
  }

  Resume first() {
    return first;
  }

  @Nullable Content content() {
    return content;
  }

  @Nullable Sharing sharing() {
    return sharing;
  }

  long downloaded() {
    return totals.downloaded(sharing);
  }

  long uploaded() {
    return totals.uploaded(sharing);
  }

  /** Those who read its files. */
  Readers readers() {
    return readers;
  }

  private void hurry() {
    if (sharing != null) {
      sharing.hurry();
    }
  }

  // What an application says.

  /** Begins to do what is to be done. */
  void start() {
    throttles.limit(intent.rates());
    client.limitsChanged();
    keeper.news();
    if (intent.stopped().isEmpty()) {
      go();
    }
  }

  void pause() {
    if (!(state instanceof TorrentState.Stopped)) {
      stop(StopReason.PAUSED);
    }
  }

  void resume() {
    if (state instanceof TorrentState.Stopped || state instanceof TorrentState.Failed) {
      intent = intent.resume();
      boolean paused = state instanceof TorrentState.Stopped;
      if (content != null && paused && checked && keeper.isBehind()) {
        proceed(content); // it stood still for a moment only
      } else {
        go();
      }
    } else {
      intent = intent.download();
    }
  }

  void recheck() {
    keeper.doubt();
    doubt();
    if (!(state instanceof TorrentState.Stopped)) {
      leave("the files are compared with their hashes");
      go();
    }
  }

  void change(Intent changed) {
    intent = changed;
    throttles.limit(changed.rates());
    client.limitsChanged();
    if (content != null) {
      content.pieces().prioritise(changed.wishes().ofAll(content.grid().files().size()));
    }
    if (sharing != null) {
      sharing.swarm().order(changed.order());
      sharing.swarm().wantedChanged();
    }
    if (content != null && isAtWork()) {
      work(content);
    }
    publish();
  }

  /** Leaves everything, without a word on how it stands. */
  void end(TorrentException why) {
    leave(String.valueOf(why.getMessage()));
    bulletin.end(why);
    readers.arrivals().end(why);
  }

  /** What was compared may be another now. */
  private void doubt() {
    checked = false;
    readers.arrivals().doubt();
  }

  /** Whether something of it is still being written. */
  boolean isBeingWritten() {
    return keeper.isSaving() || isLanding();
  }

  private boolean isLanding() {
    return left != null && left.isLanding();
  }

  // What it does.

  private void go() {
    if (content == null) {
      enter(new TorrentState.FetchingMetadata());
      share();
    } else {
      compare(content);
    }
  }

  private void compare(Content known) {
    enter(new TorrentState.Checking());
    DiskCheck begun = new DiskCheck(known.storage(), known.grid(), client::onDisk, keeper.known());
    check = begun;
    begun.start(
        here -> client.loop().execute(() -> compared(known, begun, here)), this::diskFailed);
  }

  private void compared(Content known, DiskCheck by, BitSet here) {
    if (check == by) {
      check = null;
      checked = true;
      known.found(here);
      readers.arrivals().found(here);
      keeper.found(new Known(here, by.found()));
      if (intent.metadataOnly()) {
        stop(StopReason.METADATA_ONLY);
      } else {
        client.onDisk(known::makeEmptyFiles, this::diskFailed);
        proceed(known);
      }
    }
  }

  private void proceed(Content known) {
    share();
    work(known);
  }

  private void work(Content known) {
    boolean wasSeeding = state instanceof TorrentState.Seeding;
    boolean finished = known.pieces().isFinished();
    if (finished != wasSeeding || !isAtWork()) {
      enter(finished ? new TorrentState.Seeding() : new TorrentState.Downloading());
    }
    reachedGoal().ifPresent(this::stop);
  }

  private boolean isAtWork() {
    return state instanceof TorrentState.Downloading || state instanceof TorrentState.Seeding;
  }

  private void share() {
    if (sharing != null) {
      join(sharing.swarm());
      return;
    }
    Swarm swarm = new Swarm(infoHash, client.surroundings(throttles), new SwarmEvents());
    Sharing begun =
        new Sharing(client, swarm, Sharing.trackers(first.link(), metainfo), this::progress);
    sharing = begun;
    join(swarm);
    boolean isPrivate = metainfo.filter(Metainfo::isPrivate).isPresent();
    begun.start(lastPeers, first.link().peers(), isPrivate);
  }

  /** Lets the swarm know what the torrent holds, if that is known. */
  private void join(Swarm swarm) {
    if (content != null) {
      PieceStore store =
          new PieceStore(content.storage(), content.grid(), client.disk(), client.loop());
      Metainfo known = content.metainfo();
      swarm.metadata(known.info(), known.isPrivate(), content.pieces(), store);
      swarm.order(intent.order());
      if (sharing != null) {
        sharing.join(known, client.surroundings(throttles).down());
      }
    }
  }

  private Announce.Progress progress() {
    long left =
        content == null ? 1 : content.pieces().wantedBytes() - content.pieces().verifiedBytes();
    Sharing now = sharing;
    return now == null
        ? new Announce.Progress(0, 0, left)
        : new Announce.Progress(now.swarm().up().total(), now.swarm().down().total(), left);
  }

  private void stop(StopReason reason) {
    leave("the torrent is stopped");
    intent = intent.stop(reason);
    enter(new TorrentState.Stopped(reason));
  }

  private void leave(String why) {
    Sharing ended = sharing;
    if (ended != null) {
      totals.add(ended.swarm());
      sharing = null;
      left = ended.swarm();
      lastPeers = ended.swarm().known(PEERS_KEPT);
      ended.stop(why);
    }
    if (check != null) {
      check.cancel();
      check = null;
    }
    if (content != null) {
      client.onDisk(content.storage()::release, this::diskFailed);
    }
  }

  private void diskFailed(IOException cause) {
    boolean over = state instanceof TorrentState.Failed || state instanceof TorrentState.Stopped;
    if (!over) {
      DiskTrouble trouble = DiskTrouble.of(cause, intent.folder());
      LOG.warn("{}: {}", infoHash, trouble.message(), cause);
      leave(trouble.message());
      doubt();
      enter(new TorrentState.Failed(trouble.reason(), trouble.message()));
    }
  }

  private void enter(TorrentState next) {
    state = next;
    publish();
    readers.entered(next);
  }

  /** Something changed that others wait for, and that is to be kept. */
  private void publish() {
    keeper.news();
    if (publishing != null) {
      publishing.cancel();
      publishing = null;
    }
    bulletin.publish(Portrait.of(this));
  }

  private void publishSoon() {
    keeper.news();
    if (publishing == null && !hasManyFiles()) { // of those, each second tells
      publishing = client.loop().after(SOON, this::publish);
    }
  }

  // Time goes by.

  /** A second is over. */
  void tick() {
    ticks++;
    if (sharing != null) {
      sharing.tick();
    }
    if (state instanceof TorrentState.Seeding) {
      totals.addSecondOfSeeding();
      reachedGoal().ifPresent(this::stop);
    }
    bulletin.publish(Portrait.of(this));
    if (ticks % (hasManyFiles() ? LOOK_AT_MANY_EVERY : 1) == 0) {
      keeper.save(checked ? content : null, isGrowing(), isSettled(), this::changedByOthers);
    }
  }

  private boolean hasManyFiles() {
    return content != null && content.grid().files().size() > MANY_FILES;
  }

  private boolean isGrowing() {
    return state instanceof TorrentState.Downloading || isLanding();
  }

  private boolean isSettled() {
    return state instanceof TorrentState.Seeding && checked;
  }

  private void changedByOthers() {
    if (state instanceof TorrentState.Seeding) {
      LOG.warn("{}: files were changed by others, they are checked", infoHash);
      doubt();
      leave("files were changed");
      go();
    }
  }

  private Optional<StopReason> reachedGoal() {
    return state instanceof TorrentState.Seeding
        ? intent.reached(totals.seededSeconds(), bulletin.latest().ratio())
        : Optional.empty();
  }

  OwnThrottles throttles() {
    return throttles;
  }

  /** Closes its files, or deletes them. Blocks on the disk. */
  void forget(boolean files) throws IOException {
    Content known = content;
    if (known != null && files) {
      known.storage().delete();
    } else if (known != null) {
      known.storage().release();
    }
  }

  /** Keeps how far it is, at the end; on any thread, when all else has ended. */
  void saveAtEnd() throws IOException {
    keeper.saveAtEnd(checked ? content : null);
  }

  private Resume resumeRecord() {
    return new Resume(
        first.number(),
        first.link(),
        intent,
        keeper.known().pieces(),
        keeper.known().stamps(),
        downloaded(),
        uploaded(),
        totals.seededSeconds(),
        sharing == null ? lastPeers : sharing.swarm().known(PEERS_KEPT));
  }

  private final class SwarmEvents implements Swarm.Events {

    @Override
    public boolean metadata(byte[] info) {
      if (content != null || !HashBytes.infoHash(Sha1.of(info)).equals(infoHash)) {
        return content != null;
      }
      try {
        TorrentFile file =
            TorrentFile.of(
                info, Sharing.trackers(first.link(), Optional.empty()), first.link().webSeeds());
        client.onDisk(
            () -> client.records().writeTorrent(infoHash, file.bytes()),
            TorrentSession.this::diskFailed);
        learn(file.metainfo());
        if (file.metainfo().isPrivate() && sharing != null) {
          sharing.nowPrivate();
        }
        if (content != null) {
          compare(content);
        }
      } catch (MetainfoException | MalformedException e) {
        leave("the metadata is refused");
        enter(new TorrentState.Failed(Reason.BAD_METADATA, String.valueOf(e.getMessage())));
      }
      return true;
    }

    @Override
    public void gained(int piece) {
      publishSoon();
      readers.arrivals().gained(piece);
      if (content != null && content.pieces().isFinished() && isAtWork()) {
        if (sharing != null) {
          sharing.completed();
        }
        work(content);
      }
    }

    @Override
    public void diskFailed(IOException cause) {
      TorrentSession.this.diskFailed(cause);
    }
  }
}
