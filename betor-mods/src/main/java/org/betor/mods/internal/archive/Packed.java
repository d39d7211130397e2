package org.betor.mods.internal.archive;

import java.util.List;

/**
 * What was packed.
 *
 * @param files by the bytes of their names
 * @param leftOut links and other special files, which are not in the archive
 * @param sha256 of the archive, in hex
 * @param contentSha256 of the files: the SHA-256 of the lines that {@code sha256sum} prints of them
 *     by the bytes of their names; the same for the same files however they are compressed
 */
public record Packed(
    List<PackedFile> files,
    List<String> leftOut,
    long plainBytes,
    long zipBytes,
    String sha256,
    String contentSha256) {

  /** Keeps copies. */
  public Packed {
    files = List.copyOf(files);
    leftOut = List.copyOf(leftOut);
  }
}
