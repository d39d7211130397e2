package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentState.Downloading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That what snapshots say is true: a part of {@link TorrentClientContract}. */
public interface TorrentNumbers extends TorrentClientUnderTest {

  /** At every moment of a download. */
  @Test
  default void theNumbersOfASnapshotAgree(@TempDir Path folder) throws Exception {
    Queue<TorrentSnapshot> seen = new ConcurrentLinkedQueue<>();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent torrent = peers.leech(peers.seed(InventedFiles.difficult()));
      torrent.watch(Duration.ofMillis(1), seen::add);
      seen.add(TestedPeers.await(torrent, TorrentSnapshot::isFinished));
    }

    assertThat(seen).allSatisfy(TorrentNumbers::assertAgrees);
  }

  private static void assertAgrees(TorrentSnapshot snapshot) {
    assertThat(snapshot.verifiedBytes()).isBetween(0L, snapshot.wantedBytes());
    assertThat(snapshot.verifiedPieces()).isBetween(0, snapshot.pieces());
    assertThat(snapshot.progress()).isBetween(0.0, 1.0);
    assertThat(snapshot.files().isEmpty()).isEqualTo(!snapshot.hasMetadata());
    assertThat(snapshot.files())
        .allSatisfy(file -> assertThat(file.verifiedBytes()).isBetween(0L, file.sizeBytes()));
    assertThat(snapshot.files().stream().mapToLong(TorrentSnapshot.File::verifiedBytes).sum())
        .as("verified of all files, all of which are wanted")
        .isEqualTo(snapshot.verifiedBytes());
    assertThat(snapshot.files().stream().mapToLong(TorrentSnapshot.File::sizeBytes).sum())
        .isEqualTo(snapshot.wantedBytes());
  }

  /** Both ways, and the ratio with them. */
  @Test
  default void whatComesAndGoesIsCounted(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.series();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent seeded = peers.seed(files);
      TorrentSnapshot leeched = TestedPeers.await(peers.leech(seeded), TorrentSnapshot::isFinished);
      TorrentSnapshot uploaded =
          TestedPeers.await(seeded, now -> now.uploadedBytes() >= files.size());

      assertThat(leeched.downloadedBytes()).isGreaterThanOrEqualTo(files.size());
      assertThat(leeched.uploadedBytes()).isZero();
      assertThat(leeched.ratio()).isZero();
      assertThat(uploaded.downloadedBytes()).isZero();
      assertThat(uploaded.ratio()).isGreaterThanOrEqualTo(1);
    }
  }

  /** Looked up on disk at the moment when it says so. */
  @Test
  default void finishedMeansThatEveryWantedByteIsThereAndRight(@TempDir Path folder)
      throws Exception {
    InventedFiles files = InventedFiles.difficult();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      TestedPeers.await(
          peers.leech(peers.seed(files)),
          now -> {
            if (now.isFinished()) {
              assertThere(files, peers.target());
            }
            return now.isFinished();
          });
    }
  }

  private static void assertThere(InventedFiles files, Path folder) {
    try {
      files.assertAllIn(folder);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What was changed on disk comes from peers once more. */
  @Test
  default void recheckingMendsWhatIsWrong(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.series();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent torrent = peers.leeched(files);
      long before = torrent.snapshot().downloadedBytes();
      files.damage(peers.target(), 1);
      torrent.recheck();

      TestedPeers.await(torrent, now -> now.isFinished() && now.downloadedBytes() > before);
      files.assertAllIn(peers.target());
    }
  }

  /** So it is said, and so it stays until somebody has the rest. */
  @Test
  default void recheckingFindsWhatNobodyCanMend(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.series();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent seeded = peers.seed(files);
      files.damage(peers.source(), 1);
      seeded.recheck();
      TorrentSnapshot damaged =
          TestedPeers.await(seeded, now -> now.state().equals(new Downloading()));

      assertThat(damaged.isFinished()).isFalse();
      assertThat(damaged.wantedBytes() - damaged.verifiedBytes()).isEqualTo(InventedFiles.PIECE);
      files.writeInto(peers.source());
      seeded.recheck();
      TestedPeers.await(seeded, TorrentSnapshot::isFinished);
    }
  }
}
