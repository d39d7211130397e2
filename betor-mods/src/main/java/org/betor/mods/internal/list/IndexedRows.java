package org.betor.mods.internal.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.betor.mods.internal.database.Transaction;

/** Reads what {@link ModIndex} holds. Texts that many mods share are there once. */
final class IndexedRows {
  private static final int AT_ONCE = 500;

  private static final String MODS =
      """
      select m.id, m.source, m.game, m.name, m.size_bytes, m.created, m.updated, m.requested,
        m.downloads, m.needs from mods m\
      """;
  private static final String TAGS = "select t.mod_id, t.tag from mod_tag t";

  private IndexedRows() {}

  static List<IndexedMod> all(Transaction transaction) throws SQLException {
    return read(transaction, new Filter(), new Filter());
  }

  /** Those of them that are still here. */
  static List<IndexedMod> of(Transaction transaction, List<Long> ids) throws SQLException {
    List<IndexedMod> mods = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<Long> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
      Filter ofMods = new Filter();
      ofMods.anyOf("m.id", some);
      Filter ofTags = new Filter();
      ofTags.anyOf("t.mod_id", some);
      mods.addAll(read(transaction, ofMods, ofTags));
    }
    return mods;
  }

  private static List<IndexedMod> read(Transaction transaction, Filter ofMods, Filter ofTags)
      throws SQLException {
    Map<Long, List<String>> tags = new HashMap<>();
    transaction.rows(
        row ->
            tags.computeIfAbsent(row.getLong(1), mod -> new ArrayList<>())
                .add(row.getString(2).intern()),
        TAGS + ofTags.where(),
        ofTags.values());
    return transaction.rows(row -> mod(row, tags), MODS + ofMods.where(), ofMods.values());
  }

  private static IndexedMod mod(ResultSet row, Map<Long, List<String>> tags) throws SQLException {
    long id = row.getLong(1);
    String foldedName = IndexedMod.fold(row.getString(4));
    List<String> itsTags = List.copyOf(tags.getOrDefault(id, List.of()));
    return new IndexedMod(
        id,
        row.getString(2).intern(),
        row.getString(3).intern(),
        foldedName,
        row.getLong(5),
        row.getLong(6),
        row.getLong(7),
        row.getLong(8),
        row.getLong(9),
        row.getInt(10) > 0,
        itsTags,
        Marks.ofLetters(foldedName),
        Marks.ofTexts(itsTags));
  }
}
