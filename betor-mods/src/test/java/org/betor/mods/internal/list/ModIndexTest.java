package org.betor.mods.internal.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.betor.mods.Direction;
import org.betor.mods.Listed;
import org.betor.mods.ModLibraryException;
import org.betor.mods.ModSort;
import org.betor.mods.Paging;
import org.betor.mods.internal.database.Database;
import org.betor.mods.internal.database.Schema;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModIndexTest {
  private static final List<ModSort> SORTS = List.of(ModSort.values());
  private static final List<Direction> DIRECTIONS = List.of(Direction.values());
  private static final ModFilter ANY =
      new ModFilter(List.of(), List.of(), List.of(), "", Optional.empty());
  private static final Paging MANY = new Paging(0, 50);

  @TempDir Path folder;
  private Database database;
  private ModIndex index;
  private final TreeMap<Long, NaiveMod> mods = new TreeMap<>();

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
  @ValueSource(longs = {1, 2, 3, 4})
  void listsWhatTheDatabaseHasAfterEveryChange(long seed) {
    Random random = new Random(seed);
    for (int step = 0; step < 300; step++) {
      changeSome(random);
      for (int question = 0; question < 3; question++) {
        ModFilter filter = NaiveMod.randomFilter(random);
        ModSort sort = NaiveMod.any(SORTS, random);
        Direction direction = NaiveMod.any(DIRECTIONS, random);
        Paging paging = new Paging(random.nextInt(3), 1 + random.nextInt(20));

        assertThat(index.mods().page(filter, sort, direction, paging))
            .as("%s by %s %s, %s", filter, sort, direction, paging)
            .isEqualTo(naively(filter, sort, direction, paging));
      }
    }
  }

  @Test
  void readsAllAnewWhenMoreChangedThanItRemembers() {
    put(named(1, "Old Mill"));
    ids(index.mods(), ModSort.NAME);
    put(named(1, "New Mill"));
    database.write(
        transaction -> {
          for (long other = 100; other < 20_000; other++) {
            transaction.changedMod(other);
          }
          return transaction;
        });
    put(named(2, "Bridge"));

    assertThat(ids(index.mods(), ModSort.NAME)).containsExactly(2L, 1L);
  }

  @Test
  void doesNotChangeWhatItGave() {
    put(named(1, "Old Mill"));
    AllMods before = index.mods();

    remove(1);

    assertThat(ids(index.mods(), ModSort.DOWNLOADS)).isEmpty();
    assertThat(ids(before, ModSort.DOWNLOADS)).containsExactly(1L);
  }

  @Test
  void readsAgainWhatMayHaveChangedWhenACommitWasNotConfirmed() {
    String address = "jdbc:h2:" + folder.resolve("own");
    var connections = new UnconfirmedCommits(JdbcConnectionPool.create(address, "", ""));
    try (Database own = Database.of(connections.source())) {
      Schema.prepare(own);
      ModIndex mods = new ModIndex(own);
      put(own, named(1, "Old Mill"));
      assertThat(ids(mods.mods(), ModSort.ADDED)).containsExactly(1L);

      connections.lose(true);
      assertThatThrownBy(() -> put(own, named(2, "Bridge")))
          .isInstanceOf(ModLibraryException.class);
      connections.lose(false);

      assertThat(ids(mods.mods(), ModSort.ADDED)).containsExactly(1L, 2L);
    }
  }

  private void changeSome(Random random) {
    for (int change = random.nextInt(4); change > 0; change--) {
      long id = random.nextInt(60);
      if (random.nextInt(5) == 0) {
        remove(id);
      } else {
        put(NaiveMod.random(id, random));
      }
    }
  }

  private Listed<Long> naively(ModFilter filter, ModSort sort, Direction direction, Paging paging) {
    List<Long> all =
        new ArrayList<>(
            mods.values().stream()
                .filter(mod -> mod.matches(filter))
                .sorted(NaiveMod.order(sort))
                .map(NaiveMod::id)
                .toList());
    if (direction == Direction.DESCENDING) {
      Collections.reverse(all);
    }
    List<Long> page = all.stream().skip(paging.offset()).limit(paging.size()).toList();
    return new Listed<>(all.size(), paging.offset(), page);
  }

  private static List<Long> ids(AllMods mods, ModSort sort) {
    return mods.page(ANY, sort, Direction.ASCENDING, MANY).results();
  }

  private static NaiveMod named(long id, String name) {
    return new NaiveMod(id, "inventory", "77", name, Collections.nCopies(6, 0), List.of());
  }

  private void put(NaiveMod mod) {
    mods.put(mod.id(), mod);
    put(database, mod);
  }

  private static void put(Database database, NaiveMod mod) {
    database.write(
        transaction -> {
          mod.put(transaction);
          return mod;
        });
  }

  private void remove(long id) {
    mods.remove(id);
    database.write(
        transaction -> {
          NaiveMod.remove(transaction, id);
          return id;
        });
  }
}
