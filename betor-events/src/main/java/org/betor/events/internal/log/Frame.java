package org.betor.events.internal.log;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import java.util.zip.ZipException;

/** Bytes in a file: their length, their CRC-32C and themselves. */
final class Frame {
  private static final int HEAD_BYTES = 2 * Integer.BYTES;
  private static final int MAX_BYTES = 1 << 20;

  private Frame() {}

  /** These bytes, as they are in a file. */
  static byte[] of(byte[] bytes) {
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
   * @throws EOFException if they are cut short, or there are none
   * @throws ZipException if they are not those that were written
   */
  static byte[] read(DataInputStream in) throws IOException {
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
