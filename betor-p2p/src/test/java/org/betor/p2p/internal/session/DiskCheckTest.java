package org.betor.p2p.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.betor.p2p.internal.disk.InventedTorrent;
import org.betor.p2p.internal.disk.OpenFiles;
import org.betor.p2p.internal.disk.Stamp;
import org.betor.p2p.internal.disk.Storage;
import org.betor.p2p.internal.swarm.Pieces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskCheckTest {
  /** Pieces 0 to 2, 2 to 4, none, and 5 to 7. */
  private final InventedTorrent torrent = InventedTorrent.folder(10, 25, 25, 0, 25);

  private final OpenFiles files = new OpenFiles(5);
  private final List<BitSet> found = new ArrayList<>();
  private final List<IOException> failures = new ArrayList<>();
  private final Deque<Runnable> steps = new ArrayDeque<>();
  @TempDir private Path folder;
  private Storage storage;
  private List<Stamp> stamps;

  @BeforeEach
  void download() throws Exception {
    storage = new Storage(torrent.metainfo(), torrent.grid(), folder, files);
    storage.write(0, ByteBuffer.wrap(torrent.row()));
    stamps = stamps();
  }

  @AfterEach
  void close() {
    files.close();
  }

  @Test
  void believesFilesThatDidNotChange() {
    BitSet believed = bits(0, 3, 6);

    assertThat(check(believed, stamps)).isEqualTo(believed);
    assertThat(believed).isEqualTo(bits(0, 3, 6));
  }

  @Test
  void comparesEverythingWithItsHashWhereNothingIsKnown() {
    assertThat(check(new BitSet(), List.of())).isEqualTo(bits(0, 1, 2, 3, 4, 5, 6, 7));
    assertThat(check(bits(0, 1), List.of())).isEqualTo(bits(0, 1, 2, 3, 4, 5, 6, 7));
  }

  @Test
  void readsThePiecesOfTheChangedFileOnly() throws Exception {
    spoil(storage.path(0), 3); // in piece 0, but the stamp stays
    Files.setLastModifiedTime(storage.path(0), time(stamps.get(0)));
    spoil(storage.path(1), 7); // in piece 3
    Files.setLastModifiedTime(storage.path(1), FileTime.from(Instant.EPOCH));

    BitSet here = check(bits(0, 1, 2, 3, 4), stamps);

    assertThat(here).isEqualTo(bits(0, 1, 2, 4));
  }

  @Test
  void dropsPiecesOfFilesThatAreGone() throws Exception {
    Files.delete(storage.path(1));

    assertThat(check(bits(0, 1, 2, 3, 4, 5, 6, 7), stamps)).isEqualTo(bits(0, 1, 5, 6, 7));
  }

  @Test
  void dropsPiecesThatAFileIsTooShortFor() throws Exception {
    try (var file = FileChannel.open(storage.path(3), StandardOpenOption.WRITE)) {
      file.truncate(12);
    }

    assertThat(check(bits(0, 1, 2, 3, 4, 5, 6, 7), stamps)).isEqualTo(bits(0, 1, 2, 3, 4, 5));
  }

  @Test
  void findsWhatIsThereThoughItWasNotBelieved() throws Exception {
    Files.setLastModifiedTime(storage.path(3), FileTime.from(Instant.EPOCH));

    assertThat(check(bits(0), stamps)).isEqualTo(bits(0, 5, 6, 7));
  }

  @Test
  void looksAtTheFileThatIsThereNowAndNotAtTheOneThatWasReadBefore() throws Exception {
    assertThat(storage.verify(3)).isTrue();
    Path before = Files.move(storage.path(1), folder.resolve("before"));
    Files.copy(before, storage.path(1));
    spoil(storage.path(1), 7); // in piece 3

    assertThat(check(bits(0, 1, 2, 3, 4), List.of())).isEqualTo(bits(0, 1, 2, 4, 5, 6, 7));
  }

  @Test
  void findsPiecesThatCameWhileItWasKeptWhichAreHere() throws Exception {
    spoil(storage.path(3), 3); // in piece 5, but the stamp stays: a whole file is believed
    Files.setLastModifiedTime(storage.path(3), time(stamps.get(3)));
    Known kept = new Known(bits(0, 1, 5, 6, 7), stamps);

    Known sure = kept.sure(content(), new Known(new BitSet(), List.of()));

    assertThat(check(sure.pieces(), sure.stamps())).isEqualTo(bits(0, 1, 2, 3, 4, 5, 6, 7));
  }

  @Test
  void believesAFileThatNothingCameToForAWhileThoughItIsNotWhole() {
    Known kept = new Known(bits(0, 1, 5, 6, 7), stamps);

    Known sure = kept.sure(content(), kept);

    assertThat(check(sure.pieces(), sure.stamps())).isEqualTo(kept.pieces());
  }

  private Content content() {
    return new Content(torrent.metainfo(), torrent.grid(), new Pieces(torrent.grid()), storage);
  }

  @Test
  void saysNothingOnceItIsCancelled() {
    DiskCheck check = checkOf(new BitSet(), List.of());
    check.start(found::add, failures::add);
    check.cancel();

    runSteps();

    assertThat(found).isEmpty();
  }

  @Test
  void readsLargeContentInManyShortSteps() throws Exception {
    InventedTorrent film = InventedTorrent.single(1 << 20, 33 << 20);
    Storage large = new Storage(film.metainfo(), film.grid(), folder, files);
    large.write(0, ByteBuffer.wrap(film.row()));
    new DiskCheck(large, film.grid(), this::onDisk, new Known(new BitSet(), List.of()))
        .start(found::add, failures::add);

    assertThat(runSteps()).isEqualTo(3);
    assertThat(found.get(0).cardinality()).isEqualTo(33);
  }

  private BitSet check(BitSet believed, List<Stamp> known) {
    found.clear();
    checkOf(believed, known).start(found::add, failures::add);
    runSteps();
    assertThat(failures).isEmpty();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private DiskCheck checkOf(BitSet believed, List<Stamp> known) {
    return new DiskCheck(storage, torrent.grid(), this::onDisk, new Known(believed, known));
  }

  private void onDisk(DiskCheck.DiskWork work, Consumer<IOException> failed) {
    steps.add(
        () -> {
          try {
            work.run();
          } catch (IOException e) {
            failed.accept(e);
          }
        });
  }

  private int runSteps() {
    int count = 0;
    for (Runnable step; (step = steps.poll()) != null; count++) {
      step.run();
    }
    return count;
  }

  private List<Stamp> stamps() throws IOException {
    List<Stamp> all = new ArrayList<>();
    for (int file = 0; file < torrent.metainfo().files().size(); file++) {
      all.add(storage.stamp(file));
    }
    return all;
  }

  private static void spoil(Path file, int at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[at]++;
    Files.write(file, bytes);
  }

  private static FileTime time(Stamp stamp) {
    return FileTime.from(stamp.modifiedMicros(), TimeUnit.MICROSECONDS);
  }

  private static BitSet bits(int... pieces) {
    BitSet bits = new BitSet();
    for (int piece : pieces) {
      bits.set(piece);
    }
    return bits;
  }
}
