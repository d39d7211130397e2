package org.betor.core.internal.catalog;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes that the index may not hold yet, appended to numbered files next to it. An entry is its
 * length, its checksum and its bytes; a kill leaves at most one that is cut short, at the end. Not
 * for use by several threads, except for {@link #forget} and {@link #replay}.
 */
final class ChangeLog implements Closeable {
  private static final Pattern NAME = Pattern.compile("changes-(\\d{1,18})\\.log");
  private static final int HEAD_BYTES = 2 * Integer.BYTES;

  private final Path directory;
  private volatile long forgotten;
  private @Nullable FileChannel channel;
  private long number;
  private long durable;

  private ChangeLog(Path directory, long number) {
    this.directory = directory;
    this.number = number;
  }

  /**
   * Opens the log of a directory; the first entry begins a new file.
   *
   * @param committed the number of the last file that the index holds; 0 if there is none
   */
  static ChangeLog open(Path directory, long committed) throws IOException {
    long last = numbers(directory).stream().reduce(committed, Math::max);
    ChangeLog log = new ChangeLog(directory, last + 1);
    log.forget(committed);
    return log;
  }

  /** Where the log ends, as far as it is durable. */
  Position end() {
    return channel == null
        ? new Position(number - 1, Long.MAX_VALUE)
        : new Position(number, durable);
  }

  /** Appends an entry, or nothing. It is durable after the next {@link #force}. */
  void append(byte[] entry) throws IOException {
    FileChannel file = channel();
    long start = file.position();
    ByteBuffer bytes = ByteBuffer.allocate(HEAD_BYTES + entry.length);
    bytes.putInt(entry.length).putInt(checksum(entry)).put(entry).flip();
    try {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    } catch (IOException noRoom) {
      cutTo(start, noRoom);
      throw noRoom;
    }
  }

  /** Makes all that was appended durable, or forgets what was not. */
  void force() throws IOException {
    FileChannel file = channel();
    try {
      file.force(false);
      durable = file.position();
    } catch (IOException failed) {
      cutTo(durable, failed);
      throw failed;
    }
  }

  /** The size of the current file in bytes, as far as it is durable. */
  long size() {
    return durable;
  }

  /** Begins a new file; the number of the one before it, with which all earlier ones may go. */
  long next() throws IOException {
    close();
    return number++;
  }

  /** Deletes the files up to that number: the index holds what they say. */
  void forget(long last) throws IOException {
    forgotten = Math.max(forgotten, last);
    for (long each : numbers(directory)) {
      if (each <= last) {
        Files.deleteIfExists(file(directory, each));
      }
    }
  }

  /** Hands over all entries up to a position, in the order in which they were made. */
  void replay(Position end, Reader reader) throws IOException {
    for (long each : numbers(directory)) {
      if (each > forgotten && each <= end.file()) {
        Path file = file(directory, each);
        long all = Files.size(file);
        replay(file, each < end.file() ? all : Math.min(all, end.bytes()), reader);
      }
    }
  }

  /** Whether there is anything to hand over. */
  boolean isEmpty() throws IOException {
    return numbers(directory).isEmpty();
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
      channel = null;
      durable = 0;
    }
  }

  private FileChannel channel() throws IOException {
    if (channel == null) {
      channel =
          FileChannel.open(
              file(directory, number), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      syncDirectory();
    }
    return channel;
  }

  /** A new file may be forgotten by the directory after a power failure. Windows cannot do this. */
  private void syncDirectory() {
    try (FileChannel folder = FileChannel.open(directory, StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException unsupported) {
      log().debug("the directory {} cannot be synchronized", directory, unsupported);
    }
  }

  private void cutTo(long length, IOException reason) {
    try {
      channel().truncate(length).position(length);
    } catch (IOException alsoFailed) {
      reason.addSuppressed(alsoFailed);
    }
  }

  private static void replay(Path file, long bytes, Reader reader) throws IOException {
    long left = bytes;
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      while (left > 0) {
        byte[] entry = entry(in, left);
        reader.read(entry);
        left -= HEAD_BYTES + entry.length;
      }
    } catch (EOFException cutShort) {
      log().debug("{} ends with {} bytes that nobody was promised", file, left);
    } catch (ZipException damaged) {
      keepForRepair(file, left);
    }
  }

  /**
   * The next entry.
   *
   * @throws EOFException if it is cut short
   * @throws ZipException if its bytes are not those that were written
   */
  private static byte[] entry(DataInputStream in, long left) throws IOException {
    int length = in.readInt();
    int checksum = in.readInt();
    if (length < 0) {
      throw new ZipException();
    }
    if (length > left - HEAD_BYTES) {
      throw new EOFException();
    }
    byte[] entry = in.readNBytes(length);
    if (checksum(entry) != checksum) {
      throw new ZipException();
    }
    return entry;
  }

  private static void keepForRepair(Path file, long bytes) throws IOException {
    Path copy = Path.of(file + ".damaged");
    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    log()
        .error(
            "The disk has damaged {}: its last {} bytes are lost; the file is kept as {}",
            file,
            bytes,
            copy.getFileName());
  }

  private static int checksum(byte[] entry) {
    CRC32C checksum = new CRC32C();
    checksum.update(entry);
    return (int) checksum.getValue();
  }

  private static List<Long> numbers(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      List<Long> numbers = new ArrayList<>();
      for (Path file : files.toList()) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches()) {
          numbers.add(Long.parseLong(name.group(1)));
        }
      }
      return numbers.stream().sorted().toList();
    }
  }

  private static Path file(Path directory, long number) {
    return directory.resolve("changes-" + number + ".log");
  }

  private static Logger log() {
    return LoggerFactory.getLogger(ChangeLog.class); // loads slowly, and is seldom needed
  }

  /**
   * A place in the log.
   *
   * @param file the number of a file
   * @param bytes so many bytes of it come before
   */
  record Position(long file, long bytes) {}

  interface Reader {
    void read(byte[] entry) throws IOException;
  }
}
