package org.betor.mods.internal.bzip2;

import static org.betor.mods.internal.bzip2.BlockHeader.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * The plain bytes of one bzip2 stream. What is damaged is a {@link java.util.zip.ZipException} or
 * an {@link java.io.EOFException}; what comes after the stream is not looked at. For one thread at
 * a time.
 */
public final class Bzip2InputStream extends InputStream {
  private static final int HEADER_WITHOUT_LEVEL = Format.HEADER >>> 8;

  private final InputStream in;
  private final BitSource bits;
  private final BlockReader block;
  private BlockCrc crc = new BlockCrc();
  private int blockCrc;
  private int streamCrc;
  private State state = State.BEFORE;

  /** Reads from a stream, and closes it. */
  public Bzip2InputStream(InputStream in) {
    this.in = in;
    bits = new BitSource(in);
    block = new BlockReader(bits);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] plain, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, plain.length);
    while (length > 0) {
      if (state == State.IN_BLOCK) {
        int end = block.read(plain, offset, offset + length);
        crc.add(plain, offset, end);
        if (end > offset) {
          return end - offset;
        }
        endBlock();
      } else if (state == State.ENDED) {
        return -1;
      }
      begin();
    }
    return 0;
  }

  private void begin() throws IOException {
    if (state == State.BEFORE) {
      check(bits.read(24) == HEADER_WITHOUT_LEVEL, "it does not begin as such");
      int level = bits.read(8);
      check(level >= '1' && level <= '9', "no such level");
    }
    long magic = bits.readMagic();
    blockCrc = bits.read(32);
    if (magic == Format.END_MAGIC) {
      check(blockCrc == streamCrc, "the stream's checksum is another");
      state = State.ENDED;
    } else {
      check(magic == Format.BLOCK_MAGIC, "there is no block where one should be");
      block.next();
      state = State.IN_BLOCK;
    }
  }

  private void endBlock() throws IOException {
    check(crc.value() == blockCrc, "a block's checksum is another");
    streamCrc = Format.streamCrc(streamCrc, blockCrc);
    crc = new BlockCrc();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private enum State {
    BEFORE,
    IN_BLOCK,
    ENDED
  }
}
