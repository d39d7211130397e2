package org.betor.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient;
import org.betor.api.spi.TorrentException;
import org.betor.api.spi.TorrentException.Reason;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentSource;
import org.betor.api.spi.TorrentState.StopReason;
import org.betor.api.spi.TorrentState.Stopped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How torrents come from peers: a part of {@link TorrentClientContract}. */
public interface TorrentDownloads extends TorrentClientUnderTest {

  /** Byte by byte, whether it ends with a piece or not. */
  @Test
  default void aFileComesAsItIs(@TempDir Path folder) throws Exception {
    int piece = InventedFiles.PIECE;
    for (int bytes : List.of(1, piece - 1, piece, piece + 1, 40 * piece)) {
      InventedFiles film = InventedFiles.film(bytes);
      Path own = folder.resolve("of " + bytes + " bytes");
      try (TestedPeers peers = new TestedPeers(this, own)) {
        peers.leeched(film);
        film.assertAllIn(peers.target());
      }
    }
  }

  /** With empty files, folders in folders, names of any script, files across pieces. */
  @Test
  default void aFolderComesAsItIs(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.difficult();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      TorrentSnapshot snapshot = peers.leeched(files).snapshot();

      files.assertAllIn(peers.target());
      assertThat(snapshot.name()).isEqualTo("Ação e Reação 映画");
      assertThat(snapshot.files()).allMatch(file -> file.verifiedBytes() == file.sizeBytes());
    }
  }

  /** Which is what a link names, and no files before it is resumed. */
  @Test
  default void metadataAloneComesFirstWhereThatIsWanted(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.series();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent seeded = peers.seed(files);
      Torrent torrent = peers.leech(seeded, peers.options().start(AddOptions.Start.METADATA_ONLY));
      TorrentSnapshot snapshot = TestedPeers.await(torrent, now -> now.state() instanceof Stopped);

      assertThat(snapshot.state()).isEqualTo(new Stopped(StopReason.METADATA_ONLY));
      assertThat(snapshot.hasMetadata()).isTrue();
      assertThat(snapshot.files()).hasSize(3);
      assertThat(snapshot.verifiedBytes()).isZero();
      assertThat(torrent.metainfo().map(Metainfo::info))
          .hasValueSatisfying(
              info -> assertThat(info).isEqualTo(seeded.metainfo().orElseThrow().info()));

      torrent.resume();
      TestedPeers.await(torrent, TorrentSnapshot::isFinished);
      files.assertAllIn(peers.target());
    }
  }

  /** It is all known at once, and peers may be named beside it. */
  @Test
  default void aTorrentFileIsAsGoodAsALink(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.series();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent seeded = peers.seed(files);
      Torrent torrent =
          peers
              .leecher()
              .add(
                  TorrentSource.of(seeded.metainfo().orElseThrow()),
                  peers.optionsFor(seeded).build());

      assertThat(torrent.metainfo()).isPresent();
      assertThat(torrent.snapshot().files()).hasSize(3);
      TestedPeers.await(torrent, TorrentSnapshot::isFinished);
      files.assertAllIn(peers.target());
    }
  }

  /** The second time it is given as it is, and not moved elsewhere. */
  @Test
  default void aTorrentIsAddedOnce(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.series();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent first = peers.leeched(files);
      Torrent again =
          peers
              .leecher()
              .add(
                  TorrentSource.of(first.metainfo().orElseThrow()),
                  AddOptions.builder(folder.resolve("elsewhere"))
                      .start(AddOptions.Start.PAUSED)
                      .build());

      assertThat(again.infoHash()).isEqualTo(first.infoHash());
      assertThat(again.snapshot().isFinished()).isTrue();
      assertThat(again.snapshot().state()).isEqualTo(first.snapshot().state());
      assertThat(peers.leecher().torrents()).hasSize(1);
      assertThat(folder.resolve("elsewhere")).doesNotExist();
    }
  }

  /** Who had it first may go. */
  @Test
  default void whatWasDownloadedIsUploadedToOthers(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.difficult();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      MagnetLink link = peers.linkTo(peers.leecher(), peers.leeched(files));
      peers.seeder().close();
      Path third = folder.resolve("third target");
      Torrent torrent = peers.open("third").add(TorrentSource.of(link), AddOptions.into(third));

      TestedPeers.await(torrent, TorrentSnapshot::isFinished);
      files.assertAllIn(third);
    }
  }

  /** What is right of it, that is; the rest comes from peers. */
  @Test
  default void whatIsOnDiskAlreadyIsNotDownloadedAgain(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.series();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      files.writeInto(peers.target());
      files.damage(peers.target(), 1);
      Torrent torrent = peers.leech(peers.seed(files));

      TorrentSnapshot snapshot = TestedPeers.await(torrent, TorrentSnapshot::isFinished);
      files.assertAllIn(peers.target());
      assertThat(snapshot.downloadedBytes()).isLessThan(10L * InventedFiles.PIECE);
    }
  }

  /** By a torrent file, or by a link. */
  @Test
  default void version2AloneIsRefused(@TempDir Path folder) throws Exception {
    String torrent =
        "d4:infod9:file treed5:a.mkvd0:d6:lengthi9e11:pieces root32:%seee12:meta versioni2e"
            + "4:name5:a.mkv12:piece lengthi16384eee";
    byte[] file = torrent.formatted("r".repeat(32)).getBytes(ISO_8859_1);
    MagnetLink link = MagnetLink.parse("magnet:?xt=urn:btmh:1220" + "ab".repeat(32));
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      for (TorrentSource source : List.of(TorrentSource.read(file), TorrentSource.of(link))) {
        assertThatExceptionOfType(TorrentException.class)
            .isThrownBy(() -> peers.leecher().add(source, peers.options().build()))
            .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.UNSUPPORTED));
      }
      assertThat(peers.leecher().torrents()).isEmpty();
    }
  }

  /** It says that it is closed; closing it again is harmless. */
  @Test
  default void aClosedClientTakesNothing(@TempDir Path folder) throws Exception {
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Path film = InventedFiles.film(1).writeInto(peers.source());
      TorrentClient client = peers.leecher();
      client.close();
      client.close();

      MagnetLink link = MagnetLink.parse("magnet:?xt=urn:btih:" + "ab".repeat(20));
      assertThatExceptionOfType(TorrentException.class)
          .isThrownBy(() -> client.add(TorrentSource.of(link), peers.options().build()))
          .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.CLOSED));
      assertThatExceptionOfType(TorrentException.class)
          .isThrownBy(() -> client.seed(film, TestedPeers.SMALL_PIECES))
          .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.CLOSED));
    }
  }
}
