package org.betor.accounts;

import java.util.List;
import java.util.UUID;
import org.betor.accounts.internal.database.Database;
import org.betor.accounts.internal.people.AuditTable;

/**
 * Every privileged act, the newest first. It names people by pseudonyms, which {@link
 * Users#findByPseudonym} resolves until they are erased. The application decides who reads it. Safe
 * for use by several threads.
 */
public final class AuditLog {
  private static final int LARGEST_PAGE = 1_000;

  private final Database database;

  AuditLog(Database database) {
    this.database = database;
  }

  /** The newest entries, at most 1,000. */
  public List<AuditEntry> latest(int limit) {
    return before(Long.MAX_VALUE, limit);
  }

  /** The page that follows one which ended with the entry {@code id}. */
  public List<AuditEntry> before(long id, int limit) {
    Pages.checkLimit(limit, LARGEST_PAGE);
    return database.transact(transaction -> new AuditTable(transaction).page(id, limit));
  }

  /** The same, of what somebody did or what was done to them. */
  public List<AuditEntry> about(UUID pseudonym, long before, int limit) {
    Pages.checkLimit(limit, LARGEST_PAGE);
    return database.transact(
        transaction -> new AuditTable(transaction).about(pseudonym, before, limit));
  }
}
