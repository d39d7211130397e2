package org.betor.testkit.bad;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A good reader to begin with. */
abstract class BadReader implements SeekableByteChannel {
  private final SeekableByteChannel good;

  BadReader(SeekableByteChannel good) {
    this.good = good;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return good.read(target);
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    return good.write(source);
  }

  @Override
  public long position() throws IOException {
    return good.position();
  }

  @Override
  public SeekableByteChannel position(long newPosition) throws IOException {
    good.position(newPosition);
    return this;
  }

  @Override
  public long size() throws IOException {
    return good.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) throws IOException {
    good.truncate(size);
    return this;
  }

  @Override
  public boolean isOpen() {
    return good.isOpen();
  }

  @Override
  public void close() throws IOException {
    good.close();
  }
}
