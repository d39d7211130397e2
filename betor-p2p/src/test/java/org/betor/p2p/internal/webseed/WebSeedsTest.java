package org.betor.p2p.internal.webseed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.p2p.internal.webseed.LoopbackFiles.answer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.betor.api.metainfo.ContentFile;
import org.betor.p2p.internal.disk.InventedTorrent;
import org.betor.p2p.internal.swarm.Deadlines;
import org.betor.p2p.internal.webseed.LoopbackFiles.Asked;
import org.betor.p2p.internal.webseed.LoopbackFiles.Manner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WebSeedsTest {
  private static final int PIECE = 64 << 10;
  private static final String SINGLE = "/Sintel.2010.mkv";

  @TempDir private Path folder;
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void asksForManyPiecesAtOnce() throws Exception {
    InventedTorrent film = InventedTorrent.single(PIECE, 100 * PIECE + 7);
    LoopbackFiles server = serving(film);

    bench(film, server.at(SINGLE)).finish();

    assertThat(folder.resolve("Sintel.2010.mkv")).hasBinaryContent(film.row());
    assertThat(server.asked()).hasSizeLessThan(20);
    assertThat(server.asked()).allMatch(asked -> asked.length() <= 4 << 20);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void crossesBordersOfFilesAndAsksForNeitherPaddingNorEmptyFiles(long seed) throws Exception {
    InventedTorrent series = InventedTorrent.random(new Random(seed));
    LoopbackFiles server = serving(series);
    WebSeedBench bench = bench(series, server.at("/"));

    bench.finish();
    bench.settle();

    for (int i = 0; i < series.metainfo().files().size(); i++) {
      ContentFile file = series.metainfo().files().get(i);
      if (file.sizeBytes() > 0) {
        assertThat(folder.resolve(series.metainfo().name()).resolve(file.path()))
            .hasBinaryContent(series.content(i));
      }
    }
    assertThat(server.asked()).allMatch(asked -> asked.file().length > 0 && asked.length() > 0);
    assertThat(bench.swarm.down().total()).isEqualTo(series.metainfo().sizeBytes());
  }

  static Stream<Manner> hostile() {
    return Stream.of(
        (asked, out) -> answer(out, "200 OK", "Content-Length: " + asked.file().length),
        (asked, out) -> answer(out, "206 Partial Content", asked.contentLength()),
        (asked, out) -> partial(out, "bytes 0-4/5", asked.contentLength()),
        (asked, out) -> partial(out, whole(asked) + "1", asked.contentLength()),
        (asked, out) -> partial(out, whole(asked), "Content-Length: " + (asked.length() + 1)),
        (asked, out) ->
            partial(out, whole(asked), asked.contentLength() + "\r\nContent-Encoding: gzip"),
        (asked, out) -> partial(out, whole(asked), "Content-Length: -1"),
        (asked, out) -> partial(out, whole(asked), "Transfer-Encoding: chunked\r\n\r\nzz"),
        (asked, out) -> {
          partial(out, whole(asked), asked.contentLength());
          out.write(new byte[asked.length()]);
        },
        (asked, out) -> {
          partial(out, whole(asked), asked.contentLength());
          out.write(asked.file(), asked.from(), asked.length() - 1);
        },
        (asked, out) -> {
          partial(out, whole(asked), "Server: none");
          out.write(asked.file(), asked.from(), asked.length() - 1);
        },
        (asked, out) -> {
          while (true) {
            out.write("X-Header: and another one\r\n".getBytes(StandardCharsets.US_ASCII));
          }
        },
        (asked, out) -> out.write("no HTTP\r\n\r\n".getBytes(StandardCharsets.US_ASCII)),
        (asked, out) -> answer(out, "302 Found", "Location: /apply?setting=1"),
        (asked, out) -> answer(out, "302 Found", "Location: " + asked.path()),
        (asked, out) -> answer(out, "302 Found", "Location: ftp://127.0.0.1/film"),
        (asked, out) -> answer(out, "302 Found", "Location: http://169.254.169.254/latest"),
        (asked, out) -> answer(out, "302 Found", "Location: http://[oh"),
        (asked, out) -> answer(out, "403 Forbidden", "Content-Length: 0"),
        (asked, out) -> answer(out, "404 Not Found", "Content-Length: 0"),
        (asked, out) -> answer(out, "416 Range Not Satisfiable", "Content-Length: 0"),
        (asked, out) -> answer(out, "500 Internal Server Error", "Content-Length: 0"),
        (asked, out) -> {});
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void finishesBesideAHostileOneThatIsAskedNoMoreInTheEnd(Manner manner) throws Exception {
    InventedTorrent film = InventedTorrent.single(PIECE, 40 * PIECE);
    LoopbackFiles hostile = serving(film).manner(manner);
    LoopbackFiles good = serving(film).manner(afterFirst(hostile));

    bench(film, hostile.at(SINGLE), good.at(SINGLE)).finish();

    assertThat(folder.resolve("Sintel.2010.mkv")).hasBinaryContent(film.row());
    assertThat(good.asked()).isNotEmpty();
    assertThat(hostile.asked()).hasSizeBetween(1, 70);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void writesNothingOfAHostileOne(Manner manner) throws Exception {
    InventedTorrent film = InventedTorrent.single(PIECE, 2 * PIECE);
    LoopbackFiles hostile = serving(film).manner(manner);
    WebSeedBench bench = bench(film, hostile.at(SINGLE));

    bench.pass();
    hostile.awaitAsked();
    bench.settle();
    bench.pass(30);
    bench.settle();

    assertThat(bench.pieces.count()).isLessThan(2);
  }

  @Test
  void takesWholeSmallFilesFromAServerThatKnowsNoParts() throws Exception {
    InventedTorrent series = InventedTorrent.folder(PIECE, 5_000, 70_000, 0, 3);
    LoopbackFiles server =
        serving(series)
            .manner(
                (asked, out) -> {
                  answer(out, "200 OK", "Transfer-Encoding: chunked");
                  for (int at = 0; at < asked.file().length; at += 999) {
                    int length = Math.min(999, asked.file().length - at);
                    out.write("%x;a=b\r\n".formatted(length).getBytes(StandardCharsets.US_ASCII));
                    out.write(asked.file(), at, length);
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                  }
                  out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                });

    WebSeedBench bench = bench(series, server.at("/"));

    bench.finish();
    assertThat(bench.gained).containsExactlyInAnyOrder(0, 1);
  }

  @Test
  void leavesAStalledOneAndFetchesItsPiecesElsewhere() throws Exception {
    InventedTorrent film = InventedTorrent.single(PIECE, 40 * PIECE);
    LoopbackFiles stalled = serving(film);
    stalled.manner(stalled::silence);
    LoopbackFiles good = serving(film);
    WebSeedBench bench = bench(film, stalled.at(SINGLE), good.at(SINGLE));

    bench.pass();
    bench.until(
        () -> !stalled.asked().isEmpty() && bench.pieces.count() == 40 - waitedFor(stalled));
    bench.pass(5);
    assertThat(bench.pieces.isFinished()).isFalse();

    bench.pass();
    bench.until(bench.pieces::isFinished);
    bench.pass();
    stalled.awaitCut();
  }

  @Test
  void fetchesFilesFromWhereTheyAre() throws Exception {
    InventedTorrent series = InventedTorrent.folder(PIECE, 10 * PIECE, 10 * PIECE);
    LoopbackFiles first = opened(LoopbackFiles.open());
    LoopbackFiles second = opened(LoopbackFiles.open());
    put(first, series, 0);
    put(second, series, 1);

    bench(series, first.at("/"), second.at("/")).finish();

    assertThat(first.asked()).anyMatch(asked -> asked.file().length > 0);
    assertThat(second.asked()).anyMatch(asked -> asked.file().length > 0);
    assertThat(first.asked()).filteredOn(asked -> asked.file().length == 0).hasSizeLessThan(3);
  }

  @Test
  void waitsAsLongAsABusyServerAsks() throws Exception {
    InventedTorrent film = InventedTorrent.single(PIECE, 2 * PIECE);
    LoopbackFiles server = serving(film);
    server.manner(
        (asked, out) -> {
          if (server.asked().size() == 1) {
            answer(out, "503 Service Unavailable", "Retry-After: 90", "Content-Length: 0");
          } else {
            LoopbackFiles.serve(asked, out);
          }
        });
    WebSeedBench bench = bench(film, server.at(SINGLE));

    bench.pass();
    bench.settle();
    bench.pass(89);
    bench.settle();
    assertThat(server.asked()).hasSize(1);

    bench.pass(2);
    bench.until(bench.pieces::isFinished);
  }

  @Test
  void cutsItsConnectionsWhenItStops() throws Exception {
    InventedTorrent film = InventedTorrent.single(PIECE, 40 * PIECE);
    LoopbackFiles server = serving(film);
    server.manner(server::silence);
    WebSeedBench bench = bench(film, server.at(SINGLE));
    bench.pass();
    server.awaitAsked();

    bench.stop();

    server.awaitCut();
    bench.pass(100);
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void fetchesWhatAReaderWaitsForInsteadOfWhatItLeftBehind() throws Exception {
    InventedTorrent film = InventedTorrent.single(PIECE, 600 * PIECE);
    LoopbackFiles server = serving(film);
    server.manner(server::silence);
    WebSeedBench bench = bench(film, server.at(SINGLE));
    Deadlines.Window reader = bench.pieces.deadlines().open(film.metainfo().files().get(0));
    bench.hurry();
    server.awaitAsked();
    server.manner(LoopbackFiles::serve);

    reader.move(300);
    bench.hurry();

    server.awaitCut();
    bench.until(() -> !bench.gained.isEmpty());
    assertThat(bench.gained).first().isEqualTo(300);
  }

  @Test
  void goesOnWithWhatComesIfNobodyWaitsForAnythingElse() throws Exception {
    InventedTorrent film = InventedTorrent.single(PIECE, 600 * PIECE);
    CountDownLatch late = new CountDownLatch(1);
    LoopbackFiles server = serving(film);
    server.manner(
        (asked, out) -> {
          late.await();
          LoopbackFiles.serve(asked, out);
        });
    WebSeedBench bench = bench(film, server.at(SINGLE));
    bench.pass();
    server.awaitAsked();

    bench.hurry();

    late.countDown();
    bench.until(() -> !bench.gained.isEmpty());
    assertThat(server.asked()).extracting(Asked::from).doesNotHaveDuplicates();
    assertThat(bench.gained).first().isEqualTo(server.asked().get(0).from() / PIECE);
  }

  @Test
  void staysWithinALimit() throws Exception {
    int perSecond = 100_000;
    InventedTorrent film = InventedTorrent.single(PIECE, 20 * PIECE);
    LoopbackFiles server = serving(film);
    WebSeedBench bench = bench(film, server.at(SINGLE));
    bench.throttle.limit(OptionalLong.of(perSecond));

    for (int second = 1; !bench.pieces.isFinished(); second++) {
      bench.pass();
      bench.settle();
      assertThat(bench.swarm.down().total()).isLessThan((second + 4L) * perSecond);
      assertThat(second).isLessThan(100);
    }

    assertThat(folder.resolve("Sintel.2010.mkv")).hasBinaryContent(film.row());
  }

  @Test
  void asksNobodyWithoutNeed() throws Exception {
    InventedTorrent film = InventedTorrent.single(PIECE, 2 * PIECE);
    LoopbackFiles server = serving(film);
    WebSeedBench bench = bench(film, server.at(SINGLE), URI.create("ftp://127.0.0.1/film"));
    bench.pieces.gained(0);
    bench.pieces.gained(1);

    bench.pass(10);

    assertThat(server.asked()).isEmpty();
  }

  private static int waitedFor(LoopbackFiles server) {
    return server.asked().stream().mapToInt(asked -> asked.length() / PIECE).sum();
  }

  private static void partial(OutputStream out, String range, String other) throws IOException {
    answer(out, "206 Partial Content", "Content-Range: " + range, other);
  }

  private static String whole(Asked asked) {
    return asked.contentRange().substring("Content-Range: ".length());
  }

  /** Serves well, but not before the other one was asked. */
  private static Manner afterFirst(LoopbackFiles other) {
    return (asked, out) -> {
      other.awaitAsked();
      LoopbackFiles.serve(asked, out);
    };
  }

  private LoopbackFiles serving(InventedTorrent torrent) throws Exception {
    LoopbackFiles server = opened(LoopbackFiles.open());
    if (torrent.metainfo().isSingleFile()) {
      return server.put(SINGLE, torrent.row());
    }
    IntStream.range(0, torrent.metainfo().files().size()).forEach(i -> put(server, torrent, i));
    return server;
  }

  private static void put(LoopbackFiles server, InventedTorrent series, int file) {
    String path = "/" + series.metainfo().name() + "/" + series.metainfo().files().get(file).path();
    server.put(path.replace(" ", "%20"), series.content(file));
  }

  private WebSeedBench bench(InventedTorrent torrent, URI... seeds) {
    return opened(new WebSeedBench(torrent, folder, seeds));
  }

  private <C extends AutoCloseable> C opened(C each) {
    open.add(0, each);
    return each;
  }
}
