package org.betor.accounts;

import java.util.List;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.internal.database.Database;
import org.betor.accounts.internal.people.Acts;
import org.betor.accounts.internal.people.Texts;
import org.betor.accounts.internal.ratio.Ledger;
import org.betor.accounts.internal.ratio.RuleTable;
import org.betor.accounts.internal.ratio.Statement;

/**
 * What people give and take. Clients report it, so it is what they claim: whoever changes their
 * client reports what they like, within {@link TrafficLimits}. The server adds up by itself; the
 * order of reports, repetitions, and the loss of all but the last change nothing.
 *
 * <p>Who owes more than the grace under the {@link RatioRule} may not download: {@link
 * Accounts#may} says no for {@link Permission#DOWNLOAD}, save for {@link Role#SUPER_ADMIN}.
 *
 * <p>Everything throws {@link AccountsException}, with {@link Reason#FORBIDDEN} where somebody may
 * not. Safe for use by several threads.
 */
public final class Ratios {
  private static final long MOST_ADJUSTED = 1L << 60;

  private final Database database;
  private final Acts acts;
  private final Ledger ledger;

  Ratios(Database database, Acts acts, Ledger ledger) {
    this.database = database;
    this.acts = acts;
    this.ledger = ledger;
  }

  /**
   * Takes what somebody's client says; the application knows whose it is. An older report than the
   * last of its session is passed over. Sessions are taken for 30 days after they began.
   *
   * @throws AccountsException with {@link Reason#IMPOSSIBLE_TRAFFIC} if that cannot be, {@link
   *     Reason#TOO_MANY_SESSIONS}, or {@link Reason#UNKNOWN_USER}
   */
  public void report(UserId user, TrafficReport report) {
    ledger.take(user, report);
  }

  /** How somebody stands. */
  public Standing standing(UserId user) {
    return database.transact(transaction -> new Statement(transaction, user).standing());
  }

  /** What somebody's clients reported each day, the newest first; days without are not there. */
  public List<TrafficDay> history(UserId user, int days) {
    Pages.checkLimit(days, Ledger.DAYS);
    return database.transact(transaction -> new Statement(transaction, user).days(days));
  }

  /** What those keep who have no minimum of their own; {@link RatioRule#NONE} at the start. */
  public RatioRule rule() {
    return database.transact(transaction -> new RuleTable(transaction).get());
  }

  /** Sets another rule; needs {@link Permission#SET_DEFAULT_RATIO}. */
  public RatioRule setRule(UserId by, RatioRule rule) {
    return acts.by(
        by,
        actor -> {
          actor.need(Permission.SET_DEFAULT_RATIO);
          RuleTable rules = new RuleTable(actor.transaction());
          rules.put(rule);
          actor.note(
              Act.SET_DEFAULT_RATIO,
              "%s with a grace of %d bytes".formatted(rule.minimum(), rule.graceBytes()));
          return rules.get();
        });
  }

  /**
   * Sets the ratio that one person has to keep, in place of that of the rule; needs {@link
   * Permission#ADJUST_RATIO}.
   *
   * @param minimum from 0 to 1,000; kept in thousandths
   */
  public Standing setMinimum(UserId by, UserId whom, double minimum) {
    RatioRule.checkMinimum(minimum);
    return acts.by(
        by,
        actor -> {
          User user = actor.below(whom, Permission.ADJUST_RATIO);
          actor.note(Act.SET_MINIMUM_RATIO, user, "to " + minimum);
          return new Statement(actor.transaction(), whom).require(minimum);
        });
  }

  /** Lets the rule hold for one person again; needs {@link Permission#ADJUST_RATIO}. */
  public Standing clearMinimum(UserId by, UserId whom) {
    return acts.by(
        by,
        actor -> {
          User user = actor.below(whom, Permission.ADJUST_RATIO);
          actor.note(Act.SET_MINIMUM_RATIO, user, "to the default one");
          return new Statement(actor.transaction(), whom).requireDefault();
        });
  }

  /**
   * Adds to what counts, or takes away; needs {@link Permission#ADJUST_RATIO}. The history stays as
   * it was reported.
   *
   * @param uploadedBytes from -2^60 to 2^60, and no more is taken away than there is
   * @param downloadedBytes the same
   * @param reason for the log; not blank
   */
  public Standing adjust(
      UserId by, UserId whom, long uploadedBytes, long downloadedBytes, String reason) {
    String why = Texts.reason(reason);
    if (why.isEmpty() || isTooMuch(uploadedBytes) || isTooMuch(downloadedBytes)) {
      throw new AccountsException(
          Reason.INVALID, "an adjustment has a reason, and is from -2^60 to 2^60 bytes");
    }
    return acts.by(
        by,
        actor -> {
          User user = actor.below(whom, Permission.ADJUST_RATIO);
          actor.note(
              Act.ADJUST_RATIO,
              user,
              "%+d up, %+d down: %s".formatted(uploadedBytes, downloadedBytes, why));
          return new Statement(actor.transaction(), whom).adjust(uploadedBytes, downloadedBytes);
        });
  }

  private static boolean isTooMuch(long bytes) {
    return bytes < -MOST_ADJUSTED || bytes > MOST_ADJUSTED;
  }
}
