package org.betor.accounts.internal.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.betor.accounts.Act;
import org.betor.accounts.AuditEntry;
import org.betor.accounts.internal.database.Micros;
import org.betor.accounts.internal.database.Transaction;

/** The audit log, within one transaction. Rows are added and never changed. */
public final class AuditTable {
  private static final String SELECT =
      "select id, at_micros, actor, act, subject, details from betor_audit ";
  private static final String NEWEST_FIRST = " order by id desc limit ?";
  private static final int LONGEST_DETAILS = 1000;

  private final Transaction transaction;

  /** What this does is part of the transaction. */
  public AuditTable(Transaction transaction) {
    this.transaction = transaction;
  }

  /** Adds one. */
  public void add(Instant time, UUID actor, Act act, Optional<UUID> subject, String details)
      throws SQLException {
    transaction.change(
        "insert into betor_audit (at_micros, actor, act, subject, details) values (?, ?, ?, ?, ?)",
        Micros.of(time),
        actor.toString(),
        act.name(),
        subject.map(UUID::toString).orElse(""),
        details.length() > LONGEST_DETAILS ? details.substring(0, LONGEST_DETAILS) : details);
  }

  /** The newest ones with smaller ids. */
  public List<AuditEntry> page(long before, int limit) throws SQLException {
    return transaction.rows(
        AuditTable::read, SELECT + "where id < ?" + NEWEST_FIRST, before, limit);
  }

  /** The newest ones with smaller ids that somebody did, or that were done to them. */
  public List<AuditEntry> about(UUID pseudonym, long before, int limit) throws SQLException {
    String called = pseudonym.toString();
    return transaction.rows(
        AuditTable::read,
        SELECT + "where id < ? and (actor = ? or subject = ?)" + NEWEST_FIRST,
        before,
        called,
        called,
        limit);
  }

  private static AuditEntry read(ResultSet row) throws SQLException {
    String subject = row.getString("subject");
    return new AuditEntry(
        row.getLong("id"),
        Micros.instant(row.getLong("at_micros")),
        UUID.fromString(row.getString("actor")),
        Act.valueOf(row.getString("act")),
        subject.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(subject)),
        row.getString("details"));
  }
}
