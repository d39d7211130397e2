package org.betor.benchmarks.mods;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;
import org.betor.mods.internal.database.Database;
import org.betor.mods.internal.database.Schema;
import org.betor.mods.internal.database.Transaction;

/**
 * The folder of a library with many invented mods: the rows that a library would write, at once,
 * and the archives of the first of them. Half of the mods are of each of two sources, half have the
 * tag "Tools", a third has "lantern" in its name.
 */
public final class LargeLibrary {
  /** So many mods have their archives. */
  public static final int WITH_ARCHIVES = 2000;

  private static final int IN_A_TRANSACTION = 1000;
  private static final byte[] ARCHIVE = new byte[100];
  private static final String[] WORDS = {
    "Lantern", "Bridge", "Harbour", "Mill", "Orchard", "Weather", "Castle", "Garden", "River"
  };

  private LargeLibrary() {}

  /** Writes it, always the same. */
  public static void write(Path folder, int mods) throws IOException {
    Files.createDirectories(folder);
    try (Database database = Database.embedded(folder)) {
      Schema.prepare(database);
      Random random = new Random(1);
      for (int first = 1; first <= mods; first += IN_A_TRANSACTION) {
        int begin = first;
        int end = Math.min(mods + 1, begin + IN_A_TRANSACTION);
        database.write(
            transaction -> {
              for (int id = begin; id < end; id++) {
                add(transaction, id, random);
              }
              return end;
            });
      }
    }
    for (int id = 1; id <= Math.min(mods, WITH_ARCHIVES); id++) {
      Path path = folder.resolve("archives/%d/%d.zip".formatted(id / 1000, id));
      Files.createDirectories(path.getParent());
      Files.write(path, ARCHIVE);
    }
  }

  private static void add(Transaction transaction, int id, Random random) throws SQLException {
    String source = id % 2 == 0 ? "inventory" : "attic";
    transaction.change(
        """
        insert into mods (mod_key, source, game, name, size_bytes, created, updated, queued,
          requested, downloads, needs_known, needs, pinned, archive)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true, 0, false, ?)\
        """,
        source + ":" + id,
        source,
        Integer.toString(random.nextInt(50)),
        name(random) + " " + id,
        random.nextLong(1L << 30),
        random.nextLong(1L << 50),
        random.nextLong(1L << 50),
        random.nextLong(1L << 50),
        random.nextLong(1L << 50),
        random.nextInt(10_000),
        id);
    transaction.change("insert into description values (?, ?)", id, "A mod of many.");
    transaction.change(
        "insert into archive values (?, ?, 'v1', 1, ?, 1, '', '', 1)", id, id, ARCHIVE.length);
    transaction.change("insert into mod_tag values (?, ?)", id, "Tag " + random.nextInt(30));
    if (random.nextBoolean()) {
      transaction.change("insert into mod_tag values (?, ?)", id, "Tools");
    }
  }

  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    for (int word = 0; word < 4; word++) {
      name.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    }
    return name.toString().strip();
  }
}
