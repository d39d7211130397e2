package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentException;
import org.betor.api.spi.TorrentException.Reason;
import org.betor.api.spi.TorrentSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What removing takes away, and what it leaves: a part of {@link TorrentClientContract}. */
public interface TorrentRemovals extends TorrentClientUnderTest {

  /** The client forgets it for ever. */
  @Test
  default void removingLeavesTheFiles(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.series();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent torrent = peers.leeched(files);
      torrent.remove();

      assertThat(peers.leecher().torrents()).isEmpty();
      assertThat(peers.leecher().find(torrent.infoHash())).isEmpty();
      assertThat(peers.reopenLeecher().torrents()).isEmpty();
      files.assertAllIn(peers.target());
    }
  }

  /** Its own, and its folders; at the latest when the client is closed. */
  @Test
  default void removingWithFilesLeavesNothing(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.difficult();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent torrent = peers.leeched(files);
      torrent.removeWithFiles();

      assertThat(peers.leecher().torrents()).isEmpty();
      assertThat(peers.reopenLeecher().torrents()).isEmpty();
      assertThat(files.top(peers.target())).doesNotExist();
      files.assertAllIn(peers.source());
    }
  }

  /** Beside the torrent, and within its folders. */
  @Test
  default void removingWithFilesLeavesWhatIsNotTheTorrents(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.difficult();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent torrent = peers.leeched(files);
      Path beside = Files.writeString(peers.target().resolve("beside.txt"), "mine");
      Path within = Files.writeString(files.top(peers.target()).resolve("a/b/mine.txt"), "mine");
      Path empty = Files.createDirectory(files.top(peers.target()).resolve("my folder"));
      torrent.removeWithFiles();
      peers.leecher().close();

      assertThat(beside).hasContent("mine");
      assertThat(within).hasContent("mine");
      assertThat(empty).isDirectory();
      for (int index = 0; index < files.count(); index++) {
        assertThat(files.file(peers.target(), index)).doesNotExist();
      }
      assertThat(files.top(peers.target()).resolve("a/b/c")).doesNotExist();
    }
  }

  /** From its files, which are still there, or from peers. */
  @Test
  default void whatWasRemovedCanBeAddedAgain(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.series();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent seeded = peers.seed(files);
      Torrent torrent = peers.leech(seeded);
      TestedPeers.await(torrent, TorrentSnapshot::isFinished);
      torrent.remove();
      Torrent again = peers.leech(seeded);

      TorrentSnapshot snapshot = TestedPeers.await(again, TorrentSnapshot::isFinished);
      assertThat(snapshot.downloadedBytes()).isLessThan(files.size());
      files.assertAllIn(peers.target());
    }
  }

  /** With that reason. */
  @Test
  default void whoeverWaitsForARemovedTorrentIsTold(@TempDir Path folder) throws Exception {
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent torrent = peers.seed(InventedFiles.film(1));
      torrent.remove();

      assertThatExceptionOfType(TorrentException.class)
          .isThrownBy(() -> TestedPeers.await(torrent, never -> false))
          .satisfies(removed -> assertThat(removed.reason()).isEqualTo(Reason.REMOVED));
    }
  }
}
