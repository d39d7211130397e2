package org.betor.benchmarks.p2p;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
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
import org.betor.p2p.StreamServer;

/**
 * Reads a film while it downloads, as a player does: {@code FOLDER OWN MAGNET ORIGINAL [--curl]}.
 * From its start, and then from ten random places, always the same ones; what is read is compared
 * with the original. With {@code --curl}, curl asks a {@link StreamServer} for a range at each
 * place. Prints seconds: {@code first byte S} since the metadata, {@code start S} and ten times
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
  private final Player player;
  private final FileChannel original;

  private StreamSeek(Player player, FileChannel original) {
    this.player = player;
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
      try (StreamServer server = StreamServer.open(torrent);
          FileChannel original = FileChannel.open(Path.of(arguments[3]))) {
        Player player =
            arguments.length > 4
                ? (place, bytes) -> curl(server.address(0), place, bytes)
                : reader(torrent.open(0));
        player.at(0, 1).read(ByteBuffer.allocate(1));
        say("first byte", System.nanoTime() - start);
        new StreamSeek(player, original).run();
      }
    }
  }

  private static Player reader(SeekableByteChannel film) {
    return (place, bytes) -> film.position(place);
  }

  private static ReadableByteChannel curl(URI film, long place, long bytes) throws IOException {
    String range = "%d-%d".formatted(place, place + bytes - 1);
    return Channels.newChannel(
        new ProcessBuilder("curl", "-sSf", "-r", range, film.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
            .getInputStream());
  }

  private void run() throws IOException {
    say("start", play(0, AT_THE_START_BYTES));
    Random random = new Random(2010);
    long end = original.size() - AFTER_A_SEEK_BYTES;
    for (int i = 0; i < SEEKS; i++) {
      long place = (long) (random.nextDouble() * end);
      say("seek " + place / MIB, play(place, AFTER_A_SEEK_BYTES));
    }
  }

  /** Reads at the pace of a film; the longest read in nanoseconds. */
  private long play(long place, long bytes) throws IOException {
    long longest = 0;
    long due = System.nanoTime();
    long before = due;
    ReadableByteChannel film = player.at(place, bytes);
    for (long at = place; at < place + bytes; ) {
      int count = film.read(chunk.clear());
      longest = Math.max(longest, System.nanoTime() - before);
      compare(at, count);
      at += count;
      due += count * Duration.ofSeconds(1).toNanos() / BYTES_PER_SECOND;
      for (long left; (left = due - System.nanoTime()) > 0; ) {
        LockSupport.parkNanos(left);
      }
      before = System.nanoTime();
    }
    return longest;
  }

  private void compare(long at, int count) throws IOException {
    if (count < 0) {
      throw new EOFException("the film ended at byte " + at);
    }
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

  /** Gives the film from some place on. */
  private interface Player {
    ReadableByteChannel at(long place, long bytes) throws IOException;
  }
}
