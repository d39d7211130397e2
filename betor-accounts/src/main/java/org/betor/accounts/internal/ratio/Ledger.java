package org.betor.accounts.internal.ratio;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.betor.accounts.AccountsException;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.TrafficLimits;
import org.betor.accounts.TrafficReport;
import org.betor.accounts.UserId;
import org.betor.accounts.internal.database.Database;
import org.betor.accounts.internal.database.Transaction;

/**
 * Where reports are added up. Of each session the last is kept as long as its reports are taken, so
 * that none counts twice. Safe for use by several threads, and by several programs.
 */
public final class Ledger {
  /** How many days are kept. */
  public static final int DAYS = 400;

  private static final Duration SESSIONS_ARE_TAKEN = Duration.ofDays(30);

  /** A report that is on its way when its session gets too old must not find it gone. */
  private static final Duration SESSIONS_ARE_KEPT = Duration.ofDays(31);

  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

  private final Database database;
  private final TrafficLimits limits;
  private final InstantSource clock;

  /** Adds up in the database. */
  public Ledger(Database database, TrafficLimits limits, InstantSource clock) {
    this.database = database;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Takes a report.
   *
   * @throws AccountsException if it cannot be
   */
  public void take(UserId user, TrafficReport report) {
    Instant now = clock.instant();
    checkAge(report, now);
    boolean taken = database.transact(transaction -> take(transaction, user, report, now));
    if (!taken) { // not in the same transaction: to look for what is not there locks too much
      database.transact(transaction -> Statement.begin(transaction, user));
      database.transact(transaction -> take(transaction, user, report, now));
    }
  }

  private static void checkAge(TrafficReport report, Instant now) {
    Instant began = report.began();
    if (began.isBefore(now.minus(SESSIONS_ARE_TAKEN)) || began.isAfter(now.plus(CLOCKS_DIFFER))) {
      throw new AccountsException(
          Reason.IMPOSSIBLE_TRAFFIC,
          "the session began at %s, not in the last %d days: begin another, and see that the clock of the client is right"
              .formatted(began, SESSIONS_ARE_TAKEN.toDays()));
    }
  }

  /** False if this person has reported nothing yet. */
  private boolean take(Transaction transaction, UserId user, TrafficReport report, Instant now)
      throws SQLException {
    TrafficTable table = new TrafficTable(transaction, user);
    Optional<Totals> totals = table.lock();
    if (totals.isPresent()) {
      TrafficTable.Session last = table.session(report).orElse(TrafficTable.Session.NONE);
      if (report.sequence() > last.sequence()) {
        add(table, totals.get(), last, report, now);
      }
    }
    return totals.isPresent();
  }

  private void add(
      TrafficTable table,
      Totals totals,
      TrafficTable.Session last,
      TrafficReport report,
      Instant now)
      throws SQLException {
    long up = report.uploadedBytes() - last.uploaded();
    long down = report.downloadedBytes() - last.downloaded();
    if (up < 0 || down < 0) {
      throw new AccountsException(
          Reason.IMPOSSIBLE_TRAFFIC, "the bytes of a session add up, and never become fewer");
    }
    Pace pace = new Pace(limits, now);
    table.put(
        totals.plus(
            up,
            pace.busyUntil(totals.upBusyUntil(), up),
            down,
            pace.busyUntil(totals.downBusyUntil(), down)));
    keep(table, last, report, now);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    table.add(today, up, down, today.minusDays(DAYS - 1));
  }

  private void keep(
      TrafficTable table, TrafficTable.Session last, TrafficReport report, Instant now)
      throws SQLException {
    if (last.sequence() > 0) {
      table.put(report);
      return;
    }
    table.forgetSessionsBefore(now.minus(SESSIONS_ARE_KEPT));
    if (table.countSessions() >= limits.sessions()) {
      throw new AccountsException(
          Reason.TOO_MANY_SESSIONS,
          "%d sessions are kept of one person: go on with one that has begun, or wait some days"
              .formatted(limits.sessions()));
    }
    table.add(report);
  }
}
