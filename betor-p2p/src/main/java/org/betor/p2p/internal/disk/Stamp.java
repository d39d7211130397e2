package org.betor.p2p.internal.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * By which a change of a file is noticed without reading it.
 *
 * @param bytes its size; -1 if it is not there
 * @param modifiedMicros when it was last written, in microseconds since 1970
 */
public record Stamp(long bytes, long modifiedMicros) {
  /** Of a file that is not there. */
  public static final Stamp ABSENT = new Stamp(-1, 0);

  /** How a file is now. */
  public static Stamp of(Path file) throws IOException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.isRegularFile()
          ? new Stamp(attributes.size(), attributes.lastModifiedTime().to(TimeUnit.MICROSECONDS))
          : ABSENT;
    } catch (NoSuchFileException e) {
      return ABSENT;
    }
  }

  /** Whether there is a file. */
  public boolean isThere() {
    return bytes >= 0;
  }
}
