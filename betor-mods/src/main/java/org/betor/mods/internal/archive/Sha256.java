package org.betor.mods.internal.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Checksums of files and of sets of files. */
final class Sha256 {
  private Sha256() {}

  static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static String end(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Of the lines that {@code sha256sum} prints. */
  static String of(List<PackedFile> files) {
    MessageDigest digest = begin();
    for (PackedFile file : files) {
      digest.update((file.sha256() + "  " + file.name() + "\n").getBytes(UTF_8));
    }
    return end(digest);
  }
}
