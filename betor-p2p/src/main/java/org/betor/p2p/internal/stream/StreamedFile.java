package org.betor.p2p.internal.stream;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.betor.api.metainfo.ContentFile;
import org.betor.p2p.internal.disk.PieceGrid;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of a torrent that may still be downloading: only what is verified, and waits for the
 * rest. Reads on the caller's thread, from an open file of its own, since interrupting the thread
 * closes that.
 */
public final class StreamedFile extends AbstractInterruptibleChannel
    implements SeekableByteChannel {
  /** So that no thread keeps a larger buffer for it. */
  private static final int MOST_READ_BYTES = 1 << 20;

  private static final int NOWHERE = -1;

  private final Arrivals arrivals;
  private final PieceGrid grid;
  private final ContentFile place;
  private final Path path;
  private final Duration patience;
  private final Course course;
  private final Object opening = new Object();
  private @Nullable FileChannel file;

  private long position;

  /** What is known to be readable, as of an edition. */
  private long readableFrom;

  private long readableEnd;
  private int edition;
  private int at = NOWHERE;
  private int told = NOWHERE;

  /** From its start; a course that lies there already. */
  public StreamedFile(
      Arrivals arrivals,
      PieceGrid grid,
      ContentFile place,
      Path path,
      Duration patience,
      Course course) {
    this.arrivals = arrivals;
    this.grid = grid;
    this.place = place;
    this.path = path;
    this.patience = patience;
    this.course = course;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    checkOpen();
    if (position >= place.sizeBytes()) {
      return -1;
    }
    if (!target.hasRemaining()) {
      return 0;
    }
    tellWhere(piece());
    if (!isReadable()) {
      awaitBytes(piece());
    }
    int count = readOn(target);
    position += count;
    return count;
  }

  private int piece() {
    return (int) ((place.offsetBytes() + position) / grid.length(0));
  }

  private void tellWhere(int piece) {
    if (piece != at) {
      at = piece;
      if (!arrivals.areHere(grid.firstPiece(place), grid.lastPiece(place))) {
        told = piece;
        course.at(piece);
      }
    }
  }

  private boolean isReadable() {
    return edition == arrivals.edition() && position >= readableFrom && position < readableEnd;
  }

  private void awaitBytes(int piece) throws IOException {
    if (told != piece && !arrivals.areHere(piece, piece)) {
      told = piece;
      course.at(piece);
    }
    int asOf = arrivals.edition();
    boolean came = false;
    try {
      begin();
      int end = arrivals.await(piece, patience, this);
      came = end > piece;
      readableFrom = Math.max(0, grid.start(piece) - place.offsetBytes());
      readableEnd = Math.min(place.sizeBytes(), grid.start(end) - place.offsetBytes());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // which closes this, as the end of the block says
    } finally {
      end(came);
    }
    open(asOf);
  }

  /** The file may be another one than before. */
  private void open(int asOf) throws IOException {
    synchronized (opening) {
      if (!isOpen()) {
        throw new AsynchronousCloseException();
      }
      if (file == null || edition != asOf) {
        closeFile();
        file = FileChannel.open(path, StandardOpenOption.READ);
        edition = asOf;
      }
    }
  }

  private int readOn(ByteBuffer target) throws IOException {
    int limit = target.limit();
    long most = Math.min(MOST_READ_BYTES, readableEnd - position);
    target.limit((int) Math.min(limit, target.position() + most));
    try {
      int count = opened().read(target, position);
      if (count < 0) {
        throw new EOFException("%s ends at byte %d".formatted(path, position));
      }
      return count;
    } catch (ClosedByInterruptException e) {
      close();
      throw e;
    } finally {
      target.limit(limit);
    }
  }

  private FileChannel opened() throws AsynchronousCloseException {
    synchronized (opening) {
      if (file == null) {
        throw new AsynchronousCloseException();
      }
      return file;
    }
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
    if (position < place.sizeBytes()) {
      tellWhere(piece());
    }
    return this;
  }

  @Override
  public long size() throws ClosedChannelException {
    checkOpen();
    return place.sizeBytes();
  }

  private void checkOpen() throws ClosedChannelException {
    if (!isOpen()) {
      throw new ClosedChannelException();
    }
  }

  @Override
  protected void implCloseChannel() throws IOException {
    course.end();
    arrivals.closed();
    synchronized (opening) {
      closeFile();
    }
  }

  private void closeFile() throws IOException {
    FileChannel before = file;
    file = null;
    if (before != null) {
      before.close();
    }
  }
}
