package org.betor.mods.internal.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.betor.mods.internal.bzip2.Bzip2InputStream;

/** A ZIP that may come from anywhere: nothing that it says is believed. */
public final class ZipInput implements Closeable {
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int BZIP2 = 12;
  private static final Set<Integer> METHODS = Set.of(STORED, DEFLATED, BZIP2);

  private final Path path;
  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> files = new LinkedHashMap<>();
  private final EntryNames names = new EntryNames();

  private ZipInput(Path path, ZipFile zip) {
    this.path = path;
    this.zip = zip;
  }

  /**
   * Opens a ZIP with no more than that.
   *
   * @param maxBytes of all files, uncompressed
   * @param maxEntries files and folders
   */
  public static ZipInput open(Path path, long maxBytes, int maxEntries) throws IOException {
    ZipInput input = new ZipInput(path, openUnchecked(path));
    boolean safe = false;
    try {
      input.check(maxBytes, maxEntries);
      safe = true;
      return input;
    } finally {
      if (!safe) {
        input.close();
      }
    }
  }

  private static ZipFile openUnchecked(Path path) throws IOException {
    try {
      return ZipFile.builder().setPath(path).setIgnoreLocalFileHeader(true).get();
    } catch (FileSystemException e) { // not there, or not ours to read
      throw e;
    } catch (IOException e) {
      if (e.getCause() instanceof ClosedByInterruptException interrupt) {
        throw interrupt;
      }
      throw damaged(path, e);
    } catch (RuntimeException e) { // of numbers that contradict one another
      throw damaged(path, e);
    }
  }

  private static ZipException damaged(Path path, Exception cause) {
    ZipException damaged = new ZipException("%s is no whole ZIP: %s".formatted(path, cause));
    damaged.initCause(cause);
    return damaged;
  }

  private void check(long maxBytes, int maxEntries) throws ZipException {
    List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
    if (entries.size() > maxEntries) {
      throw new ZipException("%s has more than %d files".formatted(path, maxEntries));
    }
    long left = maxBytes;
    for (ZipArchiveEntry entry : entries) {
      Optional<String> problem = add(entry);
      if (problem.isPresent()) {
        throw new ZipException(
            "%s has \"%s\": %s".formatted(path, Printable.of(entry.getName()), problem.get()));
      }
      if (entry.getSize() < 0 || entry.getSize() > left) {
        throw new ZipException("%s unpacks to more than %d bytes".formatted(path, maxBytes));
      }
      left -= entry.getSize();
    }
  }

  private Optional<String> add(ZipArchiveEntry entry) {
    String name = entry.getName();
    if (entry.isUnixSymlink()) {
      return Optional.of("it is a link");
    }
    if (name.endsWith("/")) {
      return names.addFolder(name.substring(0, name.length() - 1));
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      return Optional.of("it is encrypted");
    }
    if (!METHODS.contains(entry.getMethod())) {
      return Optional.of("it is compressed by method %d".formatted(entry.getMethod()));
    }
    files.put(name, entry);
    return names.add(name);
  }

  /** Its files, in the order of the archive. */
  public List<ZipArchiveEntry> files() {
    return new ArrayList<>(files.values());
  }

  /** The bytes of a file, compared with its size and checksum. */
  public InputStream open(String name) throws IOException {
    ZipArchiveEntry entry = files.get(name);
    if (entry == null) {
      throw new IllegalArgumentException("there is no %s in %s".formatted(name, path));
    }
    InputStream plain = plain(entry);
    return new ComparedStream(plain, entry.getSize(), entry.getCrc(), path + ", " + name);
  }

  /** One at a time: where a file begins is looked up with a buffer that all share. */
  private synchronized InputStream plain(ZipArchiveEntry entry) throws IOException {
    return entry.getMethod() == BZIP2
        ? new Bzip2InputStream(zip.getRawInputStream(entry))
        : zip.getInputStream(entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
