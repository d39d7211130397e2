package org.betor.accounts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Reads what somebody watches, as long as somebody is heard of. */
final class HeardChannel implements SeekableByteChannel {
  private final SeekableByteChannel film;
  private final Runnable listen;

  /**
   * Reads a channel.
   *
   * @param listen closes that channel if nobody was heard of for too long
   */
  HeardChannel(SeekableByteChannel film, Runnable listen) {
    this.film = film;
    this.listen = listen;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    listen.run();
    return film.read(into);
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    return film.write(from);
  }

  @Override
  public long position() throws IOException {
    return film.position();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    film.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return film.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) throws IOException {
    film.truncate(size);
    return this;
  }

  @Override
  public boolean isOpen() {
    return film.isOpen();
  }

  @Override
  public void close() throws IOException {
    film.close();
  }
}
