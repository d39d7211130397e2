package org.betor.samples;

import java.util.List;
import java.util.Random;

/** Invented mods of a game that does not exist. */
public final class SteamItems {
  /** The game: Orchard of Clocks. */
  public static final long GAME = 990_010;

  /** A mod of several files that needs {@link #LIBRARY}. */
  public static final long LANTERN = 3_100_000_001L;

  /** A mod that needs nothing, and that others need. */
  public static final long LIBRARY = 3_100_000_002L;

  /** A mod that needs {@link #LANTERN} and {@link #LIBRARY}. */
  public static final long WEATHER = 3_100_000_003L;

  /** A mod that is one file, had by HTTP. */
  public static final long OLD_MAP = 3_100_000_004L;

  /** A mod that is listed nowhere. */
  public static final long HIDDEN = 3_100_000_005L;

  /** A collection of {@link #LANTERN}, {@link #OLD_MAP} and {@link #SMALL_COLLECTION}. */
  public static final long COLLECTION = 3_100_000_010L;

  /** A collection of {@link #WEATHER}, {@link #COLLECTION} and an item that is gone. */
  public static final long SMALL_COLLECTION = 3_100_000_011L;

  /** An item that is gone. */
  public static final long GONE = 3_100_000_099L;

  private static final int MAP_BYTES = 300_000;

  private SteamItems() {}

  /** All that there are. */
  public static List<SteamItem> all() {
    return List.of(
        SteamItem.mod(LANTERN, GAME, "Lantern Light & Shade")
            .file("About/About.xml", "<ModMetaData><name>Lantern Light</name></ModMetaData>")
            .file("Textures/lantern.svg", "<svg/>".repeat(2_000))
            .needs(LIBRARY)
            .build(),
        SteamItem.mod(LIBRARY, GAME, "Clockwork Library")
            .file("Assemblies/clockwork.bin", noise(LIBRARY, 40_000))
            .build(),
        SteamItem.mod(WEATHER, GAME, "Weather of \u00d6sterby")
            .file("About/About.xml", "<ModMetaData/>")
            .file("Sounds/regn och bl\u00e5st.ogg", noise(WEATHER, 90_000))
            .needs(LANTERN, LIBRARY)
            .build(),
        SteamItem.mod(OLD_MAP, GAME, "Old Map")
            .legacyFile("maps/old_map.vpk", noise(OLD_MAP, MAP_BYTES))
            .build(),
        SteamItem.mod(HIDDEN, GAME, "Hidden Door").file("door.txt", "Knock.").visibility(3).build(),
        SteamItem.collection(COLLECTION, GAME, "All the Clocks", LANTERN, OLD_MAP, SMALL_COLLECTION)
            .build(),
        SteamItem.collection(
                SMALL_COLLECTION, GAME, "Some of the Clocks", WEATHER, COLLECTION, GONE)
            .build(),
        SteamItem.mod(GONE, GAME, "Gone").result(9).build());
  }

  /**
   * One of them.
   *
   * @throws IllegalArgumentException if there is none of that id
   */
  public static SteamItem item(long id) {
    return all().stream()
        .filter(item -> item.id() == id)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no sample has the id " + id));
  }

  private static byte[] noise(long seed, int size) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
