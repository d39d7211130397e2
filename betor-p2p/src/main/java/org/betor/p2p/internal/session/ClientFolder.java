package org.betor.p2p.internal.session;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of a client, which no other client uses meanwhile. */
final class ClientFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClientFolder.class);

  private final FileChannel lock;
  private final Records records;

  private ClientFolder(FileChannel lock, Records records) {
    this.lock = lock;
    this.records = records;
  }

  /**
   * Takes a folder, which is made if it is not there.
   *
   * @throws IOException if another client uses it; the message names it
   */
  static ClientFolder open(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel lock =
        FileChannel.open(
            folder.resolve("client.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (lock.tryLock() == null) {
        throw inUse(folder);
      }
      return new ClientFolder(lock, new Records(folder));
    } catch (OverlappingFileLockException e) {
      lock.close();
      throw inUse(folder);
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  private static IOException inUse(Path folder) {
    return new IOException(
        "%s is in use by another torrent client: close that one, or take another folder"
            .formatted(folder));
  }

  Records records() {
    return records;
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      LOG.warn("The lock was not given back", e);
    }
  }
}
