package org.betor.benchmarks.mods;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The files of a large mod of no game: a quarter of their bytes are text, a quarter programs (the
 * JDK's own), a quarter noise as of pictures and sounds, an eighth definitions, an eighth repeats
 * itself. Of 1 KiB to 32 MiB each.
 */
public final class MixedFiles {
  private static final int KIB = 1 << 10;
  private static final int MIB = 1 << 20;
  private static final int[] SIZES = {KIB, 20 * KIB, 300 * KIB, 3 * MIB, 32 * MIB};
  private static final int WORDS = 20_000;

  private final SplittableRandom random = new SplittableRandom(20);
  private final Path folder;
  private final String[] words = new String[WORDS];

  private MixedFiles(Path folder) {
    this.folder = folder;
    Arrays.setAll(words, i -> word());
  }

  /** Writes so many mebibytes of them into a folder, a multiple of 8. */
  public static void write(Path folder, int mib) throws IOException {
    Path programs = Path.of(System.getProperty("java.home"), "lib", "modules");
    try (InputStream in = Files.newInputStream(programs)) {
      MixedFiles files = new MixedFiles(folder);
      files.write("Text", "txt", mib / 4, files::text);
      files.write("Assemblies", "dll", mib / 4, in::readNBytes);
      files.write("Textures", "dds", mib / 4, files::noise);
      files.write("Defs", "xml", mib / 8, files::definitions);
      files.write("Maps", "map", mib / 8, files::map);
    }
  }

  private void write(String kind, String ending, int mib, Content content) throws IOException {
    long left = (long) mib * MIB;
    for (int number = 0; left > 0; number++) {
      int size = (int) Math.min(left, SIZES[number % SIZES.length]);
      Path file = folder.resolve("%s/%d/%d.%s".formatted(kind, number % 10, number, ending));
      Files.createDirectories(file.getParent());
      Files.write(file, content.bytes(size));
      left -= size;
    }
  }

  private String word() {
    return random
        .ints(random.nextInt(2, 11), 'a', 'z' + 1)
        .map(letter -> "aeiou".indexOf(letter) < 0 && random.nextInt(3) == 0 ? 'e' : letter)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private String anyWord() { // the frequent ones far more often
    return words[(int) (WORDS * Math.pow(random.nextDouble(), 4))];
  }

  private byte[] text(int size) {
    return lines(
        size, line -> line.append(anyWord()).append(random.nextInt(12) == 0 ? ".\n" : " "));
  }

  private byte[] definitions(int size) {
    return lines(
        size,
        line ->
            line.append("  <thing>\n    <name>%s %s</name>\n".formatted(anyWord(), anyWord()))
                .append("    <cost>%d</cost>\n  </thing>\n".formatted(random.nextInt(1_000))));
  }

  private byte[] noise(int size) {
    byte[] noise = new byte[size];
    random.nextBytes(noise);
    return noise;
  }

  private byte[] map(int size) {
    byte[] map = new byte[size];
    byte[] tile = noise(3_000);
    for (int at = 0; at < size; at += 2 * tile.length) { // and as many zeros
      System.arraycopy(tile, 0, map, at, Math.min(tile.length, size - at));
    }
    return map;
  }

  private static byte[] lines(int size, Line line) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(size + 100);
    StringBuilder next = new StringBuilder();
    while (bytes.size() < size) {
      line.addTo(next);
      bytes.writeBytes(next.toString().getBytes(UTF_8));
      next.setLength(0);
    }
    return Arrays.copyOf(bytes.toByteArray(), size);
  }

  private interface Content {
    byte[] bytes(int size) throws IOException;
  }

  private interface Line {
    void addTo(StringBuilder text);
  }
}
