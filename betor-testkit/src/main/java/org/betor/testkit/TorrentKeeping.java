package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.FilePriority;
import org.betor.api.spi.SeedingGoal;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentSource;
import org.betor.api.spi.TorrentState;
import org.betor.api.spi.TorrentState.Seeding;
import org.betor.api.spi.TorrentState.StopReason;
import org.betor.api.spi.TorrentState.Stopped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client knows when it is opened again: a part of {@link TorrentClientContract}. */
public interface TorrentKeeping extends TorrentClientUnderTest {

  /** It has its files and its counts, and uploads. */
  @Test
  default void aFinishedTorrentSeedsAgainAfterReopening(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.difficult();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      long downloaded = peers.leeched(files).snapshot().downloadedBytes();
      TorrentClient reopened = peers.reopenLeecher();
      Torrent torrent = only(reopened);
      TorrentSnapshot snapshot =
          TestedPeers.await(torrent, now -> now.state().equals(new Seeding()));

      assertThat(snapshot.downloadedBytes()).isEqualTo(downloaded);
      assertThat(torrent.metainfo()).isPresent();
      peers.seeder().close();
      Path third = folder.resolve("third target");
      Torrent other =
          peers
              .open("third")
              .add(TorrentSource.of(peers.linkTo(reopened, torrent)), AddOptions.into(third));
      TestedPeers.await(other, TorrentSnapshot::isFinished);
      files.assertAllIn(third);
    }
  }

  /** From where its files are. */
  @Test
  default void aTorrentThatWasMadeHereSeedsAgainAfterReopening(@TempDir Path folder)
      throws Exception {
    InventedFiles files = InventedFiles.series();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      peers.leecher().seed(files.writeInto(peers.target()), TestedPeers.SMALL_PIECES);
      TorrentClient reopened = peers.reopenLeecher();

      TestedPeers.await(only(reopened), now -> now.state().equals(new Seeding()));
      files.assertAllIn(peers.target());
    }
  }

  /** With what they had. */
  @Test
  default void pausedTorrentsStayPausedAfterReopening(@TempDir Path folder) throws Exception {
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent torrent = peers.leeched(InventedFiles.series());
      torrent.pause();
      awaitState(torrent, new Stopped(StopReason.PAUSED));
      TorrentSnapshot snapshot =
          awaitState(only(peers.reopenLeecher()), new Stopped(StopReason.PAUSED));

      assertThat(snapshot.isFinished()).isTrue();
    }
  }

  /** For the same reason. */
  @Test
  default void torrentsThatReachedTheirGoalStayStoppedAfterReopening(@TempDir Path folder)
      throws Exception {
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent torrent =
          peers.leech(
              peers.seed(InventedFiles.series()), peers.options().goal(SeedingGoal.WHEN_FINISHED));
      awaitState(torrent, new Stopped(StopReason.FINISHED));

      awaitState(only(peers.reopenLeecher()), new Stopped(StopReason.FINISHED));
    }
  }

  /** What was chosen and what the link told of peers are remembered. */
  @Test
  default void anUnfinishedTorrentGoesOnAfterReopening(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.series();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent torrent = peers.leech(peers.seed(files), peers.options().files(Set.of(1)));
      TestedPeers.await(torrent, TorrentSnapshot::isFinished);
      torrent.pause();
      torrent.choose(Set.of(1, 2));
      Torrent reopened = only(peers.reopenLeecher());
      TorrentSnapshot half = awaitState(reopened, new Stopped(StopReason.PAUSED));

      assertThat(half.isFinished()).isFalse();
      assertThat(half.verifiedBytes()).isPositive();
      assertThat(half.files().get(0).priority()).isEqualTo(FilePriority.SKIP);
      reopened.resume();
      TestedPeers.await(reopened, TorrentSnapshot::isFinished);
      files.assertIn(peers.target(), 1);
      files.assertIn(peers.target(), 2);
    }
  }

  /** And with it the name that its link gave it. */
  @Test
  default void aTorrentWithoutMetadataIsThereAfterReopening(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.series();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      peers.leech(peers.seed(files), peers.options().start(AddOptions.Start.PAUSED));
      Torrent reopened = only(peers.reopenLeecher());

      assertThat(reopened.snapshot().hasMetadata()).isFalse();
      reopened.resume();
      TestedPeers.await(reopened, TorrentSnapshot::isFinished);
      files.assertAllIn(peers.target());
    }
  }

  /** However many there are. */
  @Test
  default void torrentsKeepTheirOrderAfterReopening(@TempDir Path folder) throws Exception {
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      for (InventedFiles files :
          List.of(InventedFiles.series(), InventedFiles.film(1), InventedFiles.difficult())) {
        peers.leecher().seed(files.writeInto(peers.target()), TestedPeers.SMALL_PIECES);
      }

      assertThat(peers.reopenLeecher().torrents())
          .extracting(torrent -> torrent.snapshot().name())
          .containsExactly("Vila Serena", "Vila Serena.mkv", "Ação e Reação 映画");
    }
  }

  private static Torrent only(TorrentClient client) {
    assertThat(client.torrents()).hasSize(1);
    return client.torrents().get(0);
  }

  private static TorrentSnapshot awaitState(Torrent torrent, TorrentState state) throws Exception {
    return TestedPeers.await(torrent, now -> now.state().equals(state));
  }
}
