package org.betor.p2p.internal.making;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.betor.api.spi.SeedOptions;

/**
 * Makes torrents of version 1. A folder's files are in the order of their paths' bytes; hidden and
 * empty ones are among them, symbolic links are not. Safe for use by several threads.
 */
public final class TorrentMaker {
  private final InstantSource clock;

  /** The clock dates what is made. */
  public TorrentMaker(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Hashes a file, or all files of a folder. Blocks; uses a few threads more meanwhile, and up to
   * 64 MiB of memory, or two pieces if these are longer. Progress is told on the calling thread.
   *
   * @throws IOException if something cannot be read, changes its size meanwhile, or has a name that
   *     other people's programs would refuse; the message names it
   * @throws IllegalArgumentException if it is to be private without a tracker, or a tracker has an
   *     address that nobody can announce to
   * @throws InterruptedException if the thread is interrupted; nothing is left running
   */
  public MadeTorrent make(Path content, SeedOptions options)
      throws IOException, InterruptedException {
    Source source = Source.of(content);
    int pieceBytes = PieceLength.of(options, source.sizeBytes());
    Draft draft = new Draft(source, options, pieceBytes, clock.instant());
    draft.check();
    TorrentFile file = draft.withHashes(hashes(draft));
    return new MadeTorrent(file, source.files().stream().map(FoundFile::path).toList());
  }

  private static byte[] hashes(Draft draft) throws IOException, InterruptedException {
    Source source = draft.source();
    try (HashingThreads threads = new HashingThreads();
        ContentStream content = new ContentStream(source.files())) {
      return new PieceHasher(
              threads,
              draft.pieceBytes(),
              draft.pieceCount(),
              source.sizeBytes(),
              draft.options().progress())
          .hash(content);
    } catch (ClosedByInterruptException e) {
      Thread.interrupted();
      InterruptedException interrupted = new InterruptedException("hashing was interrupted");
      interrupted.initCause(e);
      throw interrupted;
    }
  }
}
