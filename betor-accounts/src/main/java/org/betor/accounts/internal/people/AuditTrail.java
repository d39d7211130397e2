package org.betor.accounts.internal.people;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.betor.accounts.AuditEntry;
import org.betor.accounts.User;
import org.betor.accounts.internal.database.Transaction;

/** What the audit log tells of somebody. It stays, under a pseudonym that becomes nobody's. */
public final class AuditTrail implements PersonalData {
  /** More would not fit into an answer; the newest ones count. */
  private static final int MOST = 10_000;

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public Object export(Transaction transaction, User user) throws SQLException {
    List<AuditEntry> entries =
        new AuditTable(transaction).about(user.pseudonym(), Long.MAX_VALUE, MOST);
    return entries.stream().map(entry -> fields(entry, user)).toList();
  }

  private static Map<String, Object> fields(AuditEntry entry, User user) {
    return Map.of(
        "time", entry.time().toString(),
        "act", entry.act().name(),
        "byThem", entry.actor().equals(user.pseudonym()),
        "toThem", entry.subject().filter(user.pseudonym()::equals).isPresent(),
        "details", entry.details());
  }

  @Override
  public void erase(Transaction transaction, User user) {}
}
