package org.betor.core.internal.imdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/**
 * A file of IMDb, plain or packed by gzip.
 *
 * @param size in bytes, as it is on the disk
 * @param changed when it was last changed, in milliseconds since 1970
 */
record TsvFile(Path path, Table table, Header header, long size, long changed) {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  /**
   * Looks which one a file is.
   *
   * @throws IllegalArgumentException if it is none
   * @throws UncheckedIOException if it cannot be read
   */
  static TsvFile open(Path path) {
    try (LineReader lines = new LineReader(bytes(path, new AtomicLong()))) {
      Header header = Header.read(lines.advance() && !lines.isTooLong() ? text(lines) : "");
      Table table = Table.of(header).orElseThrow(() -> noneOfThem(path));
      return new TsvFile(
          path, table, header, Files.size(path), Files.getLastModifiedTime(path).toMillis());
    } catch (IOException reason) {
      throw unreadable(path, 0, reason);
    }
  }

  /** Its lines, the header first; what is read of it is added to the count of bytes. */
  LineReader lines(AtomicLong bytesRead) throws IOException {
    return new LineReader(bytes(path, bytesRead));
  }

  /** What tells this file from another, or from what it was or will be. */
  String fingerprint() {
    return "%s %d %d".formatted(path.getFileName(), size, changed);
  }

  /**
   * What to say when it cannot be read on.
   *
   * @param line the last line that could be read
   */
  static UncheckedIOException unreadable(Path path, long line, IOException reason) {
    return new UncheckedIOException(
        "%s cannot be read beyond line %d (%s): fetch it again; what was imported before stays in use"
            .formatted(path, line, reason),
        reason);
  }

  private static IllegalArgumentException noneOfThem(Path path) {
    return new IllegalArgumentException(
        "%s is none of IMDb's files %s, %s and %s: its first line does not name their columns"
            .formatted(path, Table.TITLES, Table.NAMES, Table.RATINGS));
  }

  private static String text(LineReader lines) {
    return new String(lines.bytes(), lines.start(), lines.end() - lines.start(), UTF_8);
  }

  @SuppressWarnings("StreamResourceLeak") // closed by whoever gets the lines
  private static InputStream bytes(Path path, AtomicLong bytesRead) throws IOException {
    InputStream file = new CountedInput(Files.newInputStream(path), bytesRead);
    try {
      InputStream buffered = new BufferedInputStream(file, BUFFER_BYTES);
      buffered.mark(2);
      boolean packed = buffered.read() == GZIP_FIRST && buffered.read() == GZIP_SECOND;
      buffered.reset();
      return packed ? new GZIPInputStream(buffered, BUFFER_BYTES) : buffered;
    } catch (IOException reason) {
      file.close();
      throw reason;
    }
  }
}
