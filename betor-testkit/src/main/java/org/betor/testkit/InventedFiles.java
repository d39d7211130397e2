package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Files of invented bytes: the same ones at each call, no two of them alike. */
final class InventedFiles {
  /** The size of the pieces of all torrents in these tests. */
  static final int PIECE = 16 << 10;

  private final String name;
  private final Map<String, byte[]> files = new TreeMap<>();
  private final Random random = new Random(42);

  private InventedFiles(String name) {
    this.name = name;
  }

  /** One file in no folder. */
  static InventedFiles film(int bytes) {
    return new InventedFiles("Vila Serena.mkv").with("", bytes);
  }

  /** Three films of ten pieces and a bit each. */
  static InventedFiles series() {
    return new InventedFiles("Vila Serena")
        .with("1.mkv", 10 * PIECE + 1)
        .with("2.mkv", 10 * PIECE + 2)
        .with("3.mkv", 10 * PIECE + 3);
  }

  /** Whatever makes cutting into pieces, and naming, difficult. */
  static InventedFiles difficult() {
    return new InventedFiles("Ação e Reação 映画")
        .with("0 nada.txt", 0)
        .with("1 byte.txt", 1)
        .with("a/b/c/menos.bin", PIECE - 1)
        .with("a/b/peça.bin", PIECE)
        .with("a/mais.bin", PIECE + 1)
        .with("映画/Über 🎬.bin", 3 * PIECE + 7)
        .with("z vazio", 0);
  }

  private InventedFiles with(String path, int bytes) {
    byte[] content = new byte[bytes];
    random.nextBytes(content);
    files.put(path, content);
    return this;
  }

  /** Writes them, and says where. */
  Path writeInto(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = path(folder, file.getKey());
      Files.createDirectories(path.resolve("..").normalize());
      Files.write(path, file.getValue());
    }
    return top(folder);
  }

  /** The file or folder in a folder. */
  Path top(Path folder) {
    return folder.resolve(name);
  }

  /** One of the files, by its index in the order of paths. */
  Path file(Path folder, int index) {
    return path(folder, files.keySet().stream().skip(index).findFirst().orElseThrow());
  }

  byte[] content(int index) {
    return files.values().stream().skip(index).findFirst().orElseThrow();
  }

  int count() {
    return files.size();
  }

  long size() {
    return files.values().stream().mapToLong(bytes -> bytes.length).sum();
  }

  /** Changes one byte in the middle of a file. */
  void damage(Path folder, int index) throws IOException {
    byte[] bytes = Files.readAllBytes(file(folder, index));
    bytes[bytes.length / 2] ^= 1;
    Files.write(file(folder, index), bytes);
  }

  /** Whether one of the files is there, and right. */
  boolean isIn(Path folder, int index) throws IOException {
    Path file = file(folder, index);
    return Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content(index));
  }

  void assertAllIn(Path folder) throws IOException {
    for (int index = 0; index < count(); index++) {
      assertIn(folder, index);
    }
  }

  void assertIn(Path folder, int index) throws IOException {
    assertThat(isIn(folder, index)).as("%s is right", file(folder, index)).isTrue();
  }

  private Path path(Path folder, String file) {
    return file.isEmpty() ? top(folder) : top(folder).resolve(file);
  }
}
