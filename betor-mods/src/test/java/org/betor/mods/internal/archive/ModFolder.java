package org.betor.mods.internal.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a mod of no game, of every kind that matters to an archive. */
public final class ModFolder {
  private static final int MIB = 1 << 20;

  private final Path folder;

  private ModFolder(Path folder) {
    this.folder = folder;
  }

  /** A folder for files, made if need be. */
  public static ModFolder at(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new ModFolder(folder);
  }

  /** Fills it with all kinds of files. */
  public ModFolder withEverything() throws IOException {
    with("About/About.xml", "<mod><name>Teacups on Mars</name></mod>".getBytes(UTF_8));
    with("Defs/empty.xml", new byte[0]);
    with("Maps/void.bin", new byte[20 * MIB]);
    with("Sounds/rain.ogg", noise(3 * MIB / 2));
    with("Strings/lines.txt", "A teacup is on Mars, or two.\n".repeat(60_000).getBytes(UTF_8));
    for (int i = 0; i < 300; i++) {
      with("Defs/" + i % 7 + "/item-" + i + ".xml", ("<item id=\"" + i + "\"/>").getBytes(UTF_8));
    }
    return hasUnicodeNames() ? with("Línguas/日本語/ação.txt", "ação".getBytes(UTF_8)) : this;
  }

  /** Adds a file. */
  public ModFolder with(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return this;
  }

  /** Where it is. */
  public Path path() {
    return folder;
  }

  /** The files below a folder: names and checksums. */
  public static Map<String, String> sums(Path folder) throws IOException {
    Map<String, String> sums = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        var digest = Sha256.begin();
        digest.update(Files.readAllBytes(file));
        sums.put(folder.relativize(file).toString(), Sha256.end(digest));
      }
    }
    return sums;
  }

  /** Bytes that no program makes shorter. */
  public static byte[] noise(int size) {
    byte[] noise = new byte[size];
    new SplittableRandom(size).nextBytes(noise);
    return noise;
  }

  /** Whether files can have names in any script, which is up to the locale. */
  public static boolean hasUnicodeNames() {
    return Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode("ção日");
  }
}
