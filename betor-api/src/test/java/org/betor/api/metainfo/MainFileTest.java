package org.betor.api.metainfo;

import static org.assertj.core.api.Assertions.assertThat;

import org.betor.api.metainfo.TorrentMaker.File;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainFileTest {
  @Test
  void isTheOnlyFile() {
    assertThat(TorrentMaker.single("readme.txt", 10).read().mainFile()).isZero();
  }

  @Test
  void isTheLargestVideoAlthoughOtherFilesAreLarger() {
    assertThat(
            main(
                new File("artwork.zip", 90_000),
                new File("Sintel.srt", 400),
                new File("Sintel.720p.mp4", 20_000),
                new File("Sintel.1080p.MKV", 40_000)))
        .isEqualTo("Sintel.1080p.MKV");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sample/sintel.mkv",
        "SAMPLES/sintel.mkv",
        "Extras/Durian.mkv",
        "disc 1/Featurettes/Durian.mkv",
        "Behind The Scenes/Durian.mkv",
        "sample.mkv",
        "Sample-sintel.mkv",
        "sintel.2010.sample.mkv",
        "Sintel - Trailer.mkv",
        "Sintel_teaser.mkv"
      })
  void isNoSampleTrailerOrExtraHoweverLarge(String extra) {
    assertThat(main(new File(extra, 50_000), new File("Sintel.mkv", 40_000)))
        .isEqualTo("Sintel.mkv");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sampler.mkv",
        "Trailerpark.mkv",
        "The Extraordinary Life.mkv",
        "A Sample of Light 1924.mkv",
        "Bonusfamiljen/Sintel.mkv"
      })
  void mayHoldTheWordsOfExtrasInItsTitle(String film) {
    assertThat(main(new File("short.mkv", 10), new File(film, 40_000))).isEqualTo(film);
  }

  @Test
  void isTheLargestVideoWhereAllAreExtras() {
    assertThat(main(new File("Trailer 1.mkv", 10), new File("Trailer 2.mkv", 20)))
        .isEqualTo("Trailer 2.mkv");
  }

  @Test
  void isTheLargestAudioWhereThereIsNoVideo() {
    assertThat(
            main(
                new File("cover.png", 90_000),
                new File("01 Snow Fight.flac", 50),
                new File("02 I Move On.flac", 70)))
        .isEqualTo("02 I Move On.flac");
  }

  @Test
  void isTheLargestFileWhereThereIsNothingToPlay() {
    assertThat(main(new File("readme", 10), new File("archive.zip", 20))).isEqualTo("archive.zip");
  }

  @Test
  void isTheFirstOfThoseThatAreAsLarge() {
    assertThat(main(new File("1.mkv", 20), new File("2.mkv", 20))).isEqualTo("1.mkv");
  }

  @ParameterizedTest
  @CsvSource({
    "Sintel.mkv, video/x-matroska",
    "Sintel.MP4, video/mp4",
    "Sintel.webm, video/webm",
    "a.b/Sintel.avi, video/x-msvideo",
    "Sintel.m2ts, video/mp2t",
    "Sintel.mov, video/quicktime",
    "Sintel.mp3, audio/mpeg",
    "Sintel.flac, audio/flac",
    "Sintel.pt-br.srt, application/x-subrip",
    "Sintel.vtt, text/vtt",
    "index.html, application/octet-stream",
    "picture.svg, application/octet-stream",
    "mkv.folder/Sintel, application/octet-stream",
    "Sintel, application/octet-stream"
  })
  void filesAreOfTheTypeThatTheirExtensionSays(String path, String type) {
    assertThat(TorrentMaker.folder("Sintel", new File(path, 10)).read().files())
        .singleElement()
        .extracting(ContentFile::mediaType)
        .isEqualTo(type);
  }

  private static String main(File... files) {
    Metainfo torrent = TorrentMaker.folder("Sintel", files).read();
    return torrent.files().get(torrent.mainFile()).path();
  }
}
