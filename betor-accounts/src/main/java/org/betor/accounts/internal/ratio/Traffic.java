package org.betor.accounts.internal.ratio;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.betor.accounts.Standing;
import org.betor.accounts.TrafficDay;
import org.betor.accounts.User;
import org.betor.accounts.internal.database.Transaction;
import org.betor.accounts.internal.people.PersonalData;

/** What somebody transferred. */
public final class Traffic implements PersonalData {
  @Override
  public String name() {
    return "traffic";
  }

  @Override
  public Object export(Transaction transaction, User user) throws SQLException {
    Statement statement = new Statement(transaction, user.id());
    Standing standing = statement.standing();
    List<Map<String, Object>> days =
        statement.days(Ledger.DAYS).stream().map(Traffic::fields).toList();
    return Map.of(
        "uploadedBytes", standing.uploadedBytes(),
        "downloadedBytes", standing.downloadedBytes(),
        "minimum", standing.minimum(),
        "days", days,
        "sessions", new TrafficTable(transaction, user.id()).sessions());
  }

  private static Map<String, Object> fields(TrafficDay day) {
    return Map.of(
        "day", day.day().toString(),
        "uploadedBytes", day.uploadedBytes(),
        "downloadedBytes", day.downloadedBytes());
  }

  @Override
  public void erase(Transaction transaction, User user) throws SQLException {
    new Statement(transaction, user.id()).remove();
  }
}
