package org.betor.mods.internal.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Holds a compressed file until its size is known: 8 MiB in memory, and more in a file. */
final class SpillBuffer extends OutputStream {
  private static final int IN_MEMORY = 8 << 20;

  private final Path file;
  private ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private @Nullable FileChannel spilled;
  private long size;

  /** Makes this file if need be, and takes it away when closed. */
  SpillBuffer(Path file) {
    this.file = file;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (memory.size() + length > IN_MEMORY) {
      spill();
    }
    memory.write(bytes, offset, length);
    size += length;
  }

  private void spill() throws IOException {
    if (spilled == null) {
      spilled =
          FileChannel.open(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    }
    memory.writeTo(Channels.newOutputStream(spilled));
    memory.reset();
  }

  long size() {
    return size;
  }

  /** What was written since the last {@link #clear}; to be read before anything else is written. */
  InputStream read() throws IOException {
    if (spilled == null || spilled.position() == 0) {
      return new ByteArrayInputStream(memory.toByteArray());
    }
    spill();
    spilled.position(0);
    return Channels.newInputStream(spilled);
  }

  void clear() throws IOException {
    memory.reset();
    size = 0;
    if (spilled != null) {
      spilled.truncate(0);
    }
  }

  @Override
  public void close() throws IOException {
    if (spilled != null) {
      spilled.close();
    }
  }
}
