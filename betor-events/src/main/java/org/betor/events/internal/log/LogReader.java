package org.betor.events.internal.log;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads entries in their order, those that are durable. For one thread. */
public final class LogReader implements Closeable {
  private final EventLog log;
  private long number;
  private @Nullable LogFile file;
  private @Nullable DataInputStream in;

  LogReader(EventLog log, long from) {
    this.log = log;
    this.number = from;
  }

  /** The next entry; waits until there is one. */
  public Entry next() throws IOException, InterruptedException {
    while (true) {
      log.await(number);
      Optional<Entry> entry = read();
      if (entry.isPresent()) {
        return entry.get();
      }
    }
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
    if (in != null) {
      in.close();
      in = null;
    }
  }

  /** Empty if the reader has only gone on to another file. */
  private Optional<Entry> read() throws IOException {
    if (in == null) {
      Optional<LogFile> holding = log.fileOf(number);
      if (holding.isEmpty()) {
        goOn(holding);
        return Optional.empty();
      }
      open(holding.get());
    }
    DataInputStream open = in;
    LogFile current = file;
    if (open == null || current == null) {
      return Optional.empty(); // there was no such entry in its file
    }
    Optional<LogFile> following = log.after(current);
    if (following.isPresent() && following.get().first() <= number) {
      open(following.get());
      return Optional.empty();
    }
    try {
      byte[] bytes = Entry.read(open);
      return Optional.of(new Entry(number++, bytes));
    } catch (EOFException noMore) {
      goOn(following);
    } catch (ZipException damaged) {
      current.keepForRepair(number);
      log.startNewFile();
      goOn(log.after(current));
    }
    return Optional.empty();
  }

  /** Skips what was lost. */
  private void goOn(Optional<LogFile> following) throws IOException {
    number = following.map(LogFile::first).orElse(log.end());
    close();
  }

  private void open(LogFile next) throws IOException {
    close();
    file = next;
    in = next.read();
    long skipped = next.first();
    try {
      for (; skipped < number; skipped++) {
        Entry.read(in);
      }
    } catch (EOFException | ZipException noMore) {
      goOn(log.after(next));
      return;
    }
    number = skipped;
  }
}
