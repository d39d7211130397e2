package org.betor.p2p.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Files to share.
 *
 * @param folder what they are in
 * @param root the file or folder that is the torrent's content
 */
record Content(Path folder, Path root) {
  private static final String SHA_256_OF_NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  /** How content is laid out. */
  enum Layout {
    /** One file. */
    ONE_FILE,
    /** Files in folders: large, small and empty ones, with names in several scripts. */
    FOLDERS
  }

  /** Makes random content of about so many bytes. */
  static Content make(Path folder, Layout layout, int bytes) throws IOException {
    if (layout == Layout.ONE_FILE) {
      write(folder.resolve("Sintel.mkv"), bytes);
      return new Content(folder, folder.resolve("Sintel.mkv"));
    }
    // without a colon, which Transmission replaces
    Path root = folder.resolve("Sintel, edição 日本語");
    write(root.resolve("Sintel.mkv"), bytes / 3 * 2);
    write(root.resolve("Extras/Making of.mkv"), bytes / 3);
    write(root.resolve("Extras/ñandú.txt"), 1);
    write(root.resolve("Legendas/empty.srt"), 0);
    write(root.resolve("Legendas/português.srt"), 70_001);
    write(root.resolve("Legendas/日本語.srt"), 16_384);
    return new Content(folder, root);
  }

  /** Checks that a folder has the same files, and no other. */
  void assertCopied(Path copy) throws IOException {
    assertThat(sums(copy)).isEqualTo(sums(folder));
  }

  /** The same for others' clients: aria2 leaves its own file, Transmission makes no empty ones. */
  void assertBytesCopied(Path copy) throws IOException {
    Map<String, String> sums = sums(folder);
    sums.values().remove(SHA_256_OF_NOTHING);
    assertThat(sums(copy)).containsAllEntriesOf(sums);
  }

  private static void write(Path file, int bytes) throws IOException {
    Files.createDirectories(file.getParent());
    SplittableRandom random = new SplittableRandom(bytes);
    byte[] chunk = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int left = bytes; left > 0; left -= chunk.length) {
        random.nextBytes(chunk);
        out.write(chunk, 0, Math.min(left, chunk.length));
      }
    }
  }

  private static Map<String, String> sums(Path folder) throws IOException {
    Map<String, String> sums = new TreeMap<>();
    for (Path file : files(folder)) {
      sums.put(folder.relativize(file).toString(), sum(file));
    }
    return sums;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static String sum(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
