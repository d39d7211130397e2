package org.betor.core;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.betor.api.model.Release;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.Change;
import org.betor.core.internal.catalog.ReleaseLine;

/**
 * Copies a catalogue into text and back: one release a line, as JSON in UTF-8, with all its
 * sections, whoever may see them. Needs memory for a thousand lines, however many there are.
 * Stateless.
 */
public final class JsonLines {
  private static final int MAX_LINE_BYTES = 64 << 20;
  private static final int BATCH = 1_000;

  private JsonLines() {}

  /**
   * Writes every release that the catalogue has, in no order. Does not close the stream.
   *
   * @param progress hears how many are written, now and then and at the end
   * @return how many there are
   */
  public static long write(Catalog from, OutputStream to, LongConsumer progress)
      throws IOException {
    OutputStream out = new BufferedOutputStream(to);
    AtomicLong written = new AtomicLong();
    try {
      from.scan(
          release -> {
            write(release, out);
            tell(written.incrementAndGet(), progress);
          });
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
    out.flush();
    progress.accept(written.get());
    return written.get();
  }

  /**
   * Puts every release of the text into a catalogue, merged with what is there. Reading the same
   * text twice changes nothing the second time. Does not close the stream.
   *
   * @param progress hears how many are durable, now and then and at the end
   * @return how many there are
   * @throws IllegalArgumentException if a line is no release; the message has its number, and what
   *     stands before it is in the catalogue
   */
  public static long read(InputStream from, Catalog to, LongConsumer progress) throws IOException {
    InputStream in = new BufferedInputStream(from);
    List<Change> batch = new ArrayList<>();
    long read = 0;
    try {
      for (byte[] line = line(in, read); line.length > 0; line = line(in, read)) {
        batch.addAll(changes(line, read));
        if (++read % BATCH == 0) {
          to.put(batch);
          batch.clear();
          progress.accept(read);
        }
      }
    } finally {
      to.put(batch);
    }
    to.refresh();
    progress.accept(read);
    return read;
  }

  private static void write(Release release, OutputStream out) {
    try {
      out.write(ReleaseLine.of(release));
      out.write('\n');
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void tell(long done, LongConsumer progress) {
    if (done % BATCH == 0) {
      progress.accept(done);
    }
  }

  private static List<Change> changes(byte[] line, long number) {
    try {
      Release release = ReleaseLine.read(line);
      return release.sections().stream()
          .map(section -> new Change(release.key(), section))
          .toList();
    } catch (IllegalArgumentException broken) {
      throw new IllegalArgumentException(
          "line %d is no release: %s".formatted(number + 1, broken.getMessage()), broken);
    }
  }

  /** The next line that is not empty; an empty one at the end. */
  private static byte[] line(InputStream in, long number) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int each = in.read(); each >= 0; each = in.read()) {
      boolean ends = each == '\n' || each == '\r';
      if (ends && line.size() > 0) {
        break;
      }
      if (!ends) {
        line.write(each);
      }
      if (line.size() > MAX_LINE_BYTES) {
        throw new IllegalArgumentException(
            "line %d is longer than %d bytes".formatted(number + 1, MAX_LINE_BYTES));
      }
    }
    return line.toByteArray();
  }
}
