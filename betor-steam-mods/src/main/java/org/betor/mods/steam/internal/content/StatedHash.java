package org.betor.mods.steam.internal.content;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.betor.api.mod.ModDetails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The SHA-1 that the address of a file seems to hold. Nobody promises that it is one. */
final class StatedHash {
  private static final Logger LOG = LoggerFactory.getLogger(StatedHash.class);
  private static final Pattern HASH = Pattern.compile("/ugc/\\d{1,20}/([0-9a-fA-F]{40})/?");

  private StatedHash() {}

  static void warnIfOther(ModDetails mod, URI address, Path file) throws IOException {
    Matcher hash = HASH.matcher(String.valueOf(address.getPath()));
    if (hash.matches() && !hash.group(1).equalsIgnoreCase(sha1(file))) {
      LOG.warn("the file of {} is not the one that its address names", mod.key());
    }
  }

  private static String sha1(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      byte[] part = new byte[64 * 1024];
      for (int count = in.read(part); count >= 0; count = in.read(part)) {
        digest.update(part, 0, count);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
