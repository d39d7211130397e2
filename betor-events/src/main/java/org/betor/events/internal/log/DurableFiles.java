package org.betor.events.internal.log;

import java.io.DataInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.LoggerFactory;

/** Small files with a checksum, and folders, that a power failure does not take away. */
public final class DurableFiles {
  private DurableFiles() {}

  /** Makes a folder, and those above it, where there is none. */
  public static Path folder(Path path) throws IOException {
    Path absolute = path.toAbsolutePath();
    Path above = absolute.getParent();
    if (above != null && !Files.isDirectory(absolute)) {
      folder(above);
      Files.createDirectories(absolute);
      force(above);
    }
    return path;
  }

  /** Writes a file, or replaces it as a whole. For one thread in a folder at a time. */
  public static void write(Path file, byte[] bytes) throws IOException {
    Path unfinished = file.resolveSibling("unfinished");
    try (FileOutputStream out = new FileOutputStream(unfinished.toFile())) {
      out.write(Frame.of(bytes));
      out.getFD().sync();
    }
    move(unfinished, file);
  }

  /**
   * What was written.
   *
   * @throws IOException also if the disk has damaged it
   */
  public static byte[] read(Path file) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      return Frame.read(in);
    }
  }

  /** Gives a file of a folder another name. */
  public static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    force(to.resolveSibling("."));
  }

  /** Makes the names in a folder durable. Windows cannot do this. */
  static void force(Path folder) {
    boolean interrupted = Thread.interrupted(); // which would close the channel
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException unsupported) {
      LoggerFactory.getLogger(DurableFiles.class)
          .debug("the folder {} cannot be synchronized", folder, unsupported);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
