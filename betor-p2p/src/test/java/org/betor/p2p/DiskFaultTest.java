package org.betor.p2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.betor.p2p.Clients.PATIENCE;
import static org.betor.p2p.Clients.at;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient.Rates;
import org.betor.api.spi.TorrentException;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentSource;
import org.betor.api.spi.TorrentState;
import org.betor.p2p.internal.bencode.Bencode;
import org.betor.p2p.internal.bencode.Dictionary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What others do to the files of a torrent. */
@Timeout(60)
class DiskFaultTest {
  @TempDir private Path temp;
  private Clients clients;
  private Film film;

  @BeforeEach
  void open() throws Exception {
    clients = new Clients(temp);
    film = Film.in(temp.resolve("seed"), 2_000_000);
  }

  @AfterEach
  void close() {
    clients.close();
  }

  @Test
  void saysThatAFolderIsAFile() throws Exception {
    Files.writeString(temp.resolve("films"), "no folder");
    Torrent torrent = clients.download(clients.open("leecher"), film);

    assertThatThrownBy(() -> torrent.await(TorrentSnapshot::isFinished, PATIENCE))
        .isInstanceOf(TorrentException.class)
        .hasMessageContaining(temp.resolve("films").toString());
  }

  @Test
  void downloadsAFileWithTheLongestName() throws Exception {
    Map<String, Object> info = new HashMap<>(Dictionary.read(film.metainfo().info()).values());
    info.put("name", "S".repeat(255));
    Film named =
        new Film(film.path(), film.bytes(), Metainfo.read(Bencode.write(Map.of("info", info))));
    try (RawHost host = RawHost.seeding(named, named::block)) {
      clients
          .download(clients.open("leecher"), named, host.address())
          .await(TorrentSnapshot::isFinished, PATIENCE);

      assertThat(temp.resolve("films").resolve("S".repeat(255))).hasBinaryContent(film.bytes());
    }
  }

