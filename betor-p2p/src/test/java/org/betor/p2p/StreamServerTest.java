package org.betor.p2p;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.betor.api.metainfo.Metainfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamServerTest {
  private static final int SIZE = 300_000;

  @TempDir private Path temp;

  private final ExecutorService others = Executors.newCachedThreadPool();
  private final byte[] film = new byte[SIZE];
  private Metainfo metainfo;
  private StreamedFiles torrent;
  private StreamServer server;

  @BeforeEach
  void serve() throws Exception {
    new Random(7).nextBytes(film);
    Path folder = temp.resolve("Sintel");
    Files.createDirectories(folder.resolve("Legendas & mais"));
    Files.write(folder.resolve("Sintel.mp4"), film);
    Files.writeString(folder.resolve("Legendas & mais/100% ção? #1+2.srt"), "Olá");
    Files.createFile(folder.resolve("empty.vtt"));
    metainfo = Film.metainfo(folder, Film.OPTIONS);
    torrent = new StreamedFiles(metainfo, folder);
    server = StreamServer.open(torrent);
  }

  @AfterEach
  void close() {
    server.close();
    others.shutdownNow();
  }

  @Test
  void servesAFileWithItsLengthTypeAndTag() throws Exception {
    torrent.arrive();

    Fetched answer = Fetched.get(film());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(film);
    assertThat(answer.headers("Content-Length", "Content-Type", "Accept-Ranges", "ETag"))
        .containsExactly("300000", "video/mp4", "bytes", tag());
    assertThat(answer.headers())
        .doesNotContainKeys("Access-Control-Allow-Origin", "Content-Range", "Transfer-Encoding");
  }

  @Test
  void saysThatAFileIsThereWithoutReadingIt() throws Exception {
    Fetched answer = Fetched.head(film(), "Range", "bytes=0-1");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers("Content-Length", "Accept-Ranges"))
        .containsExactly("300000", "bytes");
    assertThat(torrent.readers()).isZero();
  }

  @Test
  void servesFilesWhoseNamesNeedEncoding() throws Exception {
    torrent.arrive();
    URI subtitle = server.address(index("Legendas & mais/100% ção? #1+2.srt"));

    Fetched answer = Fetched.get(subtitle);

    assertThat(subtitle.getRawPath())
        .endsWith("/Legendas%20%26%20mais/100%25%20%C3%A7%C3%A3o%3F%20%231%2B2.srt");
    assertThat(new String(answer.body(), UTF_8)).isEqualTo("Olá");
    assertThat(answer.headers("Content-Type")).containsExactly("application/x-subrip");
  }

  @Test
  void findsFilesHoweverTheirNamesAreEncoded() throws Exception {
    torrent.arrive();

    assertThat(
            Fetched.get(URI.create(film().toString().replace("Sintel", "%53%69n%74el") + "?x=1"))
                .body())
        .isEqualTo(film);
  }

  @Test
  void servesAnEmptyFile() throws Exception {
    Fetched answer = Fetched.get(server.address(index("empty.vtt")), "Range", "bytes=-5");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers("Content-Length", "Content-Type")).containsExactly("0", "text/vtt");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0",
    "bytes=0-, 0, 299999",
    "Bytes=1000-1999, 1000, 1999",
    "bytes=299999-, 299999, 299999",
    "bytes=299990-400000, 299990, 299999",
    "bytes=0-99999999999999999999999, 0, 299999",
    "bytes=-1, 299999, 299999",
    "bytes=-100000, 200000, 299999",
    "bytes=-400000, 0, 299999"
  })
  void servesARange(String range, int first, int last) throws Exception {
    torrent.arrive();

    Fetched answer = Fetched.get(film(), "Range", range);

    assertThat(answer.status()).isEqualTo(206);
    assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(film, first, last + 1));
    assertThat(answer.headers("Content-Range", "Content-Length"))
        .containsExactly(
            "bytes %d-%d/%d".formatted(first, last, SIZE), String.valueOf(last - first + 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=300000-", "bytes=300000-300001", "bytes=-0"})
  void refusesARangeThatLiesBehindTheEnd(String range) throws Exception {
    Fetched answer = Fetched.get(film(), "Range", range);

    assertThat(answer.status()).isEqualTo(416);
    assertThat(answer.headers("Content-Range", "Content-Length"))
        .containsExactly("bytes */300000", "0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=0-1,5-6",
        "bytes=5-1",
        "bytes=a-b",
        "bytes=-",
        "bytes 0-1",
        "pieces=0-1",
        "-"
      })
  void sendsAllForSeveralRangesAndForWhatIsNone(String range) throws Exception {
    torrent.arrive();

    Fetched answer = Fetched.get(film(), "Range", range);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(film);
  }

  @Test
  void sendsARangeOnlyOfWhatItWasMeantFor() throws Exception {
    torrent.arrive();

    assertThat(Fetched.get(film(), "Range", "bytes=0-1", "If-Range", tag()).status())
        .isEqualTo(206);
    assertThat(Fetched.get(film(), "Range", "bytes=0-1", "If-Range", "\"other\"").status())
        .isEqualTo(200);
    assertThat(
            Fetched.get(film(), "Range", "bytes=0-1", "If-Range", "Sat, 29 Oct 1994 19:43:31 GMT")
                .status())
        .isEqualTo(200);
  }

  @Test
  void sendsNothingToThoseWhoHaveItOrWantSomethingElse() throws Exception {
    Fetched known = Fetched.get(film(), "If-None-Match", "\"other\", " + tag());
    Fetched other = Fetched.get(film(), "If-Match", "\"other\"");

    assertThat(known.status()).isEqualTo(304);
    assertThat(known.headers("ETag")).containsExactly(tag());
    assertThat(other.status()).isEqualTo(412);
    assertThat(torrent.readers()).isZero();
  }

  @Test
  void sendsWhatIsHereAndTheRestWhenItComes() throws Exception {
    torrent.arrive(index("Sintel.mp4"), 0, 1000);
    InputStream body = film().toURL().openStream();
    assertThat(body.readNBytes(1000)).isEqualTo(Arrays.copyOf(film, 1000));
    assertThat(server.position(index("Sintel.mp4"))).hasValue(1000);

    torrent.arrive();

    assertThat(body.readAllBytes()).isEqualTo(Arrays.copyOfRange(film, 1000, SIZE));
    assertThat(server.position(index("empty.vtt"))).isEmpty();
  }

  @Test
  void servesOthersWhileOneWaits() throws Exception {
    torrent.arrive(index("Sintel.mp4"), 200_000, SIZE);
    List<Future<Fetched>> waiting = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      waiting.add(others.submit(() -> Fetched.get(film())));
    }
    Clients.eventually("five wait", () -> torrent.waitingReaders() == 5);

    assertThat(Fetched.get(film(), "Range", "bytes=200000-").body())
        .isEqualTo(Arrays.copyOfRange(film, 200_000, SIZE));

    torrent.arrive();
    for (Future<Fetched> answer : waiting) {
      assertThat(answer.get().body()).isEqualTo(film);
    }
  }

  @Test
  void servesTheSameConnectionAgainAndAgain() throws Exception {
    torrent.arrive();
    for (int i = 0; i < 100; i++) {
      assertThat(Fetched.get(film(), "Range", "bytes=%d-%d".formatted(i, i)).body())
          .containsExactly(film[i]);
    }
    Clients.eventually("all are done with", () -> torrent.readers() == 0);
  }

  @Test
  void hasNoFilesBeforeTheMetadataIsHere() throws Exception {
    URI address = film();
    torrent.withoutMetadata();

    assertThat(Fetched.get(address).status()).isEqualTo(404);
    assertThatThrownBy(() -> server.address(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("await its metadata");
  }

  @Test
  void hasAddressesThatNobodyGuesses() throws Exception {
    try (StreamServer other = StreamServer.open(torrent)) {
      assertThat(secretOf(other)).matches("[0-9a-f]{32}").isNotEqualTo(secretOf(server));
      assertThat(
              Fetched.get(
                      URI.create(
                          film()
                              .toString()
                              .replace(":" + film().getPort(), ":" + other.address(0).getPort())))
                  .status())
          .isEqualTo(404);
    }
  }

  @Test
  void hasNoAddressForAFileThatIsNotThere() {
    assertThatThrownBy(() -> server.address(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> server.address(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void listensAtTheAskedPortAndNamesOneThatIsTaken() throws Exception {
    int port = film().getPort();
    assertThatThrownBy(() -> StreamServer.open(torrent, port))
        .isInstanceOf(BindException.class)
        .hasMessageContaining("127.0.0.1:" + port);
    server.close();

    try (StreamServer again = StreamServer.open(torrent, port)) {
      assertThat(again.address(0).getPort()).isEqualTo(port);
    }
  }

  private URI film() {
    return server.address(metainfo.mainFile());
  }

  private String tag() {
    return "\"%s-%d\"".formatted(metainfo.infoHash().orElseThrow(), metainfo.mainFile());
  }

  private int index(String path) {
    return metainfo.files().stream().map(file -> file.path()).toList().indexOf(path);
  }

  private static String secretOf(StreamServer server) {
    return Path.of(server.address(0).getPath()).getName(0).toString();
  }
}
