package org.betor.mods.internal.shelf;

import java.sql.SQLException;
import java.util.Optional;
import org.betor.api.mod.ModKey;
import org.betor.mods.internal.database.Transaction;

/** Lets archives go that are too many: never those of pinned mods, never those that are read. */
public final class Eviction {
  /** In the order of an index: of many mods only the first few are looked at. */
  private static final String LEAST_WANTED =
      Held.SELECT
          + """
          a.id = m.archive where not m.pinned and m.mod_key <> ?
          order by m.requested, m.id limit 1 offset ?\
          """;

  private static final String SUPERSEDED =
      Held.SELECT
          + """
          a.mod_id = m.id where a.id <> m.archive and not m.pinned and m.mod_key <> ?
          order by m.requested, a.id limit 1 offset ?\
          """;

  private static final String OLD_VERSIONS =
      Held.SELECT
          + """
          a.mod_id = m.id where not m.pinned and m.mod_key = ? and a.id <> m.archive
          order by a.id desc\
          """;

  private final Shelf shelf;
  private final ArchiveFiles files;
  private final int oldVersions;
  private final long quotaBytes;

  /**
   * With these limits.
   *
   * @param oldVersions of one mod, beside the current one
   * @param quotaBytes of all archives
   */
  public Eviction(Shelf shelf, ArchiveFiles files, int oldVersions, long quotaBytes) {
    this.shelf = shelf;
    this.files = files;
    this.oldVersions = oldVersions;
    this.quotaBytes = quotaBytes;
  }

  /** Makes room after a mod came, which stays. */
  public void makeRoom(Transaction transaction, ModKey arrived) throws SQLException {
    String key = arrived.toString();
    forgetOldVersions(transaction, arrived);
    long excess = used(transaction) - quotaBytes;
    if (excess > 0 && hasOldVersions(transaction)) {
      excess = forget(transaction, SUPERSEDED, key, excess);
    }
    if (excess > 0) {
      forget(transaction, LEAST_WANTED, key, excess);
    }
  }

  private static boolean hasOldVersions(Transaction transaction) throws SQLException {
    return transaction.number("select count(*) from archive")
        > transaction.number("select count(*) from mods");
  }

  /** Forgets one after the other; how many bytes are too many after that. */
  private long forget(Transaction transaction, String sql, String arrived, long excess)
      throws SQLException {
    long left = excess;
    int spared = 0;
    Optional<Held> next = transaction.first(Held::read, sql, arrived, spared);
    while (left > 0 && next.isPresent()) {
      Held held = next.get();
      if (files.isLent(held.archive())) {
        spared++;
      } else {
        shelf.forget(transaction, held);
        left -= held.bytes();
      }
      next = transaction.first(Held::read, sql, arrived, spared);
    }
    return left;
  }

  private void forgetOldVersions(Transaction transaction, ModKey arrived) throws SQLException {
    Optional<Held> current = shelf.current(transaction, arrived);
    int kept = 0;
    for (Held old : transaction.rows(Held::read, OLD_VERSIONS, arrived.toString())) {
      boolean same = current.filter(held -> held.version().equals(old.version())).isPresent();
      if (same || kept >= oldVersions) {
        shelf.forget(transaction, old);
      } else {
        kept++;
      }
    }
  }

  /** The size of all archives. */
  public static long used(Transaction transaction) throws SQLException {
    return transaction.number("select coalesce(sum(bytes), 0) from archive");
  }
}
