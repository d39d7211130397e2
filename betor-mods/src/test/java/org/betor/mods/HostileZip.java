package org.betor.mods;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** Writes archives that claim what they like. */
final class HostileZip implements AutoCloseable {
  private final ZipArchiveOutputStream zip;

  HostileZip(Path path) throws IOException {
    zip = new ZipArchiveOutputStream(path);
  }

  /** A file as it should be. */
  HostileZip file(String name, byte[] plain) throws IOException {
    return raw(claim(name, plain), bzip2(plain));
  }

  /** Bytes under method 12 of which the claim may say anything. */
  HostileZip raw(ZipArchiveEntry claim, byte[] compressed) throws IOException {
    claim.setCompressedSize(compressed.length);
    zip.addRawArchiveEntry(claim, new ByteArrayInputStream(compressed));
    return this;
  }

  /** What is true of a file. */
  static ZipArchiveEntry claim(String name, byte[] plain) {
    CRC32 crc = new CRC32();
    crc.update(plain);
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setMethod(12);
    entry.setSize(plain.length);
    entry.setCrc(crc.getValue());
    return entry;
  }

  static byte[] bzip2(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = new BZip2CompressorOutputStream(bytes)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
