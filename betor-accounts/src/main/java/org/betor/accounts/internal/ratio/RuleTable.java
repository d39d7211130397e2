package org.betor.accounts.internal.ratio;

import java.sql.SQLException;
import org.betor.accounts.RatioRule;
import org.betor.accounts.internal.database.Transaction;

/** The default rule, within one transaction. */
public final class RuleTable {
  private static final double THOUSAND = 1000;
  private static final String NAME = "default";

  private final Transaction transaction;

  /** What this does is part of the transaction. */
  public RuleTable(Transaction transaction) {
    this.transaction = transaction;
  }

  /** What holds. */
  public RatioRule get() throws SQLException {
    return transaction
        .first(
            row -> new RatioRule(ratio(row.getInt("minimum")), row.getLong("grace_bytes")),
            "select minimum, grace_bytes from betor_ratio_rule where name = ?",
            NAME)
        .orElse(RatioRule.NONE);
  }

  /** Says what holds from now on. */
  public void put(RatioRule rule) throws SQLException {
    transaction.change(
        "update betor_ratio_rule set minimum = ?, grace_bytes = ? where name = ?",
        thousandths(rule.minimum()),
        rule.graceBytes(),
        NAME);
  }

  static double ratio(int thousandths) {
    return thousandths / THOUSAND;
  }

  static int thousandths(double ratio) {
    return (int) Math.round(ratio * THOUSAND);
  }
}
