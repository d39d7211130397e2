package org.betor.mods.internal.list;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.betor.mods.ModSort;
import org.betor.mods.internal.database.Transaction;

/**
 * A mod as it is in the database, and what lists are to make of it, in the plainest way.
 *
 * @param numbers size, times of creation, update and request, downloads, needs
 */
record NaiveMod(
    long id, String source, String game, String name, List<Integer> numbers, List<String> tags) {
  private static final List<String> SOURCES = List.of("attic", "inventory");
  private static final List<String> GAMES = List.of("76", "77", "78");
  private static final List<String> WORDS = List.of("Mill", "mill", "Bridge", "Ärger", "ODOS");
  private static final List<String> PARTS = List.of("mill", "l", "dge ä", "os", "none");
  private static final List<String> TAGS = List.of("Light", "Tools", "Maps");

  static NaiveMod random(long id, Random random) {
    return new NaiveMod(
        id,
        any(SOURCES, random),
        any(GAMES, random),
        any(WORDS, random) + " " + any(WORDS, random),
        random.ints(6, 0, 5).boxed().toList(),
        some(TAGS, random));
  }

  static ModFilter randomFilter(Random random) {
    return new ModFilter(
        random.nextBoolean() ? List.of() : some(TAGS, random),
        random.nextInt(3) > 0 ? List.of() : some(GAMES, random),
        random.nextBoolean() ? List.of() : some(SOURCES, random),
        random.nextBoolean() ? "" : any(PARTS, random),
        random.nextInt(3) > 0 ? Optional.empty() : Optional.of(random.nextBoolean()));
  }

  boolean matches(ModFilter filter) {
    return tags.containsAll(filter.tags())
        && filter.games().stream().allMatch(game::equals)
        && (filter.sources().isEmpty() || filter.sources().contains(source))
        && name.toLowerCase(Locale.ROOT).contains(filter.namePart())
        && filter.needing().map(needing -> needing == numbers.get(5) > 0).orElse(true);
  }

  static Comparator<NaiveMod> order(ModSort sort) {
    Comparator<NaiveMod> order =
        switch (sort) {
          case ADDED -> Comparator.comparing(NaiveMod::id);
          case NAME -> Comparator.comparing(mod -> mod.name.toLowerCase(Locale.ROOT));
          case SIZE -> Comparator.comparing(mod -> mod.numbers.get(0));
          case DATE_CREATION -> Comparator.comparing(mod -> mod.numbers.get(1));
          case DATE_UPDATE -> Comparator.comparing(mod -> mod.numbers.get(2));
          case DATE_REQUEST -> Comparator.comparing(mod -> mod.numbers.get(3));
          case SOURCE -> Comparator.comparing(NaiveMod::source);
          case DOWNLOADS -> Comparator.comparing(mod -> mod.numbers.get(4));
        };
    return order.thenComparing(NaiveMod::id);
  }

  void put(Transaction transaction) throws SQLException {
    remove(transaction, id);
    transaction.change(
        "insert into mods values (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, false, ?, false, 0)",
        id,
        source + ":" + id,
        source,
        game,
        name,
        numbers.get(0),
        numbers.get(1),
        numbers.get(2),
        numbers.get(3),
        numbers.get(4),
        numbers.get(5));
    for (String tag : tags) {
      transaction.change("insert into mod_tag values (?, ?)", id, tag);
    }
  }

  static void remove(Transaction transaction, long id) throws SQLException {
    transaction.change("delete from mods where id = ?", id);
    transaction.change("delete from mod_tag where mod_id = ?", id);
    transaction.changedMod(id);
  }

  static <T> T any(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  private static List<String> some(List<String> all, Random random) {
    return all.stream().filter(each -> random.nextBoolean()).toList();
  }
}
