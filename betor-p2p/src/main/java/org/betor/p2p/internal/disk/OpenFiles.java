package org.betor.p2p.internal.disk;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the files open that were used last, and no more than so many. Safe for use by several
 * threads.
 */
public final class OpenFiles implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenFiles.class);

  private final int most;
  private final Map<Key, Handle> handles = new LinkedHashMap<>(16, 0.75f, true);

  /** Keeps at most so many files open, besides those in use. */
  public OpenFiles(int most) {
    this.most = most;
  }

  /** Does something with a file that is there. Links are followed: who seeds may have made them. */
  void reading(Path file, Use use) throws IOException {
    with(new Key(file, null), use);
  }

  /**
   * Does something with a file, which is made if it is not there, as are the folders that it is in.
   *
   * @throws IOException also if a link leads out of {@code root}
   */
  void writing(Path root, Path file, Use use) throws IOException {
    with(new Key(file, root), use);
  }

  /** Closes the files of a folder, or one file. */
  public void close(Path fileOrFolder) {
    closeThose(key -> key.file.startsWith(fileOrFolder));
  }

  @Override
  public void close() {
    closeThose(key -> true);
  }

  private void with(Key key, Use use) throws IOException {
    Handle handle = take(key);
    try {
      use.with(handle.channel);
    } finally {
      giveBack(handle);
    }
  }

  private synchronized Handle take(Key key) throws IOException {
    Handle handle = handles.get(key);
    if (handle == null || !handle.channel.isOpen()) { // a thread that is interrupted closes it
      handle = new Handle(key.open());
      handles.put(key, handle);
      closeOldest();
    }
    handle.users++;
    return handle;
  }

  private synchronized void giveBack(Handle handle) {
    handle.users--;
    if (handle.dropped && handle.users == 0) {
      close(handle);
    }
  }

  private void closeOldest() {
    Iterator<Handle> oldestFirst = handles.values().iterator();
    for (int over = handles.size() - most; over > 0 && oldestFirst.hasNext(); over--) {
      drop(oldestFirst.next());
      oldestFirst.remove();
    }
  }

  private synchronized void closeThose(Predicate<Key> which) {
    for (Iterator<Map.Entry<Key, Handle>> each = handles.entrySet().iterator(); each.hasNext(); ) {
      Map.Entry<Key, Handle> entry = each.next();
      if (which.test(entry.getKey())) {
        drop(entry.getValue());
        each.remove();
      }
    }
  }

  private static void drop(Handle handle) {
    handle.dropped = true;
    if (handle.users == 0) {
      close(handle);
    }
  }

  private static void close(Handle handle) {
    try {
      handle.channel.close();
    } catch (IOException e) {
      LOG.warn("A file was not closed", e);
    }
  }

  /** Something that is done with an open file. */
  @FunctionalInterface
  interface Use {
    void with(FileChannel file) throws IOException;
  }

  /** A file; {@code root} is where it must be below to be written, null if it is only read. */
  private record Key(Path file, @Nullable Path root) {
    FileChannel open() throws IOException {
      if (root == null) {
        return FileChannel.open(file, READ);
      }
      if (Files.isSymbolicLink(file)) {
        throw new FileSystemException(file.toString(), null, "a link is not written through");
      }
      Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), root);
      Path top = made(root).toRealPath();
      checkIsBelow(top, existing(folder));
      checkIsBelow(top, made(folder));
      return FileChannel.open(file, Set.of(READ, WRITE, CREATE, LinkOption.NOFOLLOW_LINKS));
    }

    private void checkIsBelow(Path top, Path folder) throws IOException {
      if (!folder.toRealPath().startsWith(top)) {
        throw new FileSystemException(file.toString(), null, "a link leads out of " + root);
      }
    }

    private static Path made(Path folder) throws IOException {
      return Files.isDirectory(folder) ? folder : Files.createDirectories(folder);
    }

    private static Path existing(Path folder) {
      Path parent = folder.getParent();
      return parent == null || Files.exists(folder) ? folder : existing(parent);
    }
  }

  private static final class Handle {
    private final FileChannel channel;
    private int users;
    private boolean dropped;

    Handle(FileChannel channel) {
      this.channel = channel;
    }
  }
}
