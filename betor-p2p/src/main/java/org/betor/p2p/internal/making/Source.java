package org.betor.p2p.internal.making;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a torrent is made of.
 *
 * @param name of the file or folder
 * @param single whether it is one file that stands in no folder
 * @param files in the torrent's order; at least one
 */
record Source(String name, boolean single, List<FoundFile> files) {
  /** What stands for bytes that are no text in the system's charset. */
  private static final String NO_LETTER = "\ufffd";

  /** Looks at a file, or at all files below a folder; that may be reached by a symbolic link. */
  static Source of(Path content) throws IOException {
    Path named = content.toAbsolutePath().normalize().getFileName();
    if (named == null) {
      throw new IOException(content + " has no name that a torrent could have");
    }
    Source source = of(content.toRealPath(), named.toString());
    source.refuseWhatCannotBeMade(content);
    return source;
  }

  /** Of all files together; {@link Long#MAX_VALUE} if it is more, as sparse files make it. */
  long sizeBytes() {
    long most = Long.MAX_VALUE;
    return files.stream()
        .mapToLong(FoundFile::sizeBytes)
        .reduce(0, (sum, size) -> size > most - sum ? most : sum + size);
  }

  private static Source of(Path content, String name) throws IOException {
    if (Files.isDirectory(content)) {
      return new Source(name, false, FolderWalk.filesIn(content));
    }
    if (Files.isRegularFile(content)) {
      FoundFile file = new FoundFile(content, List.of(name), Files.size(content));
      return new Source(name, true, List.of(file));
    }
    throw new IOException(content + " is neither a file nor a folder");
  }

  private void refuseWhatCannotBeMade(Path content) throws IOException {
    if (files.isEmpty()) {
      throw new IOException(content + " has no files in it, so there is nothing to share");
    }
    if (sizeBytes() == 0) {
      throw new IOException(content + " holds no bytes, so there is nothing to share");
    }
    for (FoundFile file : files) {
      if (file.names().stream().anyMatch(part -> part.contains(NO_LETTER))) {
        throw new IOException(
            file.path() + " has a name that is no text in the charset of this system; rename it");
      }
    }
  }
}
