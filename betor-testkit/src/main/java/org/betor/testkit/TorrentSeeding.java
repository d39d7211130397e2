package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.model.InfoHash;
import org.betor.api.spi.SeedOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How files become torrents: a part of {@link TorrentClientContract}. */
public interface TorrentSeeding extends TorrentClientUnderTest {

  /** Named after the folder, with every file in it. */
  @Test
  default void aSeededFolderIsATorrent(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.difficult();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent torrent = peers.seed(files);
      TorrentSnapshot snapshot = TestedPeers.await(torrent, TorrentSnapshot::isFinished);

      assertThat(snapshot.state()).isEqualTo(new TorrentState.Seeding());
      assertThat(snapshot.name()).isEqualTo("Ação e Reação 映画");
      assertThat(snapshot.files())
          .extracting(TorrentSnapshot.File::path)
          .hasSize(files.count())
          .contains("0 nada.txt", "a/b/peça.bin", "映画/Über 🎬.bin");
      assertThat(torrent.metainfo().orElseThrow().sizeBytes()).isEqualTo(files.size());
      assertThat(torrent.metainfo().flatMap(Metainfo::infoHash)).contains(torrent.infoHash());
    }
  }

  /** It stands in no folder. */
  @Test
  default void aSeededFileIsATorrentOfOneFile(@TempDir Path folder) throws Exception {
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Metainfo metainfo = peers.seed(InventedFiles.film(1)).metainfo().orElseThrow();

      assertThat(metainfo.isSingleFile()).isTrue();
      assertThat(metainfo.name()).isEqualTo("Vila Serena.mkv");
      assertThat(metainfo.sizeBytes()).isEqualTo(1);
    }
  }

  /** Whoever makes it, wherever it is. */
  @Test
  default void theSameContentIsTheSameTorrent(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.difficult();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Path copy = files.writeInto(peers.target());

      assertThat(peers.leecher().seed(copy, TestedPeers.SMALL_PIECES).infoHash())
          .isEqualTo(peers.seed(files).infoHash());
    }
  }

  /** As its options say; another piece size or privacy is another torrent. */
  @Test
  default void aTorrentSaysWhatItsMakerSays(@TempDir Path folder) throws Exception {
    URI tracker = URI.create("http://127.0.0.1:1/announce");
    URI webSeed = URI.create("http://127.0.0.1:1/Vila%20Serena.mkv");
    SeedOptions options =
        SeedOptions.builder()
            .pieceBytes(2 * InventedFiles.PIECE)
            .onlyFromTrackers()
            .tracker(tracker)
            .webSeeds(List.of(webSeed))
            .comment("Filmado em São Paulo")
            .build();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Path film = InventedFiles.film(3 * InventedFiles.PIECE).writeInto(peers.source());
      Metainfo metainfo = peers.seeder().seed(film, options).metainfo().orElseThrow();

      assertThat(metainfo.pieceBytes()).isEqualTo(2L * InventedFiles.PIECE);
      assertThat(metainfo.pieceCount()).isEqualTo(2);
      assertThat(metainfo.isPrivate()).isTrue();
      assertThat(metainfo.trackers()).containsExactly(List.of(tracker));
      assertThat(metainfo.webSeeds()).containsExactly(webSeed);
      assertThat(metainfo.comment()).contains("Filmado em São Paulo");
    }
  }

  /** Never back, and to the end. */
  @Test
  default void hashingTellsHowFarItIs(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.series();
    List<Long> told = new ArrayList<>();
    SeedOptions options =
        SeedOptions.builder()
            .progress(
                (bytes, allBytes) -> {
                  assertThat(allBytes).isEqualTo(files.size());
                  told.add(bytes);
                })
            .build();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      peers.seeder().seed(files.writeInto(peers.source()), options);

      assertThat(told).isSorted().endsWith(files.size());
    }
  }

  /** And nothing is added. */
  @Test
  default void hashingEndsWhenItsThreadIsInterrupted(@TempDir Path folder) throws Exception {
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Path film = InventedFiles.film(9 * InventedFiles.PIECE).writeInto(peers.source());

      Thread.currentThread().interrupt();
      assertThatExceptionOfType(InterruptedException.class)
          .isThrownBy(() -> peers.seeder().seed(film, TestedPeers.SMALL_PIECES));
      assertThat(peers.seeder().torrents()).isEmpty();
    } finally {
      assertThat(Thread.interrupted()).as("the exception stands for the interrupt").isFalse();
    }
  }

  /** And nothing is added. */
  @Test
  default void whatIsNotThereCannotBeSeeded(@TempDir Path folder) throws Exception {
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Path absent = peers.source().resolve("absent.mkv");

      assertThatThrownBy(() -> peers.seeder().seed(absent, SeedOptions.PLAIN))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("absent.mkv");
      assertThat(peers.seeder().torrents()).isEmpty();
    }
  }

  /** And each is found by its info-hash. */
  @Test
  default void torrentsStandInTheOrderInWhichTheyWereAdded(@TempDir Path folder) throws Exception {
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      List<InfoHash> added = new ArrayList<>();
      for (InventedFiles files :
          List.of(InventedFiles.series(), InventedFiles.film(1), InventedFiles.difficult())) {
        added.add(peers.seed(files).infoHash());
      }

      assertThat(peers.seeder().torrents())
          .extracting(Torrent::infoHash)
          .containsExactlyElementsOf(added);
      assertThat(peers.seeder().find(added.get(1)).map(Torrent::infoHash)).contains(added.get(1));
      assertThat(peers.leecher().find(added.get(1))).isEmpty();
    }
  }
}
