package org.betor.events.internal.log;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Entries appended to numbered files. Those that wait together become durable with one write to the
 * disk. A kill leaves at most one entry that is cut short, at the end of a file that nobody writes
 * to again. Safe for use by several threads; nothing here is hurt by an interrupt.
 */
public final class EventLog implements Closeable {
  private final Path folder;
  private final FolderLock lock;
  private final long fileBytes;

  /** The sizes of all files in bytes. */
  private final TreeMap<LogFile, Long> files =
      new TreeMap<>((one, other) -> Long.compare(one.first(), other.first()));

  /** Is taken before this object's own lock. */
  private final Object forcing = new Object();

  private @Nullable RandomAccessFile file;
  private long written;
  private long next;
  private long durable;
  private boolean closed;
  private @Nullable IOException broken;

  private EventLog(Path folder, FolderLock lock, long fileBytes, long next) {
    this.folder = folder;
    this.lock = lock;
    this.fileBytes = fileBytes;
    this.next = next;
    this.durable = next;
  }

  /**
   * Opens the log of a folder, which is made if need be and locked until {@link #close}.
   *
   * @param fileBytes a file that has grown to this size is followed by another
   * @throws IllegalStateException if it is open already, here or in another program
   */
  public static EventLog open(Path folder, long fileBytes) throws IOException {
    Files.createDirectories(folder);
    FolderLock lock = FolderLock.of(folder);
    try {
      List<LogFile> found = LogFile.in(folder);
      long end = found.isEmpty() ? 0 : found.get(found.size() - 1).end();
      EventLog log = new EventLog(folder, lock, fileBytes, end);
      for (LogFile each : found) {
        log.files.put(each, Files.size(each.path()));
      }
      return log;
    } catch (IOException | RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  /** The next entry has that number, if it is not below the next one anyway. To begin with. */
  public synchronized void continueFrom(long number) {
    next = Math.max(next, number);
    durable = next;
  }

  /** Appends entries. They are durable on return; if it throws, some of them may be. */
  public void append(List<byte[]> entries) throws IOException {
    force(write(entries));
  }

  /** The number that the next entry will have. */
  public synchronized long end() {
    return next;
  }

  /** The size of all files. */
  public synchronized long bytes() {
    return files.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Reads the entries from that number on. */
  public LogReader reader(long from) {
    return new LogReader(this, from);
  }

  /** Deletes the files that have no entry of that number or a later one. */
  public synchronized void forgetBefore(long number) throws IOException {
    while (!files.isEmpty()) {
      LogFile oldest = files.firstKey();
      LogFile following = files.higherKey(oldest);
      boolean last = following == null;
      if ((last ? next : following.first()) > number || (last && file != null)) {
        return;
      }
      Files.deleteIfExists(oldest.path());
      files.remove(oldest);
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (forcing) {
      synchronized (this) {
        closed = true;
        notifyAll();
        closeFile();
      }
    }
    lock.close();
  }

  /** Waits until an entry of that number, or a later one, is durable. */
  synchronized void await(long number) throws InterruptedException {
    while (durable <= number && !closed) {
      wait();
    }
    if (closed) {
      throw new InterruptedException();
    }
  }

  synchronized boolean has(long number) {
    return durable > number;
  }

  /** The file in which a number is, or the one after it. */
  synchronized Optional<LogFile> fileOf(long number) {
    LogFile wanted = LogFile.of(folder, number);
    LogFile before = files.floorKey(wanted);
    return Optional.ofNullable(before == null ? files.higherKey(wanted) : before);
  }

  /** The file after one, if there is one. */
  synchronized Optional<LogFile> after(LogFile earlier) {
    return Optional.ofNullable(files.higherKey(earlier));
  }

  /** What is appended from now on is in another file. */
  void startNewFile() throws IOException {
    synchronized (forcing) {
      synchronized (this) {
        closeFile();
      }
    }
  }

  private synchronized long write(List<byte[]> entries) throws IOException {
    checkUsable();
    int size = entries.stream().mapToInt(Entry::size).sum();
    ByteBuffer bytes = ByteBuffer.allocate(size);
    entries.forEach(entry -> Entry.put(entry, bytes));
    RandomAccessFile target = file();
    try {
      target.write(bytes.array());
    } catch (IOException noRoom) {
      cutTo(target, written, noRoom);
      throw noRoom;
    }
    written += size;
    files.put(files.lastKey(), written);
    next += entries.size();
    return next;
  }

  private void force(long end) throws IOException {
    synchronized (forcing) {
      RandomAccessFile target;
      long reached;
      synchronized (this) {
        if (durable >= end) {
          return;
        }
        checkUsable();
        target = file();
        reached = next;
      }
      sync(target);
      synchronized (this) {
        durable = reached;
        notifyAll();
        if (written >= fileBytes) {
          closeFile();
        }
      }
    }
  }

  private void checkUsable() throws IOException {
    if (closed) {
      throw new IllegalStateException(folder + " is closed");
    }
    if (broken != null) {
      throw new IOException(
          folder + " could not be written: look at its disk, then open it again", broken);
    }
  }

  /** After a failure nobody knows what is on the disk. */
  private void sync(RandomAccessFile target) throws IOException {
    try {
      target.getFD().sync();
    } catch (IOException failed) {
      synchronized (this) {
        broken = failed;
      }
      throw failed;
    }
  }

  private void cutTo(RandomAccessFile target, long length, IOException reason) {
    try {
      target.setLength(length);
      target.seek(length);
    } catch (IOException alsoFailed) {
      broken = reason;
      reason.addSuppressed(alsoFailed);
    }
  }

  private RandomAccessFile file() throws IOException {
    if (file == null) {
      LogFile created = LogFile.of(folder, next);
      file = new RandomAccessFile(created.path().toFile(), "rw");
      file.setLength(0); // an earlier one of this number had no whole entry
      files.put(created, 0L);
      written = 0;
      syncFolder();
    }
    return file;
  }

  /** Needs both locks. */
  private void closeFile() throws IOException {
    if (file != null) {
      if (durable < next && broken == null) {
        sync(file);
        durable = next;
        notifyAll();
      }
      file.close();
      file = null;
    }
  }

  /** A new file may be forgotten by the folder after a power failure. Windows cannot do this. */
  private void syncFolder() {
    boolean interrupted = Thread.interrupted(); // which would close the channel
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException unsupported) {
      LoggerFactory.getLogger(EventLog.class)
          .debug("the folder {} cannot be synchronized", folder, unsupported);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
