package org.betor.api.model;

import java.time.Instant;
import java.util.List;

/**
 * What is in a torrent, from its metadata.
 *
 * @param name the name that the torrent gives itself
 * @param files its files, in its order; empty if the metadata could not be had
 * @param seen when the metadata was read
 */
public record Contents(String name, List<File> files, Instant seen) implements Section {

  /**
   * Copies and normalises.
   *
   * @throws IllegalArgumentException if the files together are larger than a long can tell
   */
  public Contents {
    name = Wording.line(name);
    files = List.copyOf(files);
    long together = 0;
    for (File file : files) {
      together += file.sizeBytes();
      if (together < 0) {
        throw new IllegalArgumentException("the files of \"" + name + "\" are impossibly large");
      }
    }
  }

  /** The size of all files together, in bytes. */
  public long sizeBytes() {
    return files.stream().mapToLong(File::sizeBytes).sum();
  }

  /**
   * A file of a torrent.
   *
   * @param path its path within the torrent, parts joined by {@code /}
   * @param sizeBytes its size in bytes, from 0
   */
  public record File(String path, long sizeBytes) {
    /**
     * Checks.
     *
     * @throws IllegalArgumentException if the size is negative
     */
    public File {
      if (sizeBytes < 0) {
        throw new IllegalArgumentException("a file has 0 bytes or more, got " + sizeBytes);
      }
    }
  }
}
