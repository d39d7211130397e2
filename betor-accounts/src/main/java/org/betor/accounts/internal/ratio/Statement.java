package org.betor.accounts.internal.ratio;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.betor.accounts.RatioRule;
import org.betor.accounts.Standing;
import org.betor.accounts.TrafficDay;
import org.betor.accounts.User;
import org.betor.accounts.UserId;
import org.betor.accounts.internal.database.Micros;
import org.betor.accounts.internal.database.Transaction;
import org.betor.accounts.internal.people.UserTable;

/** How one person stands, within one transaction, and what changes that but reports. */
public final class Statement {
  private final Transaction transaction;
  private final UserId user;
  private final TrafficTable table;

  /** What this does is part of the transaction. */
  public Statement(Transaction transaction, UserId user) {
    this.transaction = transaction;
    this.user = user;
    this.table = new TrafficTable(transaction, user);
  }

  /** Makes room for somebody to report; true. */
  static boolean begin(Transaction transaction, UserId user) throws SQLException {
    TrafficTable table = new TrafficTable(transaction, user);
    if (table.find().isEmpty()) {
      table.add(nothing(transaction, user));
    }
    return true;
  }

  private static Totals nothing(Transaction transaction, UserId id) throws SQLException {
    User user = new UserTable(transaction).get(id).user();
    return Totals.since(Micros.of(user.created()));
  }

  /** How they stand. */
  public Standing standing() throws SQLException {
    Optional<Totals> found = table.find();
    return standing(found.isPresent() ? found.get() : nothing(transaction, user));
  }

  private Standing standing(Totals totals) throws SQLException {
    RatioRule rule = new RuleTable(transaction).get();
    double minimum =
        totals.minimum() == Totals.DEFAULT_MINIMUM
            ? rule.minimum()
            : RuleTable.ratio(totals.minimum());
    return new Standing(totals.allUploaded(), totals.allDownloaded(), minimum, rule.graceBytes());
  }

  /** Adds to what counts; either may be negative. */
  public Standing adjust(long uploaded, long downloaded) throws SQLException {
    return put(locked().adjusted(uploaded, downloaded));
  }

  /** Sets a minimum of their own. */
  public Standing require(double minimum) throws SQLException {
    return put(locked().withMinimum(RuleTable.thousandths(minimum)));
  }

  /** Lets the default minimum hold. */
  public Standing requireDefault() throws SQLException {
    return put(locked().withMinimum(Totals.DEFAULT_MINIMUM));
  }

  private Totals locked() throws SQLException {
    begin(transaction, user);
    return table.lock().orElseThrow();
  }

  private Standing put(Totals totals) throws SQLException {
    table.put(totals);
    return standing(totals);
  }

  /** Their last days, the newest first. */
  public List<TrafficDay> days(int limit) throws SQLException {
    return table.days(limit);
  }

  /** Forgets all of it. */
  void remove() throws SQLException {
    table.lock();
    table.remove();
  }
}
