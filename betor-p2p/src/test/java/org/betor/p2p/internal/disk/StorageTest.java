package org.betor.p2p.internal.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageTest {
  private final OpenFiles files = new OpenFiles(3);
  @TempDir private Path temp;
  private Path folder;

  @BeforeEach
  void chooseFolder() {
    folder = temp.resolve("films");
  }

  @AfterEach
  void close() {
    files.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void readsWhatWasWrittenWhereverItLies(long seed) throws Exception {
    Random random = new Random(seed);
    InventedTorrent torrent = InventedTorrent.random(random);
    Storage storage = storage(torrent);
    byte[] row = torrent.row().clone();
    storage.write(0, ByteBuffer.wrap(row));
    for (int i = 0; i < 60; i++) {
      int start = random.nextInt(row.length);
      int end = start + random.nextInt(row.length - start + 1);
      if (random.nextBoolean()) {
        byte[] some = changed(row, torrent.row(), start, end, random);
        storage.write(start, ByteBuffer.wrap(some));
      }
      assertThat(read(storage, start, end - start)).isEqualTo(Arrays.copyOfRange(row, start, end));
    }
  }

  /** Changes that part of the row, but not its padding; returns what is to be written. */
  private static byte[] changed(byte[] row, byte[] first, int start, int end, Random random) {
    byte[] some = new byte[end - start];
    random.nextBytes(some);
    for (int i = start; i < end; i++) {
      row[i] = first[i] == 0 && row[i] == 0 ? 0 : some[i - start];
      some[i - start] = row[i];
    }
    return some;
  }

  @Test
  void writesEachFileToItsPlaceAndNoPadding() throws Exception {
    InventedTorrent torrent = InventedTorrent.folder(64, 100, -28, 0, 5, 300);
    storage(torrent).write(0, ByteBuffer.wrap(torrent.row()));

    Path series = folder.resolve("The Invented Series");
    assertThat(series.resolve("season 0/episode 0")).hasBinaryContent(torrent.content(0));
    assertThat(series.resolve("season 0/episode 3")).hasBinaryContent(torrent.content(2));
    assertThat(series.resolve("season 1/episode 4")).hasBinaryContent(torrent.content(3));
    assertThat(series.resolve("season 1/episode 1")).doesNotExist();
  }

  @Test
  void readsPaddingAsZerosThoughAnythingWasWrittenThere() throws Exception {
    Storage storage = storage(InventedTorrent.folder(64, 10, -54, 10, -7));
    byte[] ones = new byte[81];
    Arrays.fill(ones, (byte) 1);
    storage.write(0, ByteBuffer.wrap(ones));

    assertThat(read(storage, 10, 54)).containsOnly(0);
    assertThat(read(storage, 74, 7)).containsOnly(0);
    assertThat(read(storage, 9, 56)).startsWith(1).endsWith(1);
  }

  @Test
  void tellsAMissingFileFromAShortOne() throws Exception {
    InventedTorrent torrent = InventedTorrent.folder(64, 100, 100);
    Storage storage = storage(torrent);

    assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> read(storage, 0, 10));
    storage.write(0, ByteBuffer.wrap(torrent.row(), 0, 50));
    assertThat(read(storage, 0, 50)).hasSize(50);
    assertThatExceptionOfType(EOFException.class)
        .isThrownBy(() -> read(storage, 0, 51))
        .withMessageContaining("episode 0");
  }

  @Test
  void findsWhichPiecesAreWhole() throws Exception {
    InventedTorrent torrent = InventedTorrent.folder(64, 100, -20, 72);
    Storage storage = storage(torrent);
    assertThat(storage.verify(0)).isFalse();

    storage.write(0, ByteBuffer.wrap(torrent.row(), 0, 130));

    assertThat(storage.verify(0)).isTrue();
    assertThat(storage.verify(1)).isTrue();
    assertThat(storage.verify(2)).isFalse();
    storage.write(70, ByteBuffer.wrap(new byte[] {(byte) (torrent.row()[70] + 1)}));
    assertThat(storage.verify(0)).isTrue();
    assertThat(storage.verify(1)).isFalse();
  }

  @Test
  void verifiesPiecesLargerThanWhatIsReadAtOnce() throws Exception {
    InventedTorrent torrent = InventedTorrent.single(700_001, 1_000_000);
    Storage storage = storage(torrent);
    storage.write(0, ByteBuffer.wrap(torrent.row()));

    assertThat(storage.verify(0)).isTrue();
    assertThat(storage.verify(1)).isTrue();
    assertThat(storage.verify(0, new byte[][] {torrent.piece(0)})).isTrue();
    assertThat(storage.verify(1, new byte[][] {torrent.piece(0)})).isFalse();
  }

  @Test
  void deletesItsFilesAndKeepsThoseOfOthers() throws Exception {
    InventedTorrent torrent = InventedTorrent.folder(64, 100, 100, 0);
    Storage storage = storage(torrent);
    storage.write(0, ByteBuffer.wrap(torrent.row()));
    storage.makeEmpty(2);
    Path series = folder.resolve("The Invented Series");
    Files.writeString(series.resolve("season 1/notes.txt"), "not the torrent's");
    assertThat(series.resolve("season 2/episode 2")).exists();

    storage.delete();

    assertThat(series.resolve("season 0")).doesNotExist();
    assertThat(series.resolve("season 2")).doesNotExist();
    assertThat(series.resolve("season 1")).isDirectoryContaining("glob:**/notes.txt");
    assertThat(series.resolve("season 1/episode 1")).doesNotExist();
  }

  @Test
  void deletesItsFolderButNeverTheOneThatItIsIn() throws Exception {
    InventedTorrent torrent = InventedTorrent.folder(64, 100, 100);
    Storage storage = storage(torrent);
    storage.write(0, ByteBuffer.wrap(torrent.row()));

    storage.delete();
    storage.delete(); // nothing is there any more

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void deletesASingleFileOnly() throws Exception {
    InventedTorrent torrent = InventedTorrent.single(64, 100);
    Storage storage = storage(torrent);
    storage.write(0, ByteBuffer.wrap(torrent.row()));

    storage.delete();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesToWriteThroughALinkThatLeadsOutAndMakesNothingThere() throws Exception {
    Path outside = Files.createDirectory(temp.resolve("outside"));
    Files.createDirectories(folder);
    Files.createSymbolicLink(folder.resolve("The Invented Series"), outside);
    Storage storage = storage(InventedTorrent.folder(64, 100));

    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> storage.write(0, ByteBuffer.wrap(new byte[100])))
        .withMessageContaining("a link leads out of");
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void refusesToWriteThroughALinkInPlaceOfAFile() throws Exception {
    Path outside = Files.writeString(temp.resolve("diary.txt"), "private");
    Files.createDirectories(folder);
    Files.createSymbolicLink(folder.resolve("Sintel.2010.mkv"), outside);
    Storage storage = storage(InventedTorrent.single(64, 100));

    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> storage.write(0, ByteBuffer.wrap(new byte[100])))
        .withMessageContaining("Sintel.2010.mkv");
    assertThat(outside).hasContent("private");
  }

  @Test
  void writesIntoAFolderThatIsALinkItself() throws Exception {
    Path disk = Files.createDirectory(temp.resolve("large disk"));
    folder = Files.createSymbolicLink(temp.resolve("films by link"), disk);
    InventedTorrent torrent = InventedTorrent.single(64, 100);

    storage(torrent).write(0, ByteBuffer.wrap(torrent.row()));

    assertThat(disk.resolve("Sintel.2010.mkv")).hasBinaryContent(torrent.row());
  }

  @Test
  void leavesAFileThatIsToBeEmptyAsItIs() throws Exception {
    InventedTorrent torrent = InventedTorrent.folder(64, 100, 0);
    Storage storage = storage(torrent);
    storage.makeEmpty(1);
    assertThat(storage.path(1)).isEmptyFile();
    Files.writeString(storage.path(1), "grown");

    storage.makeEmpty(1);

    assertThat(storage.path(1)).hasContent("grown");
  }

  private Storage storage(InventedTorrent torrent) {
    return new Storage(torrent.metainfo(), torrent.grid(), folder, files);
  }

  private static byte[] read(Storage storage, int start, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    storage.read(start, bytes);
    assertThat(bytes.hasRemaining()).isFalse();
    return bytes.array();
  }
}