  @Test
  void writesNothingWhereALinkLeadsOut() throws Exception {
    Path outside = Files.createDirectories(temp.resolve("outside"));
    Film inFolder = filmInFolder();
    Files.createDirectories(temp.resolve("films"));
    Files.createSymbolicLink(temp.resolve("films/Sintel"), outside);
    BtClient seeder = clients.open("seeder");
    seeder.add(TorrentSource.of(inFolder.metainfo()), AddOptions.into(temp.resolve("seed")));

    Torrent torrent = clients.download(clients.open("leecher"), inFolder, at(seeder));

    assertThatThrownBy(() -> torrent.await(TorrentSnapshot::isFinished, PATIENCE))
        .isInstanceOf(TorrentException.class)
        .hasMessageContaining("link");
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void deletesNothingWhereALinkLeadsOut() throws Exception {
    Film inFolder = filmInFolder();
    Path outside = temp.resolve("seed/Sintel");
    Files.createDirectories(temp.resolve("films"));
    Files.createSymbolicLink(temp.resolve("films/Sintel"), outside);
    BtClient client = clients.open("seeder");
    Torrent torrent = clients.download(client, inFolder);
    torrent.await(TorrentSnapshot::isFinished, PATIENCE);

    torrent.removeWithFiles();
    client.close();

    assertThat(outside.resolve("film").resolve(Film.NAME)).exists();
  }

  /** In {@code seed}, as {@code Sintel/film/Sintel.2010.mkv}. */
  private Film filmInFolder() throws Exception {
    Film inside = Film.in(temp.resolve("seed/Sintel/film"), 300_000);
    return new Film(
        inside.path(), inside.bytes(), Film.metainfo(temp.resolve("seed/Sintel"), Film.OPTIONS));
  }

  @Test
  void noticesThatAFileWasOverwrittenWhileItSeeds() throws Exception {
    Torrent torrent = clients.seeder(film).torrents().get(0);
    torrent.await(TorrentSnapshot::isFinished, PATIENCE);

    overwrite(film.path(), 100_000, 5);

    int pieces = film.metainfo().pieceCount();
    TorrentSnapshot noticed = torrent.await(so -> so.verifiedPieces() == pieces - 1, PATIENCE);
    assertThat(noticed.isFinished()).isFalse();
  }

  @Test
  void noticesThatAFileWasDeletedWhileItSeedsAndMendsIt() throws Exception {
    Torrent torrent = clients.seeder(film).torrents().get(0);
    torrent.await(TorrentSnapshot::isFinished, PATIENCE);

    Files.delete(film.path());
    torrent.await(so -> so.state() instanceof TorrentState.Downloading, PATIENCE);
    Files.write(film.path(), film.bytes());
    torrent.recheck();

    assertThat(torrent.await(TorrentSnapshot::isFinished, PATIENCE).isFinished()).isTrue();
  }

  @Test
  void noticesThatAFileWasOverwrittenWhileItStoodStill() throws Exception {
    BtClient client = clients.seeder(film);
    Torrent torrent = client.torrents().get(0);
    torrent.await(TorrentSnapshot::isFinished, PATIENCE);
    torrent.pause();
    client.close();
    client = clients.open("seeder");
    torrent = client.torrents().get(0);

    overwrite(film.path(), 100_000, 5);
    torrent.limit(Rates.UNLIMITED); // this is kept, and the file's change must not be
    client.close();
    torrent = clients.open("seeder").torrents().get(0);
    torrent.resume();

    int pieces = film.metainfo().pieceCount();
    torrent.await(so -> so.verifiedPieces() == pieces - 1, PATIENCE);
  }

  @Test
  void mendsByDownloadingWhatOthersBroke() throws Exception {
    BtClient seeder = clients.seeder(film);
    Files.createDirectories(temp.resolve("films"));
    Path broken = Files.write(temp.resolve("films").resolve(Film.NAME), film.bytes());
    overwrite(broken, 700_000, 9);

    Torrent torrent = clients.download(clients.open("leecher"), film, at(seeder));
    TorrentSnapshot mended = torrent.await(TorrentSnapshot::isFinished, PATIENCE);

    assertThat(broken).hasBinaryContent(film.bytes());
    assertThat(mended.downloadedBytes()).isEqualTo(Film.PIECE_BYTES);
  }

  @Test
  void doesNotFinishWithAFileThatWasDeletedMeanwhile() throws Exception {
    AtomicInteger given = new AtomicInteger();
    Path file = temp.resolve("films").resolve(Film.NAME);
    try (RawHost host =
        RawHost.seeding(
            film,
            (piece, offset, length) -> {
              if (given.incrementAndGet() == 100) {
                awaitAndDelete(file);
              }
              return film.block(piece, offset, length);
            })) {
      Torrent torrent = clients.download(clients.open("leecher"), film, host.address());
      torrent.await(so -> so.downloadedBytes() > film.bytes().length, PATIENCE);
      torrent.await(TorrentSnapshot::isFinished, PATIENCE);

      assertThat(file).hasBinaryContent(film.bytes());
    }
  }

  private static void awaitAndDelete(Path file) {
    Clients.eventually("the file is there", () -> Files.exists(file));
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void believesFilesThatNobodyTouched() throws Exception {
    BtClient client = clients.seeder(film);
    client.torrents().get(0).await(TorrentSnapshot::isFinished, PATIENCE);
    client.close();
    FileTime modified = Files.getLastModifiedTime(film.path());
    overwrite(film.path(), 0, 5);
    Files.setLastModifiedTime(film.path(), modified);

    Torrent torrent = clients.open("seeder").torrents().get(0);

    assertThat(torrent.await(so -> so.peers() == 0 && so.isFinished(), PATIENCE).verifiedPieces())
        .isEqualTo(film.metainfo().pieceCount());
  }

  @Test
  void canBeAddedAgainAtOnceAfterItWasRemovedWithItsFiles() throws Exception {
    BtClient seeder = clients.seeder(film);
    BtClient leecher = clients.open("leecher");
    for (int i = 0; i < 5; i++) {
      Torrent torrent = clients.download(leecher, film, at(seeder));
      int pieces = 3 * i;
      torrent.await(so -> so.verifiedPieces() >= pieces, PATIENCE);
      torrent.removeWithFiles();
    }

    Torrent torrent = clients.download(leecher, film, at(seeder));
    torrent.await(TorrentSnapshot::isFinished, PATIENCE);

    assertThat(temp.resolve("films").resolve(Film.NAME)).hasBinaryContent(film.bytes());
    torrent.removeWithFiles();
    leecher.close();
    assertThat(temp.resolve("films").resolve(Film.NAME)).doesNotExist();
    assertThat(clients.open("leecher").torrents()).isEmpty();
  }

  @Test
  void finishesThoughItIsPausedAndResumedManyTimes() throws Exception {
    BtClient seeder = clients.seeder(film);
    seeder.limit(new Rates(OptionalLong.empty(), OptionalLong.of(2_000_000)));
    Torrent torrent = clients.download(clients.open("leecher"), film, at(seeder));
    for (int i = 0; i < 50; i++) {
      torrent.pause();
      torrent.resume();
    }
    torrent.await(TorrentSnapshot::isFinished, PATIENCE);

    assertThat(temp.resolve("films").resolve(Film.NAME)).hasBinaryContent(film.bytes());
  }

  private static void overwrite(Path file, long at, int bytes) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.seek(at);
      byte[] old = new byte[bytes];
      open.readFully(old);
      for (int i = 0; i < bytes; i++) {
        old[i]++;
      }
      open.seek(at);
      open.write(old);
    }
  }
}
