package org.betor.core.internal.catalog;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.IOUtils;

/** A directory that keeps others out from the start, whether or not it has a writer. */
final class LockedDirectory extends FilterDirectory {
  private final Lock lock;

  private LockedDirectory(Directory directory) throws IOException {
    super(directory);
    lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME);
  }

  /** Locks the directory of that path, which is made if need be. */
  static LockedDirectory open(Path path) throws IOException {
    return new LockedDirectory(FSDirectory.open(path)); // holds no file until it is locked
  }

  /** The lock that is held. Giving it back does nothing: it lasts as long as the directory. */
  @Override
  public Lock obtainLock(String name) {
    return new Lock() {
      @Override
      public void ensureValid() throws IOException {
        lock.ensureValid();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(lock, in);
  }
}
