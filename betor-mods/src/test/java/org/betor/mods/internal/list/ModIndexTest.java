package org.betor.mods.internal.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.betor.mods.ModSort;
import org.betor.mods.internal.database.Database;
import org.betor.mods.internal.database.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModIndexTest {
  private static final List<ModSort> SORTS = List.of(ModSort.values());

  @TempDir Path folder;
  private Database database;
  private ModIndex index;

  @BeforeEach
  void open() {
    database = Database.embedded(folder);
    Schema.prepare(database);
    index = new ModIndex(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void hasWhatTheDatabaseHasAfterEveryChange(long seed) {
    Random random = new Random(seed);
    Map<Long, String> names = new TreeMap<>();
    for (int step = 0; step < 200; step++) {
      long id = random.nextInt(40);
      if (random.nextInt(4) == 0) {
        remove(id);
        names.remove(id);
      } else {
        String name = "lantern " + random.nextInt(20);
        put(id, name);
        names.put(id, name);
      }
      ModSort sort = SORTS.get(random.nextInt(SORTS.size()));

      assertThat(index.sorted(sort))
          .isSortedAccordingTo(IndexedMod.order(sort))
          .extracting(IndexedMod::id, IndexedMod::foldedName)
          .containsExactlyInAnyOrderElementsOf(
              names.entrySet().stream().map(mod -> tuple(mod.getKey(), mod.getValue())).toList());
    }
  }

  @Test
  void readsAllAnewWhenMoreChangedThanItRemembers() {
    put(1, "Old Mill");
    index.sorted(ModSort.NAME);
    put(1, "New Mill");
    database.write(
        transaction -> {
          for (long other = 100; other < 20_000; other++) {
            transaction.changedMod(other);
          }
          return transaction;
        });
    put(2, "Bridge");

    assertThat(index.sorted(ModSort.NAME))
        .extracting(IndexedMod::foldedName)
        .containsExactly("bridge", "new mill");
  }

  @Test
  void doesNotChangeWhatItGave() {
    put(1, "Old Mill");
    var before = index.sorted(ModSort.DOWNLOADS);

    remove(1);

    assertThat(index.sorted(ModSort.DOWNLOADS)).isEmpty();
    assertThat(before).extracting(IndexedMod::id).containsExactly(1L);
  }

  private void put(long id, String name) {
    database.write(
        transaction -> {
          transaction.change("delete from mods where id = ?", id);
          transaction.changedMod(id);
          return transaction.change(
              """
              insert into mods values (?, ?, 'inventory', '77', ?, ?, ?, 0, 0, ?, ?, false, 0, false, 0)\
              """,
              id,
              "inventory:" + id,
              name,
              name.hashCode() % 7,
              name.hashCode() % 5,
              name.hashCode() % 3,
              id % 4);
        });
  }

  private void remove(long id) {
    database.write(
        transaction -> {
          transaction.changedMod(id);
          return transaction.change("delete from mods where id = ?", id);
        });
  }
}
