package org.betor.p2p.internal.making;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A file that is to be in a torrent.
 *
 * @param path where it is; absolute
 * @param names its path within the torrent's folder, as the file system writes it, so that it is
 *     found there again
 * @param sizeBytes its size when it was found
 */
record FoundFile(Path path, List<String> names, long sizeBytes) {
  /** The same order on every system, whatever its language. */
  static final Comparator<FoundFile> BY_BYTES_OF_PATH =
      Comparator.comparing(FoundFile::bytesOfPath, Arrays::compareUnsigned);

  private byte[] bytesOfPath() {
    return String.join("/", names).getBytes(StandardCharsets.UTF_8);
  }
}
