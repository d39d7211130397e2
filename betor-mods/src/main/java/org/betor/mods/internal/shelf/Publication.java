package org.betor.mods.internal.shelf;

import java.sql.SQLException;
import java.util.List;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModDetails.Picture;
import org.betor.api.mod.ModKey;
import org.betor.mods.Counted;
import org.betor.mods.internal.archive.Packed;
import org.betor.mods.internal.database.Micros;
import org.betor.mods.internal.database.Transaction;

/** Makes an arrival the current content of its mod, in one transaction. */
public final class Publication {
  private final Usage usage;

  /** For the same library. */
  public Publication(Usage usage) {
    this.usage = usage;
  }

  /** Does it, and ends the job. */
  public void publish(Transaction transaction, Arrival arrival) throws SQLException {
    String key = arrival.job().mod().mod().toString();
    long row =
        transaction
            .first(found -> found.getLong(1), "select id from mods where mod_key = ?", key)
            .orElse(0L);
    if (row == 0) {
      row = insert(transaction, arrival);
    }
    addArchive(transaction, row, arrival);
    describe(transaction, row, arrival);
    transaction.change("delete from job where id = ?", arrival.job().id());
    transaction.change("delete from failure where mod_key = ?", key);
    usage.count(transaction, Counted.FETCHED);
  }

  private long insert(Transaction transaction, Arrival arrival) throws SQLException {
    ModKey key = arrival.job().mod().mod();
    return transaction.insert(
        """
        insert into mods (mod_key, source, game, name, size_bytes, created, updated,
          queued, requested, downloads, needs_known, needs, pinned, archive)
        values (?, ?, '', '', 0, 0, 0, 0, ?, 0, false, 0, ?, 0)\
        """,
        key.toString(),
        key.source(),
        usage.now(),
        Pins.claim(transaction, key));
  }

  private void addArchive(Transaction transaction, long row, Arrival arrival) throws SQLException {
    var version = Bounds.kept(arrival.version());
    Packed packed = arrival.packed();
    transaction.change(
        "insert into archive values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arrival.job().id(),
        row,
        version.handle(),
        Micros.of(version.updated()),
        packed.zipBytes(),
        packed.files().size(),
        packed.sha256(),
        packed.contentSha256(),
        usage.now());
  }

  private void describe(Transaction transaction, long row, Arrival arrival) throws SQLException {
    ModDetails mod = arrival.details();
    String game = Bounds.cut(mod.game().orElse(""), Bounds.GAME);
    move(transaction, row, mod.key().source(), game);
    List<ModKey> needs = Bounds.needs(mod.needs().orElse(List.of()));
    transaction.change(
        """
        update mods set game = ?, name = ?, size_bytes = ?, created = ?,
          updated = ?, queued = ?, needs_known = ?, needs = ?, archive = ? where id = ?\
        """,
        game,
        Bounds.cut(mod.name(), Bounds.NAME),
        mod.sizeBytes().orElse(0),
        mod.created().map(Micros::of).orElse(Micros.UNKNOWN),
        Micros.of(arrival.version().updated()),
        Micros.of(arrival.job().mod().dataEvent()),
        mod.needs().isPresent(),
        needs.size(),
        arrival.job().id(),
        row);
    transaction.change("delete from description where mod_id = ?", row);
    transaction.change(
        "insert into description values (?, ?)",
        row,
        Bounds.cut(mod.description(), Bounds.DESCRIPTION));
    tag(transaction, row, mod);
    show(transaction, row, mod);
    need(transaction, row, needs);
    transaction.changedMod(row);
  }

  /** Counts the mods of its games, also where it went from one to another. */
  private static void move(Transaction transaction, long row, String source, String game)
      throws SQLException {
    transaction.change(
        """
        update game set mods = mods - 1 where source = ?
          and game = (select game from mods where id = ? and archive > 0)\
        """,
        source,
        row);
    transaction.change(
        "update game set mods = mods + 1 where source = ? and game = ?", source, game);
  }

  private static void tag(Transaction transaction, long row, ModDetails mod) throws SQLException {
    transaction.change("delete from mod_tag where mod_id = ?", row);
    for (String tag : Bounds.tags(mod.tags())) {
      transaction.change("insert into mod_tag values (?, ?)", row, tag);
    }
  }

  private void show(Transaction transaction, long row, ModDetails mod) throws SQLException {
    transaction.change("delete from resource where mod_id = ?", row);
    List<Picture> pictures = mod.pictures();
    for (int i = 0; i < Math.min(pictures.size(), Bounds.PICTURES); i++) {
      String address = pictures.get(i).address().toString();
      if (address.length() <= Bounds.ADDRESS) {
        transaction.change(
            "insert into resource values (?, ?, ?, ?, ?)",
            row,
            i,
            pictures.get(i).kind().name(),
            address,
            usage.now());
      }
    }
  }

  private static void need(Transaction transaction, long row, List<ModKey> needs)
      throws SQLException {
    transaction.change("delete from need where mod_id = ?", row);
    for (int i = 0; i < needs.size(); i++) {
      transaction.change("insert into need values (?, ?, ?)", row, i, needs.get(i).toString());
    }
  }
}
