package org.betor.mods.internal.list;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.betor.api.mod.ModDetails.Picture;
import org.betor.api.mod.ModKey;
import org.betor.mods.CachedMod;
import org.betor.mods.GameEntry;
import org.betor.mods.ModEntry;
import org.betor.mods.ResourceEntry;
import org.betor.mods.internal.database.Micros;
import org.betor.mods.internal.database.Transaction;

/** Rows as values. */
final class Entries {
  static final String MOD =
      """
      select m.mod_key, m.game, m.name, m.size_bytes, m.created, m.updated, m.queued, m.requested,
        m.downloads, m.pinned, m.id from mods m\
      """;
  static final String GAME =
      """
      select g.source, g.game, g.name, g.type, g.summary, g.logo, g.added, g.mods, g.downloads
      from game g\
      """;

  private Entries() {}

  static ModEntry mod(ResultSet row) throws SQLException {
    return new ModEntry(
        ModKey.parse(row.getString(1)),
        row.getString(2),
        row.getString(3),
        row.getLong(4),
        Micros.known(row.getLong(5)),
        Micros.instant(row.getLong(6)),
        Micros.instant(row.getLong(7)),
        Micros.instant(row.getLong(8)),
        row.getLong(9),
        row.getBoolean(10));
  }

  static CachedMod whole(Transaction transaction, ModEntry entry, String key) throws SQLException {
    List<String> tags =
        transaction.rows(
            row -> row.getString(1),
            "select t.tag from mod_tag t join mods m on m.id = t.mod_id where m.mod_key = ? order by 1",
            key);
    List<ModKey> needs =
        transaction.rows(
            row -> ModKey.parse(row.getString(1)),
            "select n.needed from need n join mods m on m.id = n.mod_id where m.mod_key = ? order by n.place",
            key);
    return transaction
        .first(
            row ->
                new CachedMod(
                    entry,
                    row.getString(1),
                    tags,
                    row.getBoolean(2) ? Optional.of(needs) : Optional.empty()),
            "select d.description, m.needs_known from mods m join description d on d.mod_id = m.id where m.mod_key = ?",
            key)
        .orElseThrow();
  }

  static GameEntry game(ResultSet row) throws SQLException {
    return new GameEntry(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        Optional.of(row.getString(6)).filter(address -> !address.isEmpty()),
        Micros.instant(row.getLong(7)),
        row.getLong(8),
        row.getLong(9));
  }

  static ResourceEntry resource(ResultSet row) throws SQLException {
    Picture picture =
        new Picture(Picture.Kind.valueOf(row.getString(1)), URI.create(row.getString(2)));
    return new ResourceEntry(picture, Micros.instant(row.getLong(3)));
  }
}
