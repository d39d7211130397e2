package org.betor.benchmarks.accounts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.betor.accounts.TrafficReport;
import org.betor.accounts.UserId;

/**
 * What it takes at least to add up a report of a session that is known: lock the totals, read the
 * session, write both and the day, commit; on one connection with statements that stay prepared.
 */
final class BareReports implements Taker {
  private final Connection connection;
  private final PreparedStatement lock;
  private final PreparedStatement session;
  private final PreparedStatement putTotals;
  private final PreparedStatement putSession;
  private final PreparedStatement putDay;

  BareReports(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    connection.setAutoCommit(false);
    this.lock =
        connection.prepareStatement(
            "select uploaded, downloaded from betor_traffic where user_id = ? for update");
    this.session =
        connection.prepareStatement(
            """
            select uploaded, downloaded from betor_traffic_session
            where user_id = ? and info_hash = ? and session_id = ?
            """);
    this.putTotals =
        connection.prepareStatement(
            "update betor_traffic set uploaded = ?, downloaded = ? where user_id = ?");
    this.putSession =
        connection.prepareStatement(
            """
            update betor_traffic_session set last_sequence = ?, uploaded = ?, downloaded = ?
            where user_id = ? and info_hash = ? and session_id = ?
            """);
    this.putDay =
        connection.prepareStatement(
            """
            update betor_traffic_day set uploaded = uploaded + ?, downloaded = downloaded + ?
            where user_id = ? and epoch_day = ?
            """);
  }

  @Override
  public void take(UserId user, TrafficReport report) throws SQLException {
    String id = user.toString();
    String torrent = report.infoHash().hex();
    String sessionId = report.session().toString();
    long[] totals = read(lock, id);
    long[] last = read(session, id, torrent, sessionId);
    long up = report.uploadedBytes();
    long down = report.downloadedBytes();
    change(putTotals, totals[0] + up - last[0], totals[1] + down - last[1], id);
    change(putSession, report.sequence(), up, down, id, torrent, sessionId);
    change(putDay, up - last[0], down - last[1], id, LocalDate.now(ZoneOffset.UTC).toEpochDay());
    connection.commit();
  }

  private static long[] read(PreparedStatement statement, Object... values) throws SQLException {
    try (ResultSet row = bind(statement, values).executeQuery()) {
      row.next();
      return new long[] {row.getLong(1), row.getLong(2)};
    }
  }

  private static void change(PreparedStatement statement, Object... values) throws SQLException {
    if (bind(statement, values).executeUpdate() != 1) {
      throw new IllegalStateException("one row was to be written");
    }
  }

  private static PreparedStatement bind(PreparedStatement statement, Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    connection.setAutoCommit(true);
    connection.close();
  }
}
