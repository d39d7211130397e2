package org.betor.events.internal.log;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Entries appended to numbered files. Those that wait together become durable with one write to the
 * disk. A kill leaves at most one entry that is cut short, at the end of a file that nobody writes
 * to again. Safe for use by several threads; nothing here is hurt by an interrupt.
 */
public final class EventLog implements Closeable {
  private final Path folder;
  private final FolderLock lock;
  private final long fileBytes;
  private final Opening opening;

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
  private int cuts;
  private @Nullable IOException broken;

  private EventLog(Path folder, FolderLock lock, long fileBytes, Opening opening, long next) {
    this.folder = folder;
    this.lock = lock;
    this.fileBytes = fileBytes;
    this.opening = opening;
    this.next = next;
    this.durable = next;
  }

  /**
   * Opens the log of a folder, which is made if need be and locked until {@link #close}.
   *
   * @param fileBytes a file that has grown to this size is followed by another
   * @throws IllegalStateException if it is open already, here or in another program, or a later
   *     version of this library has written to it
   */
  public static EventLog open(Path folder, long fileBytes) throws IOException {
    return open(folder, fileBytes, path -> new RandomAccessFile(path.toFile(), "rw"));
  }

  static EventLog open(Path folder, long fileBytes, Opening opening) throws IOException {
    DurableFiles.folder(folder);
    FolderLock lock = FolderLock.of(folder);
    try {
      List<LogFile> found = LogFile.in(folder);
      for (LogFile each : found) {
        each.checkVersion();
      }
      long end = found.isEmpty() ? 0 : found.get(found.size() - 1).end();
      EventLog log = new EventLog(folder, lock, fileBytes, opening, end);
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
    try (lock) {
      synchronized (forcing) {
        synchronized (this) {
          closed = true;
          notifyAll();
          closeFile();
        }
      }
    }
  }

  /** Its folder. */
  @Override
  public String toString() {
    return folder.toString();
  }

  /** Readers that wait ask again whether that is in vain. */
  public synchronized void wake() {
    notifyAll();
  }

  /**
   * Waits until an entry of that number, or a later one, is durable.
   *
   * @return false if there is none, and to wait is in vain
   */
  synchronized boolean await(long number, BooleanSupplier vain) throws InterruptedException {
    while (durable <= number && !closed && !vain.getAsBoolean()) {
      wait();
    }
    if (closed) {
      throw new InterruptedException();
    }
    return durable > number;
  }

  synchronized boolean has(long number) {
    return durable > number;
  }

  /** The number of the oldest entry that is kept; if there is none, of the next one. */
  synchronized long oldest() {
    return files.isEmpty() ? next : files.firstKey().first();
  }

  /** The file in which a number is; not below {@link #oldest}. */
  synchronized LogFile fileOf(long number) {
    return files.floorKey(LogFile.of(folder, number));
  }

  /** How often bytes were cut off that a reader's buffer may hold. */
  synchronized int cuts() {
    return cuts;
  }

  /** The number after all that a file has, or had before it was damaged. */
  synchronized long endOf(LogFile file) {
    LogFile following = files.higherKey(file);
    return following == null ? next : following.first();
  }

  /** Whether a number is in a file, and nothing was cut off since there were so many cuts. */
  synchronized boolean isIn(LogFile file, long number, int since) {
    return endOf(file) > number && cuts == since;
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
    int size = entries.stream().mapToInt(Frame::size).sum();
    ByteBuffer bytes = ByteBuffer.allocate(size);
    entries.forEach(entry -> Frame.put(entry, bytes));
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
    cuts++;
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
      RandomAccessFile opened = opening.open(created.path());
      try {
        opened.setLength(0); // an earlier one of this number had no whole entry
      } catch (IOException failed) {
        opened.close();
        throw failed;
      }
      DurableFiles.force(folder);
      files.put(created, 0L);
      written = 0;
      file = opened;
    }
    return file;
  }

  /** Needs both locks. */
  private void closeFile() throws IOException {
    if (file != null) {
      try (RandomAccessFile closing = file) {
        file = null;
        if (durable < next && broken == null) {
          sync(closing);
          durable = next;
          notifyAll();
        }
      }
    }
  }

  /** Opens a file to write to. */
  interface Opening {
    RandomAccessFile open(Path path) throws IOException;
  }
}
