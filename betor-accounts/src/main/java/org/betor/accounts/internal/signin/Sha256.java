package org.betor.accounts.internal.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a text is kept as where it must not be read. */
public final class Sha256 {
  private Sha256() {}

  /** 64 hex digits. */
  public static String hex(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException impossible) { // every JVM has it
      throw new AssertionError(impossible);
    }
  }
}
