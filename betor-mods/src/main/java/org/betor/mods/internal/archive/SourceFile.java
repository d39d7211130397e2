package org.betor.mods.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A file to pack.
 *
 * @param name what it is called in the archive
 */
record SourceFile(String name, Path path) {

  /** Fails if it has become a link in the meantime. */
  InputStream open() throws IOException {
    return Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
  }

  long size() throws IOException {
    return Files.size(path);
  }
}
