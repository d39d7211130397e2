package org.betor.mods.internal.shelf;

import java.sql.SQLException;
import org.betor.api.mod.ModKey;
import org.betor.mods.internal.database.Transaction;

/** Which mods stay, also those that are forgotten for damage and may come again. */
final class Pins {
  private Pins() {}

  /** Pins a mod, or not any more; whether it is here. */
  static boolean set(Transaction transaction, ModKey mod, boolean pinned) throws SQLException {
    if (!pinned) {
      claim(transaction, mod);
    }
    String sql = "update mods set pinned = ? where mod_key = ?";
    return transaction.change(sql, pinned, mod.toString()) > 0;
  }

  static boolean isPinned(Transaction transaction, ModKey mod) throws SQLException {
    String sql = "select count(*) from mods where mod_key = ? and pinned";
    return transaction.number(sql, mod.toString()) > 0;
  }

  /** Keeps the pin of a mod that is here no longer. */
  static void orphan(Transaction transaction, ModKey mod) throws SQLException {
    transaction.change("insert into orphaned_pin values (?)", mod.toString());
  }

  /** Takes the pin that was kept for a mod; whether there was one. */
  static boolean claim(Transaction transaction, ModKey mod) throws SQLException {
    return transaction.change("delete from orphaned_pin where mod_key = ?", mod.toString()) > 0;
  }
}
