package org.betor.core.internal.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.RejectedExecutionException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.NRTCachingDirectory;
import org.apache.lucene.util.IOUtils;

/**
 * A directory that keeps others out from the start, whether or not it has a writer. Small files
 * stay in memory until they are committed: refreshing after each put makes many, and merges them
 * soon.
 */
final class LockedDirectory extends FilterDirectory {
  private static final double LARGEST_KEPT_MEGABYTES = 5;

  private final Lock lock;

  /**
   * Looks after the lock. Whoever lets go of a search last deletes what was merged away meanwhile,
   * and looks whether the lock is held before; Java would close the lock's file, and so give it up,
   * if that one were interrupted.
   */
  private final WriterThread checks = new WriterThread("betor-catalog-lock");

  private LockedDirectory(Directory directory) throws IOException {
    super(directory);
    lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME);
  }

  /**
   * Locks the directory of that path, which is made if need be.
   *
   * @param megabytes so much may stay in memory
   */
  static LockedDirectory open(Path path, int megabytes) throws IOException {
    FSDirectory files = FSDirectory.open(path); // holds no file until it is locked
    return new LockedDirectory(new NRTCachingDirectory(files, LARGEST_KEPT_MEGABYTES, megabytes));
  }

  /** The lock that is held. Giving it back does nothing: it lasts as long as the directory. */
  @Override
  public Lock obtainLock(String name) {
    return new Lock() {
      @Override
      public void ensureValid() throws IOException {
        try {
          checks.run(lock::ensureValid);
        } catch (RejectedExecutionException closed) {
          throw new AlreadyClosedException("the index is closed", closed);
        }
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(in, lock, checks); // nobody else may be there while files are still written
  }
}
