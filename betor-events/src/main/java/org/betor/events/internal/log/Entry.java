package org.betor.events.internal.log;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import java.util.zip.ZipException;
import org.betor.api.spi.Event;

/**
 * An event in a log. In a file it is its length, its CRC-32C and its bytes.
 *
 * @param number counts all entries of a log, from 0; some are left out
 * @param bytes those of {@link EventBytes}; nobody changes them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Entry(long number, byte[] bytes) {
  private static final int HEAD_BYTES = 2 * Integer.BYTES;
  private static final int MAX_BYTES = 1 << 20;

  /**
   * What it says.
   *
   * @throws IOException if it is of a later version
   */
  public Event event() throws IOException {
    return EventBytes.read(bytes);
  }

  /** These bytes, as they are in a file. */
  public static byte[] framed(byte[] bytes) {
    ByteBuffer framed = ByteBuffer.allocate(size(bytes));
    put(bytes, framed);
    return framed.array();
  }

  static int size(byte[] bytes) {
    return HEAD_BYTES + bytes.length;
  }

  static void put(byte[] bytes, ByteBuffer target) {
    target.putInt(bytes.length).putInt(checksum(bytes)).put(bytes);
  }

  /**
   * The next bytes of a file.
   *
   * @throws EOFException if it is cut short, or there is none
   * @throws ZipException if its bytes are not those that were written
   */
  public static byte[] read(DataInputStream in) throws IOException {
    int length = in.readInt();
    int checksum = in.readInt();
    if (length <= 0 || length > MAX_BYTES) { // nothing but zeros would have a right checksum
      throw new ZipException();
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    if (checksum(bytes) != checksum) {
      throw new ZipException();
    }
    return bytes;
  }

  private static int checksum(byte[] bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes);
    return (int) checksum.getValue();
  }
}
