package org.betor.mods.internal.archive;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Writes a ZIP of files that are compressed already: all else that commons-compress offers writes
 * method 12 wrongly. Every file has the same time and attributes.
 */
final class ZipOutput implements Closeable {
  private static final int REGULAR_FILE = 0100644;

  /** The first day that ZIP has, at an hour that every time zone had. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 12, 0);

  private final FileChannel file;
  private final MessageDigest digest = Sha256.begin();
  private final ZipArchiveOutputStream zip;
  private final SpillBuffer compressed;

  ZipOutput(Path path, Path spill) throws IOException {
    file =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    OutputStream digested = new DigestOutputStream(Channels.newOutputStream(file), digest);
    zip = new ZipArchiveOutputStream(new BufferedOutputStream(digested, 1 << 16));
    zip.setUseZip64(Zip64Mode.AsNeeded);
    compressed = new SpillBuffer(spill);
  }

  /** Where the bytes of the next file go. */
  OutputStream compressed() {
    return compressed;
  }

  /** Ends a file, whose compressed bytes were written. */
  void add(PackedFile file, int method) throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(file.name());
    entry.setMethod(method);
    entry.setSize(file.size());
    entry.setCompressedSize(compressed.size());
    entry.setCrc(file.crc32());
    entry.setTimeLocal(TIME);
    entry.setUnixMode(REGULAR_FILE);
    zip.addRawArchiveEntry(entry, compressed.read());
    compressed.clear();
  }

  /** Ends the archive, which is on the disk then; returns its SHA-256. */
  String finish() throws IOException {
    zip.finish();
    zip.flush();
    file.force(true);
    return Sha256.end(digest);
  }

  @Override
  public void close() throws IOException {
    try (file) {
      compressed.close();
    }
  }
}
