package org.betor.events.internal.log;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads entries in their order, those that are durable. What cannot be read is named in the log of
 * the application, kept, and skipped. For one thread.
 */
public final class LogReader implements Closeable {
  private static final Logger logger = LoggerFactory.getLogger(LogReader.class);

  private final EventLog log;
  private long number;
  private @Nullable Open open;

  LogReader(EventLog log, long from) {
    this.log = log;
    this.number = from;
  }

  /** The next entry; waits until there is one. */
  public Entry next() throws IOException, InterruptedException {
    return next(() -> false).orElseThrow();
  }

  /**
   * The next entry; waits until there is one, or that is in vain.
   *
   * @param vain is asked again after {@link EventLog#wake}; must not wait
   */
  public Optional<Entry> next(BooleanSupplier vain) throws IOException, InterruptedException {
    Optional<Entry> entry = Optional.empty();
    while (entry.isEmpty() && log.await(number, vain)) {
      entry = read();
    }
    return entry;
  }

  /** The next entry, if there is one already. */
  public Optional<Entry> poll() throws IOException {
    while (log.has(number)) {
      Optional<Entry> entry = read();
      if (entry.isPresent()) {
        return entry;
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      open.in.close();
      open = null;
    }
  }

  /** Empty if the reader has only gone on. */
  private Optional<Entry> read() throws IOException {
    Open current = open;
    if (current == null || !log.isIn(current.file, number, current.cuts)) {
      reopen();
      return Optional.empty();
    }
    byte[] bytes;
    try {
      bytes = Frame.read(current.in);
    } catch (EOFException | ZipException damaged) {
      skipRest(current.file, number);
      return Optional.empty();
    }
    return entry(number++, bytes, current.file);
  }

  private void reopen() throws IOException {
    close();
    long oldest = log.oldest();
    if (number < oldest) {
      logger.error("The events from number {} to {} are not in the log", number, oldest - 1);
      number = oldest;
      return;
    }
    int cuts = log.cuts();
    LogFile file = log.fileOf(number);
    DataInputStream in = file.read();
    open = new Open(file, in, cuts);
    long skipped = file.first();
    try {
      for (; skipped < number; skipped++) {
        Frame.read(in);
      }
    } catch (EOFException | ZipException damaged) {
      skipRest(file, skipped);
    }
  }

  private Optional<Entry> entry(long read, byte[] bytes, LogFile from) throws IOException {
    try {
      return Optional.of(new Entry(read, EventBytes.read(bytes)));
    } catch (IOException noEvent) {
      log.startNewFile(); // so that the copy has all of it
      from.keep("its number %d is skipped: %s".formatted(read, noEvent.getMessage()));
      return Optional.empty();
    }
  }

  /** Goes on with the next file. */
  private void skipRest(LogFile damaged, long from) throws IOException {
    log.startNewFile();
    long end = log.endOf(damaged);
    damaged.keep(
        "the disk has damaged it, its events from number %d to %d are lost"
            .formatted(from, end - 1));
    number = end;
    close();
  }

  /**
   * A file that is being read.
   *
   * @param cuts how often something had been cut off the log when it was opened
   */
  private record Open(LogFile file, DataInputStream in, int cuts) {}
}
