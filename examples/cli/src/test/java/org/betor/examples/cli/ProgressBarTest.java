package org.betor.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.betor.api.spi.FilePriority;
import org.betor.api.spi.TorrentException;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentState;
import org.betor.api.spi.TorrentState.Checking;
import org.betor.api.spi.TorrentState.Downloading;
import org.betor.api.spi.TorrentState.FetchingMetadata;
import org.betor.api.spi.TorrentState.Seeding;
import org.betor.api.spi.TorrentState.StopReason;
import org.betor.api.spi.TorrentState.Stopped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressBarTest {
  private static final long SIZE = 200_000_000;

  @Test
  void showsHowADownloadGoes() {
    TorrentSnapshot torrent =
        half(new Downloading()).rates(1_200_000, 9_000).transferred(SIZE / 2, SIZE / 8).build();

    assertThat(ProgressBar.of(torrent, 80))
        .isEqualTo(
            "[########---------]   50.0 %  down 1.2 MB/s  ETA 1 min 24 s  8 peers  ratio 0.25");
  }

  @Test
  void saysThatNobodyKnowsHowLongItTakes() {
    assertThat(ProgressBar.of(half(new Downloading()).build(), 79))
        .contains("down 0 B/s  ETA unknown  8 peers");
  }

  @Test
  void hasNoBarBeforeTheMetadataIsThere() {
    TorrentSnapshot torrent =
        TorrentSnapshot.builder(new FetchingMetadata()).name("Sintel").peers(1, 0).build();

    assertThat(ProgressBar.of(torrent, 40)).hasSize(40).startsWith("fetching metadata  1 peer   ");
  }

  @Test
  void isFullWhenItIsFinished() {
    TorrentSnapshot.Builder torrent = half(new Seeding()).bytes(SIZE, SIZE).rates(0, 48_000);

    assertThat(ProgressBar.of(torrent.build(), 79))
        .matches("\\[#+]  100\\.0 %  seeding  up 48 kB/s  8 peers  ratio 0\\.00");
    assertThat(ProgressBar.of(half(new Stopped(StopReason.RATIO_REACHED)).build(), 79))
        .contains("50.0 %  ratio reached  ratio");
    assertThat(ProgressBar.of(half(new Checking()).build(), 79)).contains("50.0 %  checking");
  }

  @Test
  void neverSaysThatAllIsThereWhenItIsNot() {
    TorrentSnapshot torrent = half(new Downloading()).bytes(SIZE - 1, SIZE).build();

    assertThat(ProgressBar.of(torrent, 79)).contains("-]", " 99.9 %");
  }

  @Test
  void saysWhyATorrentFailed() {
    TorrentSnapshot torrent =
        half(new TorrentState.Failed(TorrentException.Reason.DISK_FULL, "the disk is full"))
            .build();

    assertThat(ProgressBar.of(torrent, 40)).startsWith("failed: the disk is full  ");
    assertThat(ProgressBar.of(torrent, 16)).isEqualTo("failed: the dis…");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 60, 79, 80, 200})
  void isAsWideAsItIsTold(int width) {
    for (TorrentState state : List.of(new Downloading(), new Seeding(), new Checking())) {
      assertThat(ProgressBar.of(half(state).build(), width)).hasSize(width);
    }
  }

  @Test
  void leavesTheBarOutWhereThereIsNoRoom() {
    assertThat(ProgressBar.of(half(new Downloading()).build(), 66)).startsWith(" 50.0 %  down");
  }

  private static TorrentSnapshot.Builder half(TorrentState state) {
    return TorrentSnapshot.builder(state)
        .name("Sintel")
        .files(List.of(new TorrentSnapshot.File("a.mp4", SIZE, SIZE / 2, FilePriority.NORMAL)))
        .bytes(SIZE / 2, SIZE)
        .pieces(50, 100)
        .peers(8, 3.5);
  }
}
