package org.betor.mods.internal.shelf;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModVersion;
import org.betor.mods.ModRow;
import org.betor.mods.StoredVersion;
import org.betor.mods.internal.database.Micros;

/**
 * An archive of a mod.
 *
 * @param row number of the mod
 * @param archive number of the archive
 * @param isCurrent whether it is handed out unless another is asked for
 */
record Held(
    long row,
    ModRow mod,
    long archive,
    ModVersion version,
    long bytes,
    int entries,
    String sha256,
    String contentSha256,
    Instant stored,
    boolean isCurrent) {

  /** With {@link #read}; ends before the conditions. */
  static final String SELECT =
      """
      select m.id, m.mod_key, m.game, m.name, m.size_bytes, m.queued, m.archive,
        a.id, a.handle, a.updated, a.bytes, a.entries, a.sha256, a.content_sha256, a.stored
      from mods m join archive a on\s""";

  static Held read(ResultSet row) throws SQLException {
    ModKey key = ModKey.parse(row.getString(2));
    return new Held(
        row.getLong(1),
        new ModRow(
            key,
            row.getString(3),
            row.getString(4),
            row.getLong(5),
            Micros.instant(row.getLong(6))),
        row.getLong(8),
        new ModVersion(row.getString(9), Micros.instant(row.getLong(10))),
        row.getLong(11),
        row.getInt(12),
        row.getString(13),
        row.getString(14),
        Micros.instant(row.getLong(15)),
        row.getLong(7) == row.getLong(8));
  }

  StoredVersion told() {
    return new StoredVersion(version, bytes, sha256, contentSha256, stored, isCurrent);
  }
}
