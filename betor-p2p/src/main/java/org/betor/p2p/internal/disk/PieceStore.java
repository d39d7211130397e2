package org.betor.p2p.internal.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.betor.p2p.internal.wire.BlockRequest;

/**
 * Moves pieces between the loop and the disk: work is done on the disk's threads, answers come on
 * the loop's. Used on the loop's thread only.
 */
public final class PieceStore {
  private final Storage storage;
  private final PieceGrid grid;
  private final Executor disk;
  private final Executor loop;

  /** Of these files. */
  public PieceStore(Storage storage, PieceGrid grid, Executor disk, Executor loop) {
    this.storage = storage;
    this.grid = grid;
    this.disk = disk;
    this.loop = loop;
  }

  /** Writes a piece if its blocks are what its hash says. */
  public void keep(int piece, byte[][] blocks, Kept kept) {
    disk.execute(
        () -> {
          Runnable answer = tryToKeep(piece, blocks, kept);
          loop.execute(answer);
        });
  }

  private Runnable tryToKeep(int piece, byte[][] blocks, Kept kept) {
    if (!storage.verify(piece, blocks)) {
      return kept::corrupt;
    }
    try {
      long at = grid.start(piece);
      for (byte[] block : blocks) {
        storage.write(at, ByteBuffer.wrap(block));
        at += block.length;
      }
      return kept::verified;
    } catch (IOException e) {
      return () -> kept.failed(e);
    }
  }

  /** Reads a part of a piece, of any length. */
  public void read(BlockRequest part, Consumer<ByteBuffer> content, Consumer<IOException> failed) {
    disk.execute(
        () -> {
          ByteBuffer bytes = ByteBuffer.allocate(part.length());
          try {
            storage.read(grid.start(part.piece()) + part.offset(), bytes);
            loop.execute(() -> content.accept(bytes.flip()));
          } catch (IOException e) {
            loop.execute(() -> failed.accept(e));
          }
        });
  }

  /** What became of a piece. */
  public interface Kept {

    /** It is on disk. */
    void verified();

    /** It is not what its hash says, and was not written. */
    void corrupt();

    /** It could not be written. */
    void failed(IOException cause);
  }
}
