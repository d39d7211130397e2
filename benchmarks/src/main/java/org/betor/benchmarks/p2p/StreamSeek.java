package org.betor.benchmarks.p2p;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentSource;
import org.betor.p2p.BtClient;

/**
 * Reads a film while it downloads, as a player does: {@code FOLDER OWN MAGNET ORIGINAL}. From its
 * start, and then from ten random places, always the same ones; what is read is compared with the
 * original. Prints seconds: {@code first byte S} since the metadata, {@code start S} and ten times
 * {@code seek MIB S}, each the longest time that a read took there.
 */
public final class StreamSeek {
  private static final int MIB = 1 << 20;
  private static final int CHUNK_BYTES = 64 << 10;
  private static final long BYTES_PER_SECOND = 8 * MIB;
  private static final int AT_THE_START_BYTES = 32 * MIB;
  private static final int AFTER_A_SEEK_BYTES = 8 * MIB;
  private static final int SEEKS = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
  private final ByteBuffer right = ByteBuffer.allocate(CHUNK_BYTES);
  private final SeekableByteChannel film;
  private final FileChannel original;

  private StreamSeek(SeekableByteChannel film, FileChannel original) {
    this.film = film;
    this.original = original;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    try (BtClient client =
        BtClient.builder(Path.of(arguments[1]))
            .bind(InetAddress.getLoopbackAddress())
            .discovery(Set.of())
            .open()) {
      Torrent.Streamable torrent =
          client.add(
              TorrentSource.of(MagnetLink.parse(arguments[2])),
              AddOptions.into(Path.of(arguments[0])));
      torrent.await(TorrentSnapshot::hasMetadata, PATIENCE);
      long start = System.nanoTime();
      try (SeekableByteChannel film = torrent.open(0);
          FileChannel original = FileChannel.open(Path.of(arguments[3]))) {
        film.read(ByteBuffer.allocate(1));
        say("first byte", System.nanoTime() - start);
        new StreamSeek(film, original).run();
      }
    }
  }

  private void run() throws IOException {
    say("start", play(0, AT_THE_START_BYTES));
    Random random = new Random(2010);
    long end = film.size() - AFTER_A_SEEK_BYTES;
    for (int i = 0; i < SEEKS; i++) {
      long place = (long) (random.nextDouble() * end);
      say("seek " + place / MIB, play(place, AFTER_A_SEEK_BYTES));
    }
  }

  /** Reads at the pace of a film; the longest read in nanoseconds. */
  private long play(long place, long bytes) throws IOException {
    film.position(place);
    long longest = 0;
    long due = System.nanoTime();
    for (long end = Math.min(film.size(), place + bytes); film.position() < end; ) {
      long at = film.position();
      long before = System.nanoTime();
      int count = film.read(chunk.clear());
      long after = System.nanoTime();
      longest = Math.max(longest, after - before);
      compare(at, count);
      due = Math.max(due, before) + count * Duration.ofSeconds(1).toNanos() / BYTES_PER_SECOND;
      for (long left; (left = due - System.nanoTime()) > 0; ) {
        LockSupport.parkNanos(left);
      }
    }
    return longest;
  }

  private void compare(long at, int count) throws IOException {
    right.clear().limit(count);
    while (right.hasRemaining()) {
      original.read(right, at + right.position());
    }
    if (!right.flip().equals(chunk.flip())) {
      throw new IOException("what was read at byte %d is wrong".formatted(at));
    }
  }

  private static void say(String what, long nanos) {
    System.out.printf(Locale.ROOT, "%s %.4f%n", what, nanos / 1e9);
  }
}
