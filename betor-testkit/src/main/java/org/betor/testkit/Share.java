package org.betor.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.model.InfoHash;
import org.betor.api.spi.SeedingGoal;
import org.betor.api.spi.TorrentException;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentState;
import org.betor.api.spi.TorrentState.StopReason;
import org.jspecify.annotations.Nullable;

/** One client's part in a torrent. Guarded by the {@link ScriptedSwarm}. */
final class Share {
  private static final List<StopReason> REACHED =
      List.of(StopReason.RATIO_REACHED, StopReason.TIME_REACHED, StopReason.FINISHED);

  private final InfoHash infoHash;
  private final String name;
  private final Path folder;
  private final Wishes wishes = new Wishes();
  private boolean metadataOnly;
  private SeedingGoal goal;
  private @Nullable Pieces pieces;
  private @Nullable StopReason stopped;
  private TorrentState.@Nullable Failed failed;
  private long downloaded;
  private long uploaded;

  Share(InfoHash infoHash, String name, Path folder, SeedingGoal goal) {
    this.infoHash = infoHash;
    this.name = name;
    this.folder = folder;
    this.goal = goal;
  }

  InfoHash infoHash() {
    return infoHash;
  }

  Wishes wishes() {
    return wishes;
  }

  Optional<Metainfo> metainfo() {
    return Optional.ofNullable(pieces).map(Pieces::metainfo);
  }

  Optional<Pieces> pieces() {
    return Optional.ofNullable(pieces);
  }

  TorrentState state() {
    if (failed != null) {
      return failed;
    }
    if (stopped != null) {
      return new TorrentState.Stopped(stopped);
    }
    if (pieces == null) {
      return new TorrentState.FetchingMetadata();
    }
    return pieces.hasAllWanted() ? new TorrentState.Seeding() : new TorrentState.Downloading();
  }

  TorrentSnapshot snapshot(List<Share> peers) {
    TorrentSnapshot.Builder snapshot =
        TorrentSnapshot.builder(state()).name(name).transferred(downloaded, uploaded);
    if (isActive()) {
      snapshot.peers(peers.size(), availability(peers));
    }
    return pieces == null ? snapshot.build() : pieces.describe(snapshot).build();
  }

  /** Says that metadata is all that is wanted for now. */
  void stopAtMetadata() {
    metadataOnly = true;
  }

  void stop(StopReason reason) {
    stopped = reason;
  }

  void resume() {
    metadataOnly &= stopped != StopReason.METADATA_ONLY;
    if (stopped != null && REACHED.contains(stopped)) {
      goal = SeedingGoal.NONE;
    }
    boolean again = failed != null;
    stopped = null;
    failed = null;
    if (again) {
      recheck();
    }
  }

  void goal(SeedingGoal goal) {
    this.goal = goal;
  }

  /** Learns what the torrent holds, and looks what of it is on disk. */
  void learn(Metainfo metainfo) {
    pieces = new Pieces(metainfo, new PieceFiles(metainfo, folder), wishes);
    recheck();
    if (metadataOnly) {
      stopped = StopReason.METADATA_ONLY;
    }
  }

  void recheck() {
    Pieces known = pieces;
    if (known != null) {
      attempt(known::check);
    }
  }

  void deleteFiles() {
    Pieces known = pieces;
    if (known != null) {
      attempt(known.files()::delete);
    }
  }

  boolean isActive() {
    return stopped == null && failed == null;
  }

  /** Takes the metadata from one of the peers; false if nothing came of it. */
  boolean takeMetadata(List<Share> peers) {
    if (!isActive() || pieces != null) {
      return false;
    }
    peers.stream().flatMap(peer -> peer.metainfo().stream()).findFirst().ifPresent(this::learn);
    return pieces != null;
  }

  /** Takes one piece from one of the peers; false if nothing came of it. */
  boolean takePiece(List<Share> peers) {
    Pieces mine = pieces;
    if (!isActive() || mine == null) {
      return false;
    }
    attempt(mine::makeEmptyFiles);
    return mine.missing().stream()
        .anyMatch(piece -> peers.stream().anyMatch(peer -> takePiece(mine, piece, peer)));
  }

  private boolean takePiece(Pieces mine, int piece, Share peer) {
    Optional<byte[]> bytes = peer.give(piece);
    bytes.ifPresent(
        come ->
            attempt(
                () -> {
                  mine.take(piece, come);
                  downloaded += come.length;
                  peer.uploaded += come.length;
                }));
    return bytes.isPresent() && mine.has(piece);
  }

  private Optional<byte[]> give(int piece) {
    try {
      return pieces == null ? Optional.empty() : pieces.give(piece);
    } catch (IOException unreadable) {
      fail(unreadable);
      return Optional.empty();
    }
  }

  /** Stops if the goal is reached. */
  void obeyGoal() {
    if (!isActive() || pieces == null || !pieces.hasAllWanted()) {
      return;
    }
    long base = downloaded > 0 ? downloaded : pieces.wantedBytes();
    if (goal.time().filter(time -> time.isZero()).isPresent()) {
      stopped = StopReason.FINISHED;
    } else if (goal.ratio().isPresent() && uploaded >= goal.ratio().getAsDouble() * base) {
      stopped = StopReason.RATIO_REACHED;
    }
  }

  private double availability(List<Share> peers) {
    if (pieces == null) {
      return 0;
    }
    int all = pieces.metainfo().pieceCount();
    int[] copies = IntStream.range(0, all).map(piece -> copies(piece, peers)).toArray();
    int rarest = IntStream.of(copies).min().orElse(0);
    return rarest + (double) IntStream.of(copies).filter(copy -> copy > rarest).count() / all;
  }

  private static int copies(int piece, List<Share> peers) {
    return (int) peers.stream().filter(peer -> peer.has(piece)).count();
  }

  private boolean has(int piece) {
    return pieces != null && pieces.has(piece);
  }

  private void attempt(DiskWork work) {
    try {
      work.run();
    } catch (IOException trouble) {
      fail(trouble);
    }
  }

  private void fail(IOException trouble) {
    failed =
        new TorrentState.Failed(
            TorrentException.Reason.FILES, "%s: %s; mend it and resume".formatted(folder, trouble));
  }

  private interface DiskWork {
    void run() throws IOException;
  }
}
