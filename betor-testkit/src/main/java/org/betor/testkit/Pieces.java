package org.betor.testkit;

import java.io.IOException;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.betor.api.metainfo.ContentFile;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.spi.FilePriority;
import org.betor.api.spi.TorrentSnapshot;

/** What of a torrent is on disk and verified, and what of it is wanted. */
final class Pieces {
  private final Metainfo metainfo;
  private final PieceFiles files;
  private final Wishes wishes;
  private final BitSet verified = new BitSet();

  /** Where they read: by piece. */
  private final Map<ScriptedReader, Integer> readers = new HashMap<>();

  Pieces(Metainfo metainfo, PieceFiles files, Wishes wishes) {
    this.metainfo = metainfo;
    this.files = files;
    this.wishes = wishes;
  }

  Metainfo metainfo() {
    return metainfo;
  }

  PieceFiles files() {
    return files;
  }

  /** Compares what is on disk with the hashes. */
  void check() throws IOException {
    verified.clear();
    for (int piece = 0; piece < metainfo.pieceCount(); piece++) {
      if (rightOnDisk(piece).isPresent()) {
        verified.set(piece);
      }
    }
  }

  /** Makes the wanted files that have no bytes. */
  void makeEmptyFiles() throws IOException {
    for (int i = 0; i < metainfo.files().size(); i++) {
      ContentFile file = metainfo.files().get(i);
      if (file.sizeBytes() == 0 && wishes.wants(i)) {
        files.makeEmpty(file);
      }
    }
  }

  /** A verified piece, unless somebody has changed it on disk since. */
  Optional<byte[]> give(int piece) throws IOException {
    return verified.get(piece) ? rightOnDisk(piece) : Optional.empty();
  }

  void take(int piece, byte[] bytes) throws IOException {
    files.write(piece, bytes);
    verified.set(piece);
  }

  boolean has(int piece) {
    return verified.get(piece);
  }

  boolean hasAllWanted() {
    return missing().isEmpty();
  }

  /** A verified piece, for a reader; what cannot be read fails elsewhere. */
  Optional<byte[]> read(ScriptedSwarm swarm, int piece) {
    return swarm.look(
        () -> {
          try {
            return give(piece);
          } catch (IOException unreadable) {
            return Optional.empty();
          }
        });
  }

  boolean isElsewhere(ScriptedReader reader, int piece) {
    return !Integer.valueOf(piece).equals(readers.get(reader));
  }

  /** What is ahead of a reader comes first. */
  boolean reads(ScriptedReader reader, int piece) {
    return readers.put(reader, piece) == null;
  }

  boolean readsNoMore(ScriptedReader reader) {
    return readers.remove(reader) != null;
  }

  private int distance(int piece) {
    return readers.values().stream()
        .filter(at -> at <= piece)
        .mapToInt(at -> piece - at)
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  /** Wanted and not verified: what is ahead of readers, then the best liked. */
  List<Integer> missing() {
    return wanted()
        .filter(piece -> !verified.get(piece))
        .boxed()
        .sorted(
            Comparator.comparingInt(this::distance)
                .thenComparing(this::priority, Comparator.reverseOrder()))
        .toList();
  }

  long wantedBytes() {
    return wanted().mapToLong(files::bytes).sum();
  }

  TorrentSnapshot.Builder describe(TorrentSnapshot.Builder snapshot) {
    long here = wanted().filter(verified::get).mapToLong(files::bytes).sum();
    return snapshot
        .name(metainfo.name())
        .files(IntStream.range(0, metainfo.files().size()).mapToObj(this::file).toList())
        .bytes(here, wantedBytes())
        .pieces(verified.cardinality(), metainfo.pieceCount());
  }

  private TorrentSnapshot.File file(int index) {
    ContentFile file = metainfo.files().get(index);
    long here = verified.stream().mapToLong(piece -> files.bytes(piece, file)).sum();
    return new TorrentSnapshot.File(file.path(), file.sizeBytes(), here, wishes.of(index));
  }

  private IntStream wanted() {
    return IntStream.range(0, metainfo.pieceCount())
        .filter(piece -> priority(piece) != FilePriority.SKIP);
  }

  /** That of the best liked file in the piece. */
  private FilePriority priority(int piece) {
    return IntStream.range(0, metainfo.files().size())
        .filter(index -> files.bytes(piece, metainfo.files().get(index)) > 0)
        .mapToObj(wishes::of)
        .max(Comparator.naturalOrder())
        .orElse(FilePriority.SKIP);
  }

  private Optional<byte[]> rightOnDisk(int piece) throws IOException {
    return files.read(piece).filter(bytes -> files.isRight(piece, bytes));
  }
}
