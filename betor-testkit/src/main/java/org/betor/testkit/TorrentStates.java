package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.betor.api.model.InfoHash;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.SeedingGoal;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentException;
import org.betor.api.spi.TorrentException.Reason;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentSource;
import org.betor.api.spi.TorrentState;
import org.betor.api.spi.TorrentState.FetchingMetadata;
import org.betor.api.spi.TorrentState.Seeding;
import org.betor.api.spi.TorrentState.StopReason;
import org.betor.api.spi.TorrentState.Stopped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What torrents do and when they stop: a part of {@link TorrentClientContract}. */
public interface TorrentStates extends TorrentClientUnderTest {

  /** It knows its name, and nothing else. */
  @Test
  default void aLinkThatNobodyAnswersWaitsForItsMetadata(@TempDir Path folder) throws Exception {
    InfoHash nobodys = new InfoHash("ab".repeat(20));
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent torrent =
          peers
              .leecher()
              .add(
                  TorrentSource.of(MagnetLink.parse("magnet:?dn=Vila&xt=" + nobodys.urn())),
                  peers.options().build());
      TorrentSnapshot snapshot = torrent.snapshot();

      assertThat(torrent.infoHash()).isEqualTo(nobodys);
      assertThat(torrent.metainfo()).isEmpty();
      assertThat(snapshot.state()).isEqualTo(new FetchingMetadata());
      assertThat(snapshot.name()).isEqualTo("Vila");
      assertThat(snapshot.isFinished()).isFalse();
      assertThat(snapshot.files()).isEmpty();
      torrent.pause();
      awaitState(torrent, new Stopped(StopReason.PAUSED));
      torrent.resume();
      awaitState(torrent, new FetchingMetadata());
    }
  }

  /** Not even its metadata comes. */
  @Test
  default void aTorrentThatIsAddedPausedWaitsToBeResumed(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.series();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent torrent =
          peers.leech(peers.seed(files), peers.options().start(AddOptions.Start.PAUSED));

      awaitState(torrent, new Stopped(StopReason.PAUSED));
      assertThat(torrent.snapshot().hasMetadata()).isFalse();
      torrent.resume();
      TestedPeers.await(torrent, TorrentSnapshot::isFinished);
      files.assertAllIn(peers.target());
    }
  }

  /** It keeps what it has, and uploads again when it is resumed. */
  @Test
  default void aTorrentIsPausedAndResumed(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.series();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent seeded = peers.seed(files);
      seeded.pause();
      TorrentSnapshot paused = awaitState(seeded, new Stopped(StopReason.PAUSED));
      assertThat(paused.verifiedBytes()).isEqualTo(files.size());
      assertThat(paused.isFinished()).isTrue();

      seeded.resume();
      awaitState(seeded, new Seeding());
      TestedPeers.await(peers.leech(seeded), TorrentSnapshot::isFinished);
      files.assertAllIn(peers.target());
    }
  }

  /** With that reason; when it is resumed, the goal counts no more. */
  @Test
  default void aDownloadThatIsNotToBeSeededStopsWhenItIsFinished(@TempDir Path folder)
      throws Exception {
    InventedFiles files = InventedFiles.series();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent torrent =
          peers.leech(peers.seed(files), peers.options().goal(SeedingGoal.WHEN_FINISHED));

      assertThat(awaitState(torrent, new Stopped(StopReason.FINISHED)).isFinished()).isTrue();
      files.assertAllIn(peers.target());
      torrent.resume();
      awaitState(torrent, new Seeding());
      torrent.goal(SeedingGoal.WHEN_FINISHED);
      awaitState(torrent, new Stopped(StopReason.FINISHED));
    }
  }

  /** What is on disk stands for what was downloaded, if nothing was. */
  @Test
  default void aTorrentStopsAtItsRatio(@TempDir Path folder) throws Exception {
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent seeded = peers.seed(InventedFiles.film(100 * InventedFiles.PIECE));
      seeded.goal(SeedingGoal.ratio(0.25));
      peers.leech(seeded);

      TorrentSnapshot snapshot = awaitState(seeded, new Stopped(StopReason.RATIO_REACHED));
      assertThat(snapshot.ratio()).isGreaterThanOrEqualTo(0.25);
    }
  }

  /** Whoever waits is told why, and when the cause is gone it can be resumed. */
  @Test
  default void aTorrentFailsWhereItsFilesCannotBeWritten(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.series();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Files.writeString(peers.target(), "a file where a folder belongs");
      Torrent torrent = peers.leech(peers.seed(files));

      assertThatExceptionOfType(TorrentException.class)
          .isThrownBy(() -> TestedPeers.await(torrent, TorrentSnapshot::isFinished))
          .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.FILES))
          .withMessageContaining(peers.target().toString());
      assertThat(torrent.snapshot().state()).isInstanceOf(TorrentState.Failed.class);

      Files.delete(peers.target());
      torrent.resume();
      TestedPeers.await(torrent, TorrentSnapshot::isFinished);
      files.assertAllIn(peers.target());
    }
  }

  private static TorrentSnapshot awaitState(Torrent torrent, TorrentState state) throws Exception {
    return TestedPeers.await(torrent, now -> now.state().equals(state));
  }
}
