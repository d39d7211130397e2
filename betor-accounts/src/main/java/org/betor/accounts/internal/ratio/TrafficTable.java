package org.betor.accounts.internal.ratio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.betor.accounts.TrafficDay;
import org.betor.accounts.TrafficReport;
import org.betor.accounts.UserId;
import org.betor.accounts.internal.database.Micros;
import org.betor.accounts.internal.database.Transaction;

/** What one person transferred, within one transaction. */
final class TrafficTable {
  private static final String SELECT =
      """
      select uploaded, downloaded, uploaded_adjustment, downloaded_adjustment, minimum,
        up_busy_until, down_busy_until
      from betor_traffic where user_id = ?
      """;

  private final Transaction transaction;
  private final String user;

  TrafficTable(Transaction transaction, UserId user) {
    this.transaction = transaction;
    this.user = user.toString();
  }

  Optional<Totals> find() throws SQLException {
    return transaction.first(TrafficTable::totals, SELECT, user);
  }

  /** The same; until the end of the transaction, nobody else reports as this person. */
  Optional<Totals> lock() throws SQLException {
    return transaction.first(TrafficTable::totals, SELECT + "for update", user);
  }

  void add(Totals totals) throws SQLException {
    transaction.change(
        """
        insert into betor_traffic (uploaded, downloaded, uploaded_adjustment,
          downloaded_adjustment, minimum, up_busy_until, down_busy_until, user_id)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        values(totals));
  }

  void put(Totals totals) throws SQLException {
    transaction.change(
        """
        update betor_traffic set uploaded = ?, downloaded = ?, uploaded_adjustment = ?,
          downloaded_adjustment = ?, minimum = ?, up_busy_until = ?, down_busy_until = ?
        where user_id = ?
        """,
        values(totals));
  }

  private Object[] values(Totals totals) {
    return new Object[] {
      totals.uploaded(),
      totals.downloaded(),
      totals.uploadedAdjustment(),
      totals.downloadedAdjustment(),
      totals.minimum(),
      totals.upBusyUntil(),
      totals.downBusyUntil(),
      user
    };
  }

  private static Totals totals(ResultSet row) throws SQLException {
    return new Totals(
        row.getLong("uploaded"),
        row.getLong("downloaded"),
        row.getLong("uploaded_adjustment"),
        row.getLong("downloaded_adjustment"),
        row.getInt("minimum"),
        row.getLong("up_busy_until"),
        row.getLong("down_busy_until"));
  }

  /** What the last report of the same session said. */
  Optional<Session> session(TrafficReport report) throws SQLException {
    return transaction.first(
        row ->
            new Session(
                row.getLong("last_sequence"), row.getLong("uploaded"), row.getLong("downloaded")),
        """
        select last_sequence, uploaded, downloaded from betor_traffic_session
        where user_id = ? and info_hash = ? and session_id = ?
        """,
        user,
        report.infoHash().hex(),
        report.session().toString());
  }

  /** All that are kept, as they are handed out. */
  List<Map<String, Object>> sessions() throws SQLException {
    return transaction.rows(
        row ->
            Map.<String, Object>of(
                "torrent", row.getString("info_hash"),
                "began", Micros.instant(row.getLong("began")).toString(),
                "uploadedBytes", row.getLong("uploaded"),
                "downloadedBytes", row.getLong("downloaded")),
        """
        select info_hash, began, uploaded, downloaded from betor_traffic_session
        where user_id = ? order by began, info_hash
        """,
        user);
  }

  long countSessions() throws SQLException {
    return count("betor_traffic_session where user_id = ?", user);
  }

  void forgetSessionsBefore(Instant began) throws SQLException {
    forget("betor_traffic_session where user_id = ? and began < ?", user, Micros.of(began));
  }

  private long count(String rows, Object... values) throws SQLException {
    return transaction.number("select count(*) from " + rows, values);
  }

  /** Some databases lock what is near rows that are not there, so they are looked for first. */
  private void forget(String rows, Object... values) throws SQLException {
    if (count(rows, values) > 0) {
      transaction.change("delete from " + rows, values);
    }
  }

  void add(TrafficReport report) throws SQLException {
    transaction.change(
        """
        insert into betor_traffic_session
          (user_id, info_hash, session_id, began, last_sequence, uploaded, downloaded)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        user,
        report.infoHash().hex(),
        report.session().toString(),
        Micros.of(report.began()),
        report.sequence(),
        report.uploadedBytes(),
        report.downloadedBytes());
  }

  void put(TrafficReport report) throws SQLException {
    transaction.change(
        """
        update betor_traffic_session set last_sequence = ?, uploaded = ?, downloaded = ?
        where user_id = ? and info_hash = ? and session_id = ?
        """,
        report.sequence(),
        report.uploadedBytes(),
        report.downloadedBytes(),
        user,
        report.infoHash().hex(),
        report.session().toString());
  }

  /**
   * Adds to a day; a new one makes old ones forgotten.
   *
   * @param kept the first day to keep
   */
  void add(LocalDate day, long uploaded, long downloaded, LocalDate kept) throws SQLException {
    long number = day.toEpochDay();
    if (count("betor_traffic_day where user_id = ? and epoch_day = ?", user, number) == 0) {
      forget("betor_traffic_day where user_id = ? and epoch_day < ?", user, kept.toEpochDay());
      transaction.change(
          "insert into betor_traffic_day (user_id, epoch_day, uploaded, downloaded) values (?, ?, 0, 0)",
          user,
          number);
    }
    transaction.change(
        """
        update betor_traffic_day set uploaded = uploaded + ?, downloaded = downloaded + ?
        where user_id = ? and epoch_day = ?
        """,
        uploaded,
        downloaded,
        user,
        number);
  }

  /** The newest first. */
  List<TrafficDay> days(int limit) throws SQLException {
    return transaction.rows(
        row ->
            new TrafficDay(
                LocalDate.ofEpochDay(row.getLong("epoch_day")),
                row.getLong("uploaded"),
                row.getLong("downloaded")),
        """
        select epoch_day, uploaded, downloaded from betor_traffic_day
        where user_id = ? order by epoch_day desc limit ?
        """,
        user,
        limit);
  }

  void remove() throws SQLException {
    transaction.change("delete from betor_traffic_session where user_id = ?", user);
    transaction.change("delete from betor_traffic_day where user_id = ?", user);
    transaction.change("delete from betor_traffic where user_id = ?", user);
  }

  /** What a session transferred, all in all. */
  record Session(long sequence, long uploaded, long downloaded) {
    static final Session NONE = new Session(0, 0, 0);
  }
}
