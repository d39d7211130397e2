package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentSource;
import org.betor.api.spi.TorrentState.Stopped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How files are read while they download: a part of {@link TorrentClientContract}, for clients that
 * can {@link TorrentClient.Ability#STREAM}.
 */
public interface TorrentStreaming extends TorrentClientUnderTest {

  /** Byte by byte, from its start to its end, whatever of it is here when it is opened. */
  @Test
  default void aFileIsReadWhileItDownloads(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.difficult();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent.Streamable torrent = streamed(peers, files, peers.options());

      for (int file = 0; file < files.count(); file++) {
        try (InputStream stream = torrent.openStream(file)) {
          assertThat(stream.readAllBytes()).isEqualTo(files.content(file));
        }
      }
    }
  }

  /** And goes on from wherever it is put. */
  @Test
  default void aReaderHasAPositionAndAnEnd(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.film(10 * InventedFiles.PIECE);
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent.Streamable torrent = streamed(peers, files, peers.options());
      try (SeekableByteChannel channel = torrent.open(0)) {
        byte[] all = files.content(0);
        assertThat(channel.size()).isEqualTo(all.length);
        assertThat(channel.position()).isZero();
        ByteBuffer last = ByteBuffer.allocate(10);
        assertThat(channel.position(all.length - 1).read(last)).isEqualTo(1);
        assertThat(last.get(0)).isEqualTo(all[all.length - 1]);
        assertThat(channel.position()).isEqualTo(all.length);
        assertThat(channel.read(last)).isEqualTo(-1);
        assertThat(channel.position(all.length + 9L).read(last)).isEqualTo(-1);
        assertThat(channel.position(5).read(last)).isPositive();
        assertThat(last.get(1)).isEqualTo(all[5]);
      }
    }
  }

  /** Nor does it give anything once it is closed. */
  @Test
  default void aReaderWritesNothing(@TempDir Path folder) throws Exception {
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      SeekableByteChannel channel = streamed(peers, InventedFiles.film(1), peers.options()).open(0);

      assertThatThrownBy(() -> channel.write(ByteBuffer.allocate(1)))
          .isInstanceOf(NonWritableChannelException.class);
      assertThatThrownBy(() -> channel.truncate(0)).isInstanceOf(NonWritableChannelException.class);
      channel.close();
      channel.close();
      assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(1)))
          .isInstanceOf(ClosedChannelException.class);
    }
  }

  /** What is wrong on disk is fetched first. */
  @Test
  default void whatIsReadIsRight(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.series();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      files.writeInto(peers.target());
      files.damage(peers.target(), 1);

      try (InputStream stream = streamed(peers, files, peers.options()).openStream(1)) {
        assertThat(stream.readAllBytes()).isEqualTo(files.content(1));
      }
    }
  }

  /** All of it, and nothing else. */
  @Test
  default void aFileThatIsReadIsWantedFromThenOn(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.series();
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent.Streamable torrent = streamed(peers, files, peers.options().files(Set.of(0)));
      TestedPeers.await(torrent, TorrentSnapshot::isFinished);
      long before = torrent.snapshot().wantedBytes();

      try (SeekableByteChannel channel = torrent.open(2)) {
        assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(1);
        TestedPeers.await(torrent, TorrentSnapshot::isFinished);
        files.assertIn(peers.target(), 2);
        assertThat(torrent.snapshot().wantedBytes()).isGreaterThan(before);
        assertThat(files.isIn(peers.target(), 1)).isFalse();
      }
    }
  }

  /** The same reader, when the torrent goes on. */
  @Test
  default void aReaderOutOfPatienceMayTryAgain(@TempDir Path folder) throws Exception {
    InventedFiles files = InventedFiles.film(3 * InventedFiles.PIECE);
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent.Streamable torrent = standing(peers, files);
      try (SeekableByteChannel channel = torrent.open(0, Duration.ofMillis(20))) {
        assertThatExceptionOfType(SocketTimeoutException.class)
            .isThrownBy(() -> channel.read(ByteBuffer.allocate(1)));

        torrent.resume();
        TestedPeers.await(torrent, TorrentSnapshot::isFinished);
        assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(1);
      }
    }
  }

  /** As files do. */
  @Test
  default void anInterruptClosesAReader(@TempDir Path folder) throws Exception {
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      SeekableByteChannel channel = standing(peers, InventedFiles.film(1)).open(0);
      FutureTask<Integer> reading = new FutureTask<>(() -> channel.read(ByteBuffer.allocate(1)));
      reader(reading).interrupt();

      assertThat(thrown(reading)).isInstanceOf(ClosedByInterruptException.class);
      assertThat(channel.isOpen()).isFalse();
    }
  }

  /** Which does not wait for the end of its patience. */
  @Test
  default void aReaderThatWaitsIsClosedByAnotherThread(@TempDir Path folder) throws Exception {
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      SeekableByteChannel channel = standing(peers, InventedFiles.film(1)).open(0);
      FutureTask<Integer> reading = new FutureTask<>(() -> channel.read(ByteBuffer.allocate(1)));
      reader(reading);
      channel.close();

      assertThat(thrown(reading)).isInstanceOf(ClosedChannelException.class);
    }
  }

  /** At once; and it cannot be opened again. */
  @Test
  default void aReaderIsToldWhenItsTorrentIsRemoved(@TempDir Path folder) throws Exception {
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent.Streamable torrent = standing(peers, InventedFiles.film(1));
      SeekableByteChannel channel = torrent.open(0);
      FutureTask<Integer> reading = new FutureTask<>(() -> channel.read(ByteBuffer.allocate(1)));
      reader(reading);
      torrent.remove();

      assertIsOver(thrown(reading));
      assertThatThrownBy(() -> torrent.open(0)).isInstanceOf(IOException.class);
    }
  }

  /** At once. */
  @Test
  default void aReaderIsToldWhenItsClientIsClosed(@TempDir Path folder) throws Exception {
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      SeekableByteChannel channel = standing(peers, InventedFiles.film(1)).open(0);
      FutureTask<Integer> reading = new FutureTask<>(() -> channel.read(ByteBuffer.allocate(1)));
      reader(reading);
      peers.leecher().close();

      assertIsOver(thrown(reading));
    }
  }

  /** With the exception that says what is wrong. */
  @Test
  default void whatIsNotThereIsNotOpened(@TempDir Path folder) throws Exception {
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      Torrent.Streamable torrent = streamed(peers, InventedFiles.film(1), peers.options());
      Torrent unknown =
          peers
              .leecher()
              .add(
                  TorrentSource.of(MagnetLink.parse("magnet:?xt=urn:btih:" + "ab".repeat(20))),
                  peers.options().build());

      assertThatThrownBy(() -> torrent.open(1)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> torrent.open(-1)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> streamable(unknown).open(0)).isInstanceOf(IOException.class);
    }
  }

  private static Torrent.Streamable streamed(
      TestedPeers peers, InventedFiles files, AddOptions.Builder options) throws Exception {
    assumeTrue(
        peers.leecher().abilities().contains(TorrentClient.Ability.STREAM),
        "this client says that it cannot stream");
    Torrent torrent = peers.leech(peers.seed(files), options);
    TestedPeers.await(torrent, TorrentSnapshot::hasMetadata);
    return streamable(torrent);
  }

  private static Torrent.Streamable streamable(Torrent torrent) {
    assertThat(torrent).isInstanceOf(Torrent.Streamable.class);
    return (Torrent.Streamable) torrent;
  }

  /** One of which nothing comes, until it is resumed. */
  private static Torrent.Streamable standing(TestedPeers peers, InventedFiles files)
      throws Exception {
    Torrent.Streamable torrent =
        streamed(peers, files, peers.options().start(AddOptions.Start.METADATA_ONLY));
    TestedPeers.await(torrent, now -> now.state() instanceof Stopped);
    return torrent;
  }

  private static Thread reader(Runnable reading) {
    Thread thread = new Thread(reading, "reads a torrent");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static Throwable thrown(FutureTask<Integer> reading) throws Exception {
    try {
      int count = reading.get(TestedPeers.PATIENCE.toSeconds(), TimeUnit.SECONDS);
      throw new AssertionError("read gave %d bytes of what is not there".formatted(count));
    } catch (ExecutionException e) {
      return Objects.requireNonNull(e.getCause(), "what was thrown");
    }
  }

  private static void assertIsOver(Throwable thrown) {
    assertThat(thrown)
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(SocketTimeoutException.class)
        .isNotInstanceOf(ClosedChannelException.class);
    assertThat(thrown.getMessage()).isNotBlank();
  }
}
