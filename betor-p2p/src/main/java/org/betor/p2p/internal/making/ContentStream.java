package org.betor.p2p.internal.making;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All files' bytes in a row, as pieces are cut from it. Each file must have the size it had. */
final class ContentStream implements Closeable {
  /** The system copies so much at once outside of the heap, and keeps the room for that. */
  private static final int CHUNK_BYTES = 128 << 10;

  private final Iterator<FoundFile> files;
  private @Nullable OpenFile open;

  ContentStream(List<FoundFile> files) {
    this.files = files.iterator();
  }

  /** Reads until the array is full or the last file has ended. Gives the number of bytes. */
  int read(byte[] into) throws IOException {
    int length = 0;
    while (length < into.length && openNext()) {
      length += readSome(ByteBuffer.wrap(into, length, into.length - length));
    }
    return length;
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      open.channel.close();
      open = null;
    }
  }

  /** Sees to it that a file is open; false if there is none any more. */
  private boolean openNext() throws IOException {
    while (open == null && files.hasNext()) {
      open = OpenFile.of(files.next());
      closeIfRead(open);
    }
    return open != null;
  }

  private int readSome(ByteBuffer into) throws IOException {
    OpenFile current = Objects.requireNonNull(open);
    int length = current.read(into);
    closeIfRead(current);
    return length;
  }

  private void closeIfRead(OpenFile file) throws IOException {
    if (file.left == 0) {
      file.checkSize();
      close();
    }
  }

  private static final class OpenFile {
    private final FoundFile file;
    private final FileChannel channel;
    private long left;

    private OpenFile(FoundFile file, FileChannel channel) {
      this.file = file;
      this.channel = channel;
      this.left = file.sizeBytes();
    }

    static OpenFile of(FoundFile file) throws IOException {
      return new OpenFile(
          file, FileChannel.open(file.path(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    int read(ByteBuffer into) throws IOException {
      int most = (int) Math.min(Math.min(into.remaining(), CHUNK_BYTES), left);
      int length = channel.read(into.limit(into.position() + most));
      if (length < 0) {
        throw changed();
      }
      left -= length;
      return length;
    }

    void checkSize() throws IOException {
      if (channel.size() != file.sizeBytes()) {
        throw changed();
      }
    }

    private IOException changed() throws IOException {
      return new IOException(
          "%s had %d bytes and has %d now: it is being written; try again when it is complete"
              .formatted(file.path(), file.sizeBytes(), channel.size()));
    }
  }
}
