package org.betor.events.internal.log;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * The number up to which a log is done, in a file of 12 bytes with a checksum. Survives a kill of
 * the program; a power failure may bring an earlier number back. For one thread at a time.
 */
public final class Position implements Closeable {
  private static final int BYTES = Long.BYTES + Integer.BYTES;

  private final RandomAccessFile file;
  private long number;

  private Position(RandomAccessFile file, long number) {
    this.file = file;
    this.number = number;
  }

  /**
   * Opens a position, or begins one.
   *
   * @param start the number of one that is new
   * @throws IllegalStateException if the file is damaged; the message says what to do
   */
  public static Position open(Path path, long start) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    try {
      if (file.length() > 0) {
        return new Position(file, read(path, file));
      }
      Position position = new Position(file, start);
      position.write(start);
      file.getFD().sync();
      DurableFiles.force(path.resolveSibling("."));
      return position;
    } catch (IOException | RuntimeException failed) {
      file.close();
      throw failed;
    }
  }

  /** The number of the first entry that is not done. */
  public long get() {
    return number;
  }

  /** Goes on to a number. */
  public void set(long number) throws IOException {
    if (number != this.number) {
      write(number);
    }
  }

  @Override
  public void close() throws IOException {
    file.getFD().sync();
    file.close();
  }

  private void write(long value) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES).putLong(value);
    file.seek(0);
    file.write(bytes.putInt(checksum(bytes.array())).array());
    number = value;
  }

  private static long read(Path path, RandomAccessFile file) throws IOException {
    byte[] bytes = new byte[BYTES];
    try {
      file.readFully(bytes);
    } catch (EOFException cutShort) {
      throw damaged(path);
    }
    ByteBuffer read = ByteBuffer.wrap(bytes);
    long number = read.getLong();
    if (number < 0 || read.getInt() != checksum(bytes)) {
      throw damaged(path);
    }
    return number;
  }

  private static IllegalStateException damaged(Path path) {
    return new IllegalStateException(
        "the disk has damaged %s: put back a copy of it, or delete it to start with the oldest event that is kept"
            .formatted(path));
  }

  private static int checksum(byte[] bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, Long.BYTES);
    return (int) checksum.getValue();
  }
}
