package org.betor.mods.internal.archive;

import java.security.MessageDigest;
import java.util.zip.CRC32;

/** Size and checksums of a file, as its bytes come by. */
final class Fingerprint {
  private final CRC32 crc = new CRC32();
  private final MessageDigest sha256 = Sha256.begin();
  private long size;

  void add(byte[] bytes, int count) {
    crc.update(bytes, 0, count);
    sha256.update(bytes, 0, count);
    size += count;
  }

  /** To be asked once, after all bytes. */
  PackedFile of(String name) {
    return new PackedFile(name, size, crc.getValue(), Sha256.end(sha256));
  }
}
