package org.betor.p2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.betor.p2p.Clients.PATIENCE;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.SeedOptions;
import org.betor.api.spi.SeedingGoal;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient.Rates;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentSource;
import org.betor.api.spi.TorrentState;
import org.betor.api.spi.TorrentState.Stopped;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StreamTest {
  private static final int MIB = 1 << 20;
  private static final Rates SLOW = down(2 * MIB);
  private static final Rates NEXT_TO_NOTHING = down(1);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  @TempDir private Path temp;
  private Clients clients;

  @BeforeEach
  void open() {
    clients = new Clients(temp);
  }

  @AfterEach
  void close() {
    clients.close();
    threads.shutdownNow();
  }

  @Test
  void aFilmIsReadInOrderWhileItDownloads() throws Exception {
    Film film = Film.in(temp.resolve("seed"), 6 * MIB);
    Torrent.Streamable torrent = download(film, SLOW);

    try (InputStream stream = torrent.openStream(0)) {
      assertThat(stream.readNBytes(MIB)).isEqualTo(Arrays.copyOf(film.bytes(), MIB));
      assertThat(torrent.snapshot().isFinished()).isFalse();
      torrent.limit(Rates.UNLIMITED);
      assertThat(stream.readAllBytes())
          .isEqualTo(Arrays.copyOfRange(film.bytes(), MIB, film.bytes().length));
    }
  }

  @Test
  void aSeekToTheFarEndIsServedBeforeTheMiddleIsHere() throws Exception {
    Film film = Film.in(temp.resolve("seed"), 40 * MIB);
    Torrent.Streamable torrent = download(film, SLOW);

    try (SeekableByteChannel channel = torrent.open(0)) {
      assertThat(read(channel, 1_000)).isEqualTo(Arrays.copyOf(film.bytes(), 1_000));
      channel.position(30 * MIB);
      assertThat(read(channel, MIB))
          .isEqualTo(Arrays.copyOfRange(film.bytes(), 30 * MIB, 31 * MIB));

      assertThat(channel.position()).isEqualTo(31 * MIB);
      assertThat(torrent.snapshot().progress()).isLessThan(0.5);
    }
  }

  @Test
  void twoReadersAreServedSideBySide() throws Exception {
    Film film = Film.in(temp.resolve("seed"), 40 * MIB);
    Torrent.Streamable torrent = download(film, down(4 * MIB));

    Future<byte[]> first = inBackground(() -> readAt(torrent, 5 * MIB));
    Future<byte[]> second = inBackground(() -> readAt(torrent, 30 * MIB));

    assertThat(first.get()).isEqualTo(Arrays.copyOfRange(film.bytes(), 5 * MIB, 6 * MIB));
    assertThat(second.get()).isEqualTo(Arrays.copyOfRange(film.bytes(), 30 * MIB, 31 * MIB));
    assertThat(torrent.snapshot().progress()).isLessThan(0.5);
  }

  @Test
  void aReaderHasAPositionAndAnEnd() throws Exception {
    Film film = Film.in(temp.resolve("seed"), 100_000);
    Torrent.Streamable torrent = download(film, Rates.UNLIMITED);

    try (SeekableByteChannel channel = torrent.open(0)) {
      assertThat(channel.size()).isEqualTo(100_000);
      assertThat(channel.position()).isZero();
      channel.position(99_990);
      ByteBuffer target = ByteBuffer.allocate(20);
      assertThat(channel.read(target)).isEqualTo(10);
      assertThat(target.position()).isEqualTo(10);
      assertThat(channel.read(target)).isEqualTo(-1);
      assertThat(channel.position(200_000).read(target)).isEqualTo(-1);
      assertThatThrownBy(() -> channel.position(-1)).isInstanceOf(IllegalArgumentException.class);
      assertThat(channel.position(99_999).read(ByteBuffer.allocate(0))).isZero();
    }
  }

  @Test
  void aReaderWritesNothing() throws Exception {
    Film film = Film.in(temp.resolve("seed"), 100_000);
    SeekableByteChannel channel = download(film, Rates.UNLIMITED).open(0);

    assertThatThrownBy(() -> channel.write(ByteBuffer.allocate(1)))
        .isInstanceOf(NonWritableChannelException.class);
    assertThatThrownBy(() -> channel.truncate(0)).isInstanceOf(NonWritableChannelException.class);
    channel.close();
    channel.close();
    assertThat(channel.isOpen()).isFalse();
    assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(1)))
        .isInstanceOf(ClosedChannelException.class);
    assertThatThrownBy(channel::size).isInstanceOf(ClosedChannelException.class);
  }

  @Test
  void aReaderOutOfPatienceMayTryAgain() throws Exception {
    Film film = Film.in(temp.resolve("seed"), MIB);
    Torrent.Streamable torrent = download(film, NEXT_TO_NOTHING);

    try (SeekableByteChannel channel = torrent.open(0, Duration.ofMillis(20))) {
      assertThatExceptionOfType(SocketTimeoutException.class)
          .isThrownBy(() -> channel.read(ByteBuffer.allocate(10)))
          .withMessageContaining(film.infoHash().hex())
          .withMessageContaining("PT0.02S");

      torrent.limit(Rates.UNLIMITED);
      torrent.await(TorrentSnapshot::isFinished, PATIENCE);
      assertThat(read(channel, 10)).isEqualTo(Arrays.copyOf(film.bytes(), 10));
    }
  }

  @Test
  void anInterruptClosesAReaderThatWaits() throws Exception {
    Torrent.Streamable torrent = download(Film.in(temp.resolve("seed"), MIB), NEXT_TO_NOTHING);
    SeekableByteChannel channel = torrent.open(0);
    FutureTask<byte[]> reading = new FutureTask<>(() -> read(channel, 1));
    Thread reader = new Thread(reading);
    reader.start();

    reader.interrupt();

    assertThatThrownBy(() -> get(reading)).isInstanceOf(ClosedByInterruptException.class);
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void whoIsInterruptedBeforeItReadsReadsNothing() throws Exception {
    Film film = Film.in(temp.resolve("seed"), MIB);
    Torrent.Streamable torrent = download(film, Rates.UNLIMITED);
    torrent.await(TorrentSnapshot::isFinished, PATIENCE);

    try (SeekableByteChannel channel = torrent.open(0);
        SeekableByteChannel other = torrent.open(0)) {
      read(channel, 1);
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(1)))
          .isInstanceOf(ClosedByInterruptException.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(channel.isOpen()).isFalse();
      assertThat(read(other, 10)).isEqualTo(Arrays.copyOf(film.bytes(), 10));
    }
  }

  @Test
  void aReaderThatWaitsIsClosedByAnother() throws Exception {
    Torrent.Streamable torrent = download(Film.in(temp.resolve("seed"), MIB), NEXT_TO_NOTHING);
    SeekableByteChannel channel = torrent.open(0);
    Future<byte[]> reading = inBackground(() -> read(channel, 1));

    channel.close();

    assertThatThrownBy(() -> get(reading)).isInstanceOf(ClosedChannelException.class);
  }

  @Test
  void aReaderIsToldWhenItsTorrentIsRemoved() throws Exception {
    Film film = Film.in(temp.resolve("seed"), MIB);
    Torrent.Streamable torrent = download(film, NEXT_TO_NOTHING);
    Future<byte[]> reading = inBackground(() -> readAt(torrent, 0));
    SeekableByteChannel other = torrent.open(0);

    torrent.removeWithFiles();

    assertIsOver(() -> get(reading), film, "removed");
    assertIsOver(() -> read(other, 1), film, "removed");
    assertIsOver(() -> torrent.open(0), film, "removed");
  }

  @Test
  void aReaderIsToldWhenItsClientIsClosed() throws Exception {
    Film film = Film.in(temp.resolve("seed"), MIB);
    Torrent.Streamable torrent = download(film, NEXT_TO_NOTHING);
    SeekableByteChannel channel = torrent.open(0);
    Future<byte[]> reading = inBackground(() -> read(channel, 1));

    clients.close();

    assertIsOver(() -> get(reading), film, "closed");
    assertIsOver(() -> torrent.open(0), film, "closed");
  }

  @Test
  void aReaderIsToldWhenItsTorrentFails() throws Exception {
    Film film = Film.in(temp.resolve("seed"), MIB);
    Torrent.Streamable torrent = download(film, NEXT_TO_NOTHING);
    SeekableByteChannel channel = torrent.open(0);
    Future<byte[]> reading = inBackground(() -> read(channel, 1));
    Files.createDirectories(temp.resolve("films").resolve(Film.NAME).resolve("in the way"));

    torrent.limit(Rates.UNLIMITED);

    assertIsOver(() -> get(reading), film, "films");
    assertThat(torrent.snapshot().state()).isInstanceOf(TorrentState.Failed.class);
    assertIsOver(() -> read(channel, 1), film, "films");
  }

  @Test
  void aReaderOutlivesAPause() throws Exception {
    Film film = Film.in(temp.resolve("seed"), MIB);
    Torrent.Streamable torrent = download(film, NEXT_TO_NOTHING);
    SeekableByteChannel channel = torrent.open(0);
    Future<byte[]> reading = inBackground(() -> read(channel, MIB));

    torrent.pause();
    torrent.limit(Rates.UNLIMITED);
    torrent.resume();

    assertThat(reading.get()).isEqualTo(film.bytes());
  }

  @Test
  void aFileThatIsNotWantedIsWantedFromThenOn() throws Exception {
    Path folder = Files.createDirectories(temp.resolve("seed").resolve("Series"));
    byte[] episode = bytes(300_000);
    Files.write(folder.resolve("S01E01.mkv"), bytes(400_000));
    Files.write(folder.resolve("S01E02.mkv"), episode);
    BtClient seeder = clients.open("seeder");
    Torrent.Streamable seeded =
        seeder.seed(folder, SeedOptions.builder().pieceBytes(16 << 10).build());
    Torrent.Streamable torrent =
        clients
            .open("leecher")
            .add(
                TorrentSource.of(seeded.metainfo().orElseThrow()),
                AddOptions.builder(temp.resolve("films"))
                    .files(Set.of(0))
                    .peers(List.of(Clients.at(seeder)))
                    .build());
    torrent.await(TorrentSnapshot::isFinished, PATIENCE);

    try (InputStream stream = torrent.openStream(1)) {
      assertThat(stream.readAllBytes()).isEqualTo(episode);
    }
    TorrentSnapshot end = torrent.await(TorrentSnapshot::isFinished, PATIENCE);
    assertThat(end.verifiedBytes()).isEqualTo(700_000);
  }

  @Test
  void whatAnEarlierClientDownloadedIsReadThoughItStandsStill() throws Exception {
    Film film = Film.in(temp.resolve("seed"), MIB);
    BtClient seeder = clients.seeder(film);
    AddOptions options =
        AddOptions.builder(temp.resolve("films"))
            .peers(List.of(Clients.at(seeder)))
            .goal(SeedingGoal.WHEN_FINISHED)
            .build();
    try (BtClient first = Clients.builder(temp.resolve("leecher")).open()) {
      first
          .add(TorrentSource.of(film.metainfo()), options)
          .await(now -> now.state() instanceof Stopped, PATIENCE);
    }
    Path file = temp.resolve("films").resolve(Film.NAME);
    byte[] spoilt = film.bytes().clone();
    spoilt[Film.PIECE_BYTES] ^= 1;
    Files.write(file, spoilt);

    Torrent.Streamable torrent =
        clients.open("leecher").add(TorrentSource.of(film.metainfo()), options);
    try (SeekableByteChannel channel = torrent.open(0, Duration.ofMillis(500))) {
      assertThat(read(channel, Film.PIECE_BYTES))
          .isEqualTo(Arrays.copyOf(film.bytes(), Film.PIECE_BYTES));
      assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(1)))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void whatIsCheckedAnewIsReadAnew() throws Exception {
    Film film = Film.in(temp.resolve("seed"), MIB);
    Torrent.Streamable torrent = download(film, Rates.UNLIMITED);
    torrent.await(TorrentSnapshot::isFinished, PATIENCE);
    try (SeekableByteChannel channel = torrent.open(0)) {
      assertThat(read(channel, MIB)).isEqualTo(film.bytes());
      Path file = temp.resolve("films").resolve(Film.NAME);
      Files.move(file, temp.resolve("elsewhere"), StandardCopyOption.ATOMIC_MOVE);
      torrent.recheck();

      channel.position(0);
      assertThat(read(channel, MIB)).isEqualTo(film.bytes());
      assertThat(file).hasBinaryContent(film.bytes());
    }
  }

  @Test
  void whatCannotBeReadIsRefused() throws Exception {
    Film film = Film.in(temp.resolve("seed"), MIB);
    BtClient client = clients.open("leecher");
    Torrent.Streamable unknown =
        client.add(
            TorrentSource.of(MagnetLink.of(film.infoHash())), AddOptions.into(temp.resolve("x")));
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> unknown.open(0))
        .withMessageContaining(film.infoHash().hex())
        .withMessageContaining("metadata");

    Torrent.Streamable torrent = (Torrent.Streamable) clients.seeder(film).torrents().get(0);
    assertThatThrownBy(() -> torrent.open(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> torrent.open(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> torrent.open(0, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Torrent.Streamable download(Film film, Rates rates) throws IOException {
    BtClient seeder = clients.seeder(film);
    return clients
        .open("leecher")
        .add(
            TorrentSource.of(film.metainfo()),
            AddOptions.builder(temp.resolve("films"))
                .peers(List.of(Clients.at(seeder)))
                .rates(rates)
                .build());
  }

  private static byte[] readAt(Torrent.Streamable torrent, long position) throws IOException {
    try (SeekableByteChannel channel = torrent.open(0)) {
      return read(channel.position(position), MIB);
    }
  }

  private static byte[] read(SeekableByteChannel channel, int bytes) throws IOException {
    ByteBuffer target = ByteBuffer.allocate(bytes);
    while (target.hasRemaining() && channel.read(target) >= 0) {
      assertThat(channel.position()).isPositive();
    }
    return target.array();
  }

  private <T> Future<T> inBackground(Callable<T> work) {
    return threads.submit(work);
  }

  /** What it gave, or what it threw. */
  private static <T> T get(Future<T> work) throws Exception {
    try {
      return work.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw (Exception) e.getCause();
    }
  }

  private static void assertIsOver(Callable<?> reading, Film film, String why) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(reading::call)
        .withMessageContaining(film.infoHash().hex())
        .withMessageContaining(why);
  }

  private static Rates down(long bytesPerSecond) {
    return new Rates(OptionalLong.of(bytesPerSecond), OptionalLong.empty());
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    new Random(count).nextBytes(bytes);
    return bytes;
  }
}
