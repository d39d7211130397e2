package org.betor.mods.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** Bytes that have to be as many as was said, and of the checksum that was said. */
final class ComparedStream extends InputStream {
  private final InputStream in;
  private final long size;
  private final long crc32;
  private final String source;
  private final CRC32 crc = new CRC32();
  private long count;

  /**
   * Reads from another stream, and closes it.
   *
   * @param source where they are from, for messages
   */
  ComparedStream(InputStream in, long size, long crc32, String source) {
    this.in = in;
    this.size = size;
    this.crc32 = crc32;
    this.source = source;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int got = readDamaged(bytes, offset, length);
    if (got >= 0) {
      crc.update(bytes, offset, got);
      count += got;
      check(count <= size, "it is longer than the archive says");
    } else {
      check(count == size, "it is shorter than the archive says");
      check(crc.getValue() == crc32, "its checksum is another");
    }
    return got;
  }

  private int readDamaged(byte[] bytes, int offset, int length) throws IOException {
    try {
      return in.read(bytes, offset, length);
    } catch (ZipException e) {
      ZipException damaged =
          new ZipException("%s is damaged: %s".formatted(source, e.getMessage()));
      damaged.initCause(e);
      throw damaged;
    }
  }

  private void check(boolean right, String wrong) throws ZipException {
    if (!right) {
      throw new ZipException("%s is damaged: %s".formatted(source, wrong));
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
