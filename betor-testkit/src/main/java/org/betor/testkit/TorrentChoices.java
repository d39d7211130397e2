package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Set;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.FilePriority;
import org.betor.api.spi.PieceOrder;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient.Rates;
import org.betor.api.spi.TorrentSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How files of a torrent are chosen, and how they come: a part of {@link TorrentClientContract}.
 */
public interface TorrentChoices extends TorrentClientUnderTest {

  /** It is finished when those are there; of the others, no more than a shared piece comes. */
  @Test
  default void onlyTheChosenFilesCome(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.series();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent torrent = peers.leech(peers.seed(files), peers.options().files(Set.of(1)));
      TorrentSnapshot snapshot = TestedPeers.await(torrent, TorrentSnapshot::isFinished);

      files.assertIn(peers.target(), 1);
      assertThat(snapshot.files())
          .extracting(TorrentSnapshot.File::priority)
          .containsExactly(FilePriority.SKIP, FilePriority.NORMAL, FilePriority.SKIP);
      assertHasLittleOf(0, snapshot);
      assertHasLittleOf(2, snapshot);
      assertThat(snapshot.wantedBytes())
          .isBetween(snapshot.files().get(1).sizeBytes(), 12L * InventedFiles.PIECE);
      assertThat(snapshot.progress()).isEqualTo(1);
    }
  }

  private static void assertHasLittleOf(int file, TorrentSnapshot snapshot) {
    assertThat(snapshot.files().get(file).verifiedBytes())
        .as("verified of file %d, which was not chosen", file)
        .isLessThan(InventedFiles.PIECE);
  }

  /** What was there stays. */
  @Test
  default void moreFilesCanBeChosenLater(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.series();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent torrent = peers.leech(peers.seed(files), peers.options().files(Set.of(0)));
      long first = TestedPeers.await(torrent, TorrentSnapshot::isFinished).wantedBytes();

      torrent.choose(Set.of(0, 1, 2));
      TorrentSnapshot all =
          TestedPeers.await(torrent, now -> now.isFinished() && now.wantedBytes() > first);
      files.assertAllIn(peers.target());
      assertThat(all.downloadedBytes()).isLessThan(files.size() + InventedFiles.PIECE);
    }
  }

  /** The choice is kept until the metadata is there; what the torrent does not have is left out. */
  @Test
  default void filesCanBeChosenBeforeTheyAreKnown(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.series();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent torrent =
          peers.leech(peers.seed(files), peers.options().start(AddOptions.Start.PAUSED));
      torrent.choose(Set.of(2, 999));
      torrent.resume();
      TorrentSnapshot snapshot = TestedPeers.await(torrent, TorrentSnapshot::isFinished);

      files.assertIn(peers.target(), 2);
      assertHasLittleOf(0, snapshot);
    }
  }

  /** One that is skipped is not wanted, one that is not skipped any more is. */
  @Test
  default void filesHavePriorities(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.series();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent torrent =
          peers.leech(peers.seed(files), peers.options().start(AddOptions.Start.METADATA_ONLY));
      TestedPeers.await(torrent, TorrentSnapshot::hasMetadata);
      torrent.prioritise(0, FilePriority.SKIP);
      torrent.prioritise(1, FilePriority.LOW);
      torrent.prioritise(2, FilePriority.HIGH);
      torrent.resume();
      TorrentSnapshot snapshot = TestedPeers.await(torrent, TorrentSnapshot::isFinished);

      assertThat(snapshot.files())
          .extracting(TorrentSnapshot.File::priority)
          .containsExactly(FilePriority.SKIP, FilePriority.LOW, FilePriority.HIGH);
      assertHasLittleOf(0, snapshot);
      torrent.prioritise(0, FilePriority.NORMAL);
      TestedPeers.await(
          torrent, now -> now.isFinished() && now.wantedBytes() > snapshot.wantedBytes());
      files.assertAllIn(peers.target());
    }
  }

  /** Its order and its limits change what comes when, and nothing else. */
  @Test
  default void orderAndRatesDoNotChangeWhatComes(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.difficult();
    Rates fast = new Rates(OptionalLong.of(100_000_000), OptionalLong.of(100_000_000));
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      peers.leecher().limit(fast);
      Torrent torrent =
          peers.leech(peers.seed(files), peers.options().order(PieceOrder.SEQUENTIAL).rates(fast));
      torrent.order(PieceOrder.RAREST_FIRST);
      torrent.limit(Rates.UNLIMITED);
      torrent.order(PieceOrder.SEQUENTIAL);

      TestedPeers.await(torrent, TorrentSnapshot::isFinished);
      files.assertAllIn(peers.target());
    }
  }
}
