package org.betor.p2p;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.function.LongConsumer;

/**
 * Reads another channel, and tells how far it is.
 *
 * @param channel is read
 * @param follower is told the position after each read
 */
record FollowedChannel(SeekableByteChannel channel, LongConsumer follower)
    implements SeekableByteChannel {

  @Override
  public int read(ByteBuffer to) throws IOException {
    int count = channel.read(to);
    follower.accept(channel.position());
    return count;
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    return channel.write(from);
  }

  @Override
  public long position() throws IOException {
    return channel.position();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    channel.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) throws IOException {
    channel.truncate(size);
    return this;
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
