package org.betor.accounts.internal.playback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.List;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.model.Episodes;
import org.junit.jupiter.api.Test;

class EpisodeFileTest {
  private static final Episodes SECOND = Episodes.of(List.of(1), List.of(2));

  @Test
  void theLargestFileThatSaysSoIsTheEpisode() throws IOException {
    assertThat(
            chosen(
                "Caminandes.S01",
                file("Caminandes.S01E01.mkv", 9),
                file("Caminandes.S01E02.srt", 1),
                file("Caminandes.S01E02.mkv", 7),
                file("Caminandes.S02E02.mkv", 9)))
        .isEqualTo(2);
  }

  @Test
  void whatCannotBePlayedIsNoEpisodeHoweverLarge() throws IOException {
    String archive = file("Caminandes.S01E02.zip", 9);
    String music = file("Caminandes.S01E02.flac", 8);
    String film = file("Caminandes.S01E02.mkv", 7);

    assertThat(chosen("Caminandes.S01", archive, music, film)).isEqualTo(2);
    assertThat(chosen("Caminandes.S01", archive, music)).isEqualTo(1);
    assertThatIOException().isThrownBy(() -> chosen("Caminandes.S01", archive));
  }

  @Test
  void aTorrentThatIsTheEpisodeIsNotTakenForItsSubtitle() throws IOException {
    assertThat(chosen("Caminandes.S01E02", file("Caminandes.S01E02.srt", 1), file("film.mkv", 7)))
        .isEqualTo(1);
  }

  @Test
  void aFolderMaySayTheSeason() throws IOException {
    assertThat(
            chosen(
                "Caminandes",
                "d6:lengthi7e4:pathl9:Season 027:E02.mkvee",
                "d6:lengthi7e4:pathl9:Season 017:E02.mkvee"))
        .isEqualTo(1);
  }

  @Test
  void aTorrentThatIsTheEpisodeMayHaveAFileOfAnyName() throws IOException {
    assertThat(chosen("Caminandes.S01E02.1080p", file("film.mkv", 7), file("notes.txt", 1)))
        .isZero();
  }

  @Test
  void aPackThatDoesNotSayWhichIsWhichIsRefused() {
    assertThatIOException()
        .isThrownBy(() -> chosen("Caminandes.S01", file("first.mkv", 7), file("second.mkv", 7)))
        .withMessageContaining("Caminandes.S01", "S01E02");
  }

  @Test
  void whoAsksForNoEpisodeGetsTheMainFile() throws IOException {
    Metainfo pack = torrent("Caminandes.S01", file("a.mkv", 1), file("b.mkv", 2));

    assertThat(EpisodeFile.of(pack, Episodes.NONE)).isEqualTo(1);
  }

  private static int chosen(String name, String... files) throws IOException {
    return EpisodeFile.of(torrent(name, files), SECOND);
  }

  private static String file(String name, int sizeBytes) {
    return "d6:lengthi%de4:pathl%d:%see".formatted(sizeBytes, name.length(), name);
  }

  private static Metainfo torrent(String name, String... files) {
    String torrent =
        "d4:infod5:filesl%se4:name%d:%s12:piece lengthi16384e6:pieces20:%see"
            .formatted(String.join("", files), name.length(), name, "h".repeat(20));
    return Metainfo.read(torrent.getBytes(UTF_8));
  }
}
