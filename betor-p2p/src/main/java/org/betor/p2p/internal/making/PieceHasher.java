package org.betor.p2p.internal.making;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.betor.api.spi.SeedOptions;

/** Has pieces hashed on other threads, in their order, while it reads those that follow. */
final class PieceHasher {
  /**
   * Small pieces go together, so that handing them over costs little; a multiple of any smaller.
   */
  private static final int BATCH_BYTES = 1 << 20;

  /** How much is in memory at once, or else two pieces. */
  private static final int MAX_BYTES = 64 << 20;

  private final ExecutorService threads;
  private final int maxBatches;
  private final int pieceBytes;
  private final int batchBytes;
  private final Deque<Future<HashedBatch>> hashing = new ArrayDeque<>();
  private final byte[] hashes;
  private final long allBytes;
  private final SeedOptions.Progress progress;
  private int hashesEnd;
  private long hashedBytes;

  /**
   * For content that has so many pieces and bytes.
   *
   * @param pieceBytes a power of two
   */
  PieceHasher(
      HashingThreads threads,
      int pieceBytes,
      int pieceCount,
      long allBytes,
      SeedOptions.Progress progress) {
    this.threads = threads.executor();
    this.pieceBytes = pieceBytes;
    this.batchBytes = (int) Math.min(allBytes, Math.max(pieceBytes, BATCH_BYTES));
    this.maxBatches = Math.max(2, Math.min(MAX_BYTES / batchBytes, 2 * threads.count() + 1));
    this.hashes = new byte[pieceCount * HashedBatch.HASH_BYTES];
    this.allBytes = allBytes;
    this.progress = progress;
  }

  /** The hashes of all pieces, one behind another. */
  byte[] hash(ContentStream content) throws IOException, InterruptedException {
    HashedBatch batch = new HashedBatch(pieceBytes, batchBytes);
    for (int length = content.read(batch.content());
        length > 0;
        length = content.read(batch.content())) {
      batch.filled(length);
      hashing.add(threads.submit(batch::hash));
      batch = free();
    }
    while (!hashing.isEmpty()) {
      takeFirst();
    }
    return hashes;
  }

  private HashedBatch free() throws InterruptedException {
    return hashing.size() < maxBatches ? new HashedBatch(pieceBytes, batchBytes) : takeFirst();
  }

  private HashedBatch takeFirst() throws InterruptedException {
    try {
      HashedBatch batch = hashing.remove().get();
      hashesEnd = batch.copyHashes(hashes, hashesEnd);
      hashedBytes += batch.length();
      progress.at(hashedBytes, allBytes);
      return batch;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a piece was not hashed", e.getCause());
    }
  }
}
