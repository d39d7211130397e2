package org.betor.samples;

import java.util.List;
import java.util.Random;

/** Invented packages for a game that does not exist. */
public final class ThunderstorePackages {
  /** The community of the game: Moth Lighthouse. */
  public static final String COMMUNITY = "moth-lighthouse";

  /** A package that needs {@link #LIBRARY}. */
  public static final String LANTERN = "Gardeners-LanternKit";

  /** A package that needs nothing, and that others need. */
  public static final String LIBRARY = "Gardeners-Seed_Library";

  /** A package that needs {@link #LANTERN}, {@link #LIBRARY} and one that is gone. */
  public static final String WEATHER = "Old-Harbour-Weather";

  /** A package with a name in it that leads out of a folder. */
  public static final String ESCAPE = "Nobody-EscapeArtist";

  /** A package that is gone. */
  public static final String GONE = "Nobody-Gone";

  private static final int BYTES = 120_000;

  private ThunderstorePackages() {}

  /** All that there are. */
  public static List<ThunderstorePackage> all() {
    return List.of(
        ThunderstorePackage.of("Gardeners", "LanternKit", "1.2.0")
            .description("Lanterns that moths like.")
            .file("manifest.json", "{\"name\":\"LanternKit\",\"version_number\":\"1.2.0\"}")
            .file("README.md", "# Lantern Kit\n".repeat(500))
            .file("plugins/lantern kit/lanterns.bin", noise(1))
            .needs("Gardeners-Seed_Library-0.9.1")
            .build(),
        ThunderstorePackage.of("Gardeners", "Seed_Library", "0.9.10")
            .description("What other packages grow from.")
            .file("manifest.json", "{\"name\":\"Seed_Library\",\"version_number\":\"0.9.10\"}")
            .file("plugins/seeds.bin", noise(2))
            .build(),
        ThunderstorePackage.of("Old-Harbour", "Weather", "2.0.0")
            .description("Rain, and more of it.")
            .file("manifest.json", "{\"name\":\"Weather\",\"version_number\":\"2.0.0\"}")
            .needs("Gardeners-LanternKit-1.0.0", "Gardeners-Seed_Library-0.9.1", GONE + "-1.0.0")
            .deprecated()
            .build(),
        ThunderstorePackage.of("Nobody", "EscapeArtist", "1.0.0")
            .file("manifest.json", "{}")
            .file("../../escaped.txt", "out")
            .build());
  }

  /**
   * One of them.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static ThunderstorePackage named(String fullName) {
    return all().stream()
        .filter(one -> one.fullName().equals(fullName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no sample is called " + fullName));
  }

  private static byte[] noise(long seed) {
    byte[] bytes = new byte[BYTES];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
