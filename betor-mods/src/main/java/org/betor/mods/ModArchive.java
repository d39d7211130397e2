package org.betor.mods;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import org.betor.mods.internal.archive.EmptyFolder;
import org.betor.mods.internal.archive.ZipInput;

/**
 * The archive of a mod, for reading. It opens any ZIP whose files are stored, deflated or, what the
 * JDK itself cannot open, compressed with bzip2. Names and sizes are checked when it is opened,
 * contents when they are read; what is wrong is a {@link java.util.zip.ZipException} or an {@link
 * java.io.EOFException} that says so. Safe for use by several threads, but an interrupt of one that
 * reads closes it for all.
 */
public final class ModArchive implements Closeable {
  private final ZipInput zip;

  private ModArchive(ZipInput zip) {
    this.zip = zip;
  }

  /** Opens an archive within {@link Limits#DEFAULT}. */
  public static ModArchive open(Path zip) throws IOException {
    return open(zip, Limits.DEFAULT);
  }

  /**
   * Opens an archive.
   *
   * @throws java.util.zip.ZipException if it is none, has names that are not safe on every system,
   *     links, two files of one name, methods that are not known, or more than the limits allow
   */
  public static ModArchive open(Path zip, Limits limits) throws IOException {
    return new ModArchive(ZipInput.open(zip, limits.bytes(), limits.files()));
  }

  /** Its files, in the order of the archive; folders are none. */
  public List<Entry> entries() {
    return zip.files().stream().map(file -> new Entry(file.getName(), file.getSize())).toList();
  }

  /**
   * The bytes of a file. Before the stream says that it is at its end it fails unless size and
   * checksum are what the archive says. To be closed.
   *
   * @param name as in {@link Entry#name}
   * @throws IllegalArgumentException if there is no such file
   */
  public InputStream open(String name) throws IOException {
    return zip.open(name);
  }

  /** Reads everything, and fails unless it is as the archive says. */
  public void verify() throws IOException {
    for (Entry entry : entries()) {
      try (InputStream in = open(entry.name())) {
        in.transferTo(OutputStream.nullOutputStream());
      }
    }
  }

  /**
   * Writes all files into a folder. If it fails, the folder is empty again.
   *
   * @param folder made if it is not there
   * @throws java.nio.file.DirectoryNotEmptyException if it is not empty
   */
  public void extractTo(Path folder) throws IOException {
    EmptyFolder.at(folder).fill(this::extract);
  }

  private void extract(Path folder) throws IOException {
    for (Entry entry : entries()) {
      Path file = folder.resolve(entry.name());
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      try (InputStream in = open(entry.name());
          OutputStream out =
              Files.newOutputStream(
                  file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        in.transferTo(out);
      }
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /**
   * A file in an archive.
   *
   * @param name with slashes between folders
   * @param size in bytes, as the archive says
   */
  public record Entry(String name, long size) {}

  /**
   * What an archive may have.
   *
   * @param bytes of all files together, uncompressed
   * @param files how many, folders included
   */
  public record Limits(long bytes, int files) {
    /** 64 GiB in 200,000 files. */
    public static final Limits DEFAULT = new Limits(64L << 30, 200_000);
  }
}
