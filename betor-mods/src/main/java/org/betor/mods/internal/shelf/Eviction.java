package org.betor.mods.internal.shelf;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.betor.api.mod.ModKey;
import org.betor.mods.internal.database.Transaction;

/** Lets archives go that are too many: never those of pinned mods, never those that are read. */
public final class Eviction {
  private static final String OLDEST_FIRST =
      Held.SELECT
          + """
          a.mod = m.id where not m.pinned and m.mod_key <> ?
          order by case when a.id = m.archive then 1 else 0 end, m.requested, a.id
          offset ? rows fetch next 1 rows only\
          """;
  private static final String OLD_VERSIONS =
      Held.SELECT
          + """
          a.mod = m.id where not m.pinned and m.mod_key = ? and a.id <> m.archive
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
    int spared = 0;
    List<Held> next = candidates(transaction, key, spared);
    while (excess > 0 && !next.isEmpty()) {
      Held held = next.get(0);
      if (files.isLent(held.archive())) {
        spared++;
      } else {
        shelf.forget(transaction, held);
        excess -= held.bytes();
      }
      next = candidates(transaction, key, spared);
    }
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

  private static List<Held> candidates(Transaction transaction, String arrived, int spared)
      throws SQLException {
    return transaction.rows(Held::read, OLDEST_FIRST, arrived, spared);
  }

  /** The size of all archives. */
  public static long used(Transaction transaction) throws SQLException {
    return transaction.number("select coalesce(sum(bytes), 0) from archive");
  }
}
