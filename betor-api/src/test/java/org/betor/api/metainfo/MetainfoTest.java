package org.betor.api.metainfo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.betor.api.metainfo.Bencode.map;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.betor.api.metainfo.MetainfoException.Reason;
import org.betor.api.metainfo.TorrentMaker.File;
import org.betor.api.model.Contents;
import org.betor.api.model.MagnetLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetainfoTest {
  private static final Instant NOW = Instant.parse("2024-05-01T12:00:00Z");
  private static final File FILM = new File("Sintel.mp4", 100_000);
  private static final File POSTER = new File("extras/poster.jpg", 900);

  @Test
  void readsATorrentOfOneFile() {
    TorrentMaker sintel = TorrentMaker.single("Sintel.mp4", 100_000);

    Metainfo torrent = sintel.read();

    assertThat(torrent.name()).isEqualTo("Sintel.mp4");
    assertThat(torrent.infoHash().orElseThrow().hex()).isEqualTo(hash("SHA-1", sintel));
    assertThat(torrent.infoHashV2()).isEmpty();
    assertThat(torrent.isSingleFile()).isTrue();
    assertThat(torrent.files()).extracting(ContentFile::path).containsExactly("Sintel.mp4");
    assertThat(torrent.sizeBytes()).isEqualTo(100_000);
    assertThat(torrent.pieceBytes()).isEqualTo(32_768);
    assertThat(torrent.pieceCount()).isEqualTo(4);
    assertThat(torrent.pieceHashes()).hasSize(80).isEqualTo(TorrentMaker.sha1s(100_000));
    assertThat(torrent.info()).isEqualTo(sintel.infoBytes());
    assertThat(torrent.isPrivate()).isFalse();
    assertThat(torrent.trackers()).isEmpty();
    assertThat(torrent.webSeeds()).isEmpty();
    assertThat(torrent.created()).isEmpty();
    assertThat(torrent).hasToString("Sintel.mp4 (" + hash("SHA-1", sintel) + ")");
  }

  @Test
  void readsAFolderAndWhereItsFilesBegin() {
    Metainfo torrent = TorrentMaker.folder("Sintel", FILM, POSTER).read();

    assertThat(torrent.isSingleFile()).isFalse();
    assertThat(torrent.files())
        .hasToString("[Sintel.mp4 (100000 bytes), extras/poster.jpg (900 bytes)]");
    assertThat(torrent.files()).extracting(ContentFile::offsetBytes).containsExactly(0L, 100_000L);
    assertThat(torrent.files().get(0).pieceHashes()).isEmpty();
  }

  @Test
  void readsWhatTheFileSaysBesidesItsContent() {
    Metainfo torrent =
        TorrentMaker.folder("Sintel", FILM)
            .withInfo("private", 1)
            .with("announce", "http://never.example/announce")
            .with(
                "announce-list",
                List.of(
                    List.of(
                        "http://one.example/a", " udp://two.example:80 ", "gopher://no.example"),
                    List.of("http://one.example/a"),
                    List.of("wss://three.example", 7)))
            .with(
                "url-list", List.of("http://seed.example/open films", "", "http://seed.example/b/"))
            .with("creation date", 1_285_977_600)
            .with("created by", "mktorrent")
            .with("comment", "Durian open movie")
            .read();

    assertThat(torrent.isPrivate()).isTrue();
    assertThat(torrent.trackers())
        .containsExactly(
            List.of(URI.create("http://one.example/a"), URI.create("udp://two.example:80")),
            List.of(URI.create("wss://three.example")));
    assertThat(torrent.webSeeds())
        .containsExactly(
            URI.create("http://seed.example/open%20films/"), URI.create("http://seed.example/b/"));
    assertThat(torrent.created()).contains(Instant.parse("2010-10-02T00:00:00Z"));
    assertThat(torrent.createdBy()).contains("mktorrent");
    assertThat(torrent.comment()).contains("Durian open movie");
  }

  @Test
  void oneTrackerAndOneWebSeedNeedNoList() {
    Metainfo torrent =
        TorrentMaker.single("Sintel.mp4", 9)
            .with("announce", "udp://one.example:80")
            .with("announce-list", List.of(List.of("no address")))
            .with("url-list", "ftp://seed.example/Sintel.mp4")
            .read();

    assertThat(torrent.trackers()).containsExactly(List.of(URI.create("udp://one.example:80")));
    assertThat(torrent.webSeeds()).containsExactly(URI.create("ftp://seed.example/Sintel.mp4"));
  }

  @Test
  void whatIsOnlyGoodToKnowIsForgiven() {
    Metainfo torrent =
        TorrentMaker.single("Sintel.mp4", 9)
            .with("announce", 7)
            .with("announce-list", 7)
            .with("url-list", List.of(List.of(""), -20))
            .with("creation date", Long.MAX_VALUE)
            .with("comment", List.of())
            .withInfo("private", "yes")
            .read();

    assertThat(torrent.trackers()).isEmpty();
    assertThat(torrent.webSeeds()).isEmpty();
    assertThat(torrent.created()).isEmpty();
    assertThat(torrent.comment()).isEmpty();
    assertThat(torrent.isPrivate()).isFalse();
  }

  @Test
  void readsVersion2AndTheHashesOfEachFile() {
    TorrentMaker sintel = TorrentMaker.v2("Sintel", FILM, new File("a", 0), POSTER);

    Metainfo torrent = sintel.read();

    assertThat(torrent.infoHash()).isEmpty();
    assertThat(torrent.infoHashV2().orElseThrow().hex()).isEqualTo(hash("SHA-256", sintel));
    assertThat(torrent.files())
        .extracting(ContentFile::path)
        .containsExactly("Sintel.mp4", "a", "extras/poster.jpg");
    assertThat(torrent.files())
        .extracting(ContentFile::offsetBytes)
        .containsExactly(0L, 100_000L, 131_072L);
    assertThat(torrent.files().get(0).pieceHashes()).hasSize(4 * 32);
    assertThat(torrent.files().get(1).pieceHashes()).isEmpty();
    assertThat(torrent.files().get(2).pieceHashes()).isEqualTo(TorrentMaker.root(900));
    assertThat(torrent.pieceCount()).isEqualTo(5);
    assertThat(torrent.pieceHashes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 16_384, 16_385, 32_768, 32_769, 65_536, 98_305, 1_000_000})
  void provesFilesOfEverySize(long bytes) {
    Metainfo torrent = TorrentMaker.v2("Sintel.mp4", new File("Sintel.mp4", bytes)).read();

    assertThat(torrent.isSingleFile()).isTrue();
    assertThat(torrent.sizeBytes()).isEqualTo(bytes);
    assertThat(torrent.files().get(0).pieceHashes()).hasSize(32 * torrent.pieceCount());
  }

  @Test
  void readsAHybridAndLeavesItsPaddingOut() {
    TorrentMaker sintel = TorrentMaker.hybrid("Sintel", FILM, POSTER);

    Metainfo torrent = sintel.read();

    assertThat(torrent.infoHash().orElseThrow().hex()).isEqualTo(hash("SHA-1", sintel));
    assertThat(torrent.infoHashV2().orElseThrow().hex()).isEqualTo(hash("SHA-256", sintel));
    assertThat(torrent.sizeBytes()).isEqualTo(100_900);
    assertThat(torrent.rowBytes()).isEqualTo(131_072 + 900);
    assertThat(torrent.files())
        .extracting(ContentFile::path)
        .containsExactly("Sintel.mp4", "extras/poster.jpg");
    assertThat(torrent.files().get(1).offsetBytes()).isEqualTo(131_072);
    assertThat(torrent.pieceCount()).isEqualTo(5);
    assertThat(torrent.pieceHashes()).hasSize(100);
    assertThat(torrent.files().get(0).pieceHashes()).hasSize(128);
  }

  @Test
  void readsAHybridWithoutLayersAsItsMetadataComesFromPeers() {
    TorrentMaker whole = TorrentMaker.hybrid("Sintel", FILM, POSTER);

    Metainfo bare = Metainfo.read(whole.without("piece layers").bytes());

    assertThat(bare.infoHash()).isPresent();
    assertThat(bare.infoHashV2()).isPresent();
    assertThat(bare.files()).extracting(ContentFile::sizeBytes).contains(FILM.bytes());
    assertThat(bare.files().get(0).pieceHashes()).isEmpty();
  }

  @Test
  void namesWhatASymbolicLinkLeadsTo() {
    Metainfo torrent =
        TorrentMaker.folder("Sintel", FILM)
            .withInfo(
                "files",
                List.of(
                    FILM.entry(),
                    map("attr", "l", "path", List.of("a"), "symlink path", List.of("b", "c"))))
            .read();

    assertThat(torrent.files()).extracting(ContentFile::sizeBytes).containsExactly(100_000L, 0L);
    assertThat(torrent.files().get(0).linksTo()).isEmpty();
    assertThat(torrent.files().get(1).linksTo()).contains("b/c");
  }

  @Test
  void readsNamesInTheirCharset() {
    assertThat(TorrentMaker.single("Açaí – 映画", 9).read().name()).isEqualTo("Açaí – 映画");
    assertThat(named("A\u00e7a\u00ed".getBytes(ISO_8859_1)).read().name()).isEqualTo("Açaí");
    assertThat(
            named(HexFormat.of().parseHex("cff0e8e2e5f2")).with("encoding", "windows-1251").read())
        .extracting(Metainfo::name)
        .isEqualTo("Привет");
    assertThat(named(new byte[] {(byte) 0x80}).with("encoding", "no/charset").read().name())
        .isEqualTo("€");
    assertThat(TorrentMaker.single("?", 9).withInfo("name.utf-8", "Açaí").read().name())
        .isEqualTo("Açaí");
  }

  @Test
  void keysOfVersion1MayStandInAWrongOrder() {
    byte[] file =
        Bencode.bytes(
            map(
                "info",
                map(
                    "pieces",
                    TorrentMaker.sha1s(9),
                    "piece length",
                    32_768,
                    "name",
                    "Sintel.mp4",
                    "length",
                    9)));

    assertThat(Metainfo.read(file).sizeBytes()).isEqualTo(9);
  }

  @Test
  void whiteSpaceBehindTheEndIsForgiven() {
    byte[] file = TorrentMaker.single("Sintel.mp4", 9).bytes();
    byte[] longer = Arrays.copyOf(file, file.length + 2);
    longer[file.length] = '\r';
    longer[file.length + 1] = '\n';

    assertThat(Metainfo.read(longer).infoHash()).isEqualTo(Metainfo.read(file).infoHash());
  }

  @Test
  void givesTheLinkToTheSameTorrent() {
    Metainfo torrent =
        TorrentMaker.hybrid("Sintel & more", FILM, POSTER)
            .with("announce", "http://one.example/a?passkey=0123456789abcdef&b")
            .with("url-list", "http://seed.example/s")
            .read();

    MagnetLink link = torrent.magnet();

    assertThat(link.infoHash()).isEqualTo(torrent.infoHash());
    assertThat(link.infoHashV2()).isEqualTo(torrent.infoHashV2());
    assertThat(link.name()).contains("Sintel & more");
    assertThat(link.sizeBytes()).hasValue(100_900);
    assertThat(List.of(link.trackers())).isEqualTo(torrent.trackers());
    assertThat(link.webSeeds()).isEqualTo(torrent.webSeeds());
    assertThat(link.withoutSecrets().trackers()).isEmpty();
  }

  @Test
  void givesALinkThatIsNotTooLongForAnyNumberOfTrackers() {
    List<String> trackers =
        IntStream.range(0, 5_000).mapToObj(i -> "udp://tracker.example:6969/" + i).toList();

    Metainfo torrent =
        TorrentMaker.single("Sintel.mp4", 9)
            .with("announce-list", Collections.nCopies(3, trackers))
            .read();

    assertThat(torrent.trackers()).hasSize(1);
    assertThat(torrent.trackers().get(0)).hasSize(1_000);
    assertThat(torrent.magnet().trackers()).hasSizeBetween(500, 1_000);
  }

  @Test
  void givesTheContentsOfARelease() {
    assertThat(TorrentMaker.hybrid("Sintel", FILM, POSTER).read().contents(NOW))
        .isEqualTo(
            new Contents(
                "Sintel",
                List.of(
                    new Contents.File("Sintel.mp4", 100_000),
                    new Contents.File("extras/poster.jpg", 900)),
                NOW));
  }

  @Test
  void readsFilesAndStreams(@TempDir Path folder) throws IOException {
    byte[] bytes = TorrentMaker.single("Sintel.mp4", 9).bytes();
    Path file = Files.write(folder.resolve("sintel.torrent"), bytes);

    assertThat(Metainfo.read(file).name()).isEqualTo("Sintel.mp4");
    assertThat(Metainfo.read(new ByteArrayInputStream(bytes)).name()).isEqualTo("Sintel.mp4");
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> Metainfo.read(folder.resolve("other.torrent")));
  }

  @Test
  void readsNoFurtherThanItsLimit() throws IOException {
    try (InputStream endless = new Endless()) {
      assertThatExceptionOfType(MetainfoException.class)
          .isThrownBy(() -> Metainfo.read(endless))
          .withMessage("the file has more than 16777216 bytes")
          .returns(Reason.TOO_LARGE, MetainfoException::reason);
    }
  }

  @Test
  void isNotChangedThroughWhatItGives() {
    byte[] bytes = TorrentMaker.hybrid("Sintel", FILM).bytes();
    Metainfo torrent = Metainfo.read(bytes);
    byte[] info = torrent.info();

    Arrays.fill(bytes, (byte) 0);
    Arrays.fill(torrent.info(), (byte) 0);
    Arrays.fill(torrent.pieceHashes(), (byte) 0);
    Arrays.fill(torrent.files().get(0).pieceHashes(), (byte) 0);

    assertThat(torrent.info()).isEqualTo(info);
    assertThat(torrent.pieceHashes()).isEqualTo(TorrentMaker.sha1s(100_000));
    assertThat(torrent.files().get(0).pieceHashes()).isNotEqualTo(new byte[128]);
  }

  private static TorrentMaker named(byte[] name) {
    return TorrentMaker.single("", 9).withInfo("name", name);
  }

  private static String hash(String algorithm, TorrentMaker torrent) {
    return HexFormat.of().formatHex(TorrentMaker.digest(algorithm, torrent.infoBytes()));
  }

  /** Zeros without end. */
  private static final class Endless extends InputStream {
    @Override
    public int read() {
      return 0;
    }
  }
}
