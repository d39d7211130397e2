package org.betor.testkit;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import java.time.Duration;
import java.util.Optional;
import org.betor.api.metainfo.ContentFile;

/** Reads a file of a {@link ScriptedTorrent}: each piece is compared with its hash each time. */
final class ScriptedReader extends AbstractInterruptibleChannel implements SeekableByteChannel {
  private final ScriptedTorrent torrent;
  private final ScriptedSwarm swarm;
  private final Pieces pieces;
  private final ContentFile file;
  private final Duration patience;
  private long position;

  ScriptedReader(
      ScriptedTorrent torrent,
      ScriptedSwarm swarm,
      Pieces pieces,
      ContentFile file,
      Duration patience) {
    this.torrent = torrent;
    this.swarm = swarm;
    this.pieces = pieces;
    this.file = file;
    this.patience = patience;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    checkOpen();
    if (position >= file.sizeBytes()) {
      return -1;
    }
    if (!target.hasRemaining()) {
      return 0;
    }
    moveOn();
    byte[] piece = awaitPiece();
    int start = (int) (place() % pieces.metainfo().pieceBytes());
    long most = Math.min(piece.length - start, file.sizeBytes() - position);
    int count = (int) Math.min(most, target.remaining());
    target.put(piece, start, count);
    position += count;
    return count;
  }

  private byte[] awaitPiece() throws IOException {
    Optional<byte[]> piece = Optional.empty();
    try {
      begin();
      piece = await(piece());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end(piece.isPresent());
    }
    return piece.orElseThrow(ClosedChannelException::new);
  }

  /** Empty if this was closed before it came. */
  private Optional<byte[]> await(int piece) throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (isOpen()) {
      long changes = swarm.changes();
      torrent.checkReadable();
      Optional<byte[]> come = pieces.read(swarm, piece);
      if (come.isPresent()) {
        return come;
      }
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new SocketTimeoutException(
            "piece %d of %s did not come within %s".formatted(piece, torrent.infoHash(), patience));
      }
      swarm.awaitChange(changes, left);
    }
    return Optional.empty();
  }

  /** Says where it reads. */
  void moveOn() {
    if (position < file.sizeBytes() && pieces.isElsewhere(this, piece())) {
      swarm.change(() -> pieces.reads(this, piece()));
    }
  }

  private int piece() {
    return (int) (place() / pieces.metainfo().pieceBytes());
  }

  private long place() {
    return file.offsetBytes() + position;
  }

  @Override
  public int write(ByteBuffer source) throws ClosedChannelException {
    checkOpen();
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long size) throws ClosedChannelException {
    checkOpen();
    throw new NonWritableChannelException();
  }

  @Override
  public long position() throws ClosedChannelException {
    checkOpen();
    return position;
  }

  @Override
  public SeekableByteChannel position(long newPosition) throws ClosedChannelException {
    checkOpen();
    if (newPosition < 0) {
      throw new IllegalArgumentException("a position is from 0 on, got " + newPosition);
    }
    position = newPosition;
    moveOn();
    return this;
  }

  @Override
  public long size() throws ClosedChannelException {
    checkOpen();
    return file.sizeBytes();
  }

  private void checkOpen() throws ClosedChannelException {
    if (!isOpen()) {
      throw new ClosedChannelException();
    }
  }

  @Override
  protected void implCloseChannel() {
    swarm.change(() -> pieces.readsNoMore(this));
  }
}
