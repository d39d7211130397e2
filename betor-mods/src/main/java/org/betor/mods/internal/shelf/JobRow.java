package org.betor.mods.internal.shelf;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.betor.api.mod.ModKey;
import org.betor.mods.ModRow;
import org.betor.mods.internal.database.Micros;

/**
 * A mod that is to be fetched.
 *
 * @param id also the number of the archive that it will be
 * @param priority higher ones come first
 * @param updating whether an older content is, or was, here
 */
public record JobRow(long id, ModRow mod, int priority, boolean updating) {
  static final String SELECT =
      "select id, mod_key, game, name, size_bytes, queued, priority, updating from job ";

  static JobRow read(ResultSet row) throws SQLException {
    ModKey key = ModKey.parse(row.getString(2));
    return new JobRow(
        row.getLong(1),
        new ModRow(
            key,
            row.getString(3),
            row.getString(4),
            row.getLong(5),
            Micros.instant(row.getLong(6))),
        row.getInt(7),
        row.getBoolean(8));
  }
}
