package org.betor.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.betor.api.spi.FilePriority;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentState;
import org.junit.jupiter.api.Test;

class StreamBarTest {
  private static final long SIZE = 200_000_000;

  @Test
  void showsHowMuchIsThereAheadOfThePlayer() {
    assertThat(line(50_000_000, OptionalLong.of(20_000_000)))
        .isEqualTo(
            "[#######------------------------]   25.0 %  down 1.2 MB/s  buffer 30 MB  8 peers");
  }

  @Test
  void countsFromTheStartBeforeThePlayerBegins() {
    assertThat(line(50_000_000, OptionalLong.empty())).contains("buffer 50 MB");
  }

  @Test
  void saysThatNobodyKnowsAfterASeekOverWhatIsMissing() {
    assertThat(line(50_000_000, OptionalLong.of(SIZE - 1000))).contains("buffer unknown");
  }

  @Test
  void isNoMoreThanTheRest() {
    assertThat(line(SIZE - 1, OptionalLong.of(SIZE - 1000))).contains("buffer 999 B");
    assertThat(line(SIZE, OptionalLong.of(SIZE))).contains("buffer 0 B");
  }

  @Test
  void saysTheUsualWhenItIsNotDownloading() {
    TorrentSnapshot torrent = torrent(new TorrentState.Seeding(), SIZE);

    assertThat(ProgressBar.of(new StreamBar(torrent, 1, OptionalLong.empty()), 80))
        .isEqualTo(ProgressBar.of(torrent, 80));
  }

  private static String line(long verified, OptionalLong position) {
    TorrentSnapshot torrent = torrent(new TorrentState.Downloading(), verified);
    return ProgressBar.of(new StreamBar(torrent, 1, position), 80);
  }

  private static TorrentSnapshot torrent(TorrentState state, long verified) {
    return TorrentSnapshot.builder(state)
        .files(
            List.of(
                new TorrentSnapshot.File("readme.txt", 1, 1, FilePriority.SKIP),
                new TorrentSnapshot.File("Sintel.mp4", SIZE, verified, FilePriority.NORMAL)))
        .bytes(verified, SIZE)
        .rates(1_200_000, 0)
        .peers(8, 1)
        .build();
  }
}
